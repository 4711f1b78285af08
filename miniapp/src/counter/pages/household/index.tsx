import { useText } from '../../../platform/i18n/text'
import { AssistPage } from '../../components/assist-page'
import { ResidentHousehold } from '../../components/resident-household'
import { householdText } from '../../household.text'

/** With whom the person who is helped lives. */
export default function HouseholdPage() {
  const t = useText(householdText)
  return (
    <AssistPage title={t('household')}>{({ resident }) => <ResidentHousehold residentId={resident.id} />}</AssistPage>
  )
}
