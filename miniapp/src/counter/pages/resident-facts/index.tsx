import { useText } from '../../../platform/i18n/text'
import { AssistPage } from '../../components/assist-page'
import { ResidentFacts } from '../../components/resident-facts'
import { factText } from '../../fact.text'

/** What is known about the person who is helped. */
export default function ResidentFactsPage() {
  const t = useText(factText)
  return <AssistPage title={t('facts')}>{({ resident }) => <ResidentFacts residentId={resident.id} />}</AssistPage>
}
