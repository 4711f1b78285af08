import { useText } from '../../../platform/i18n/text'
import { AssistPage } from '../../components/assist-page'
import { ResidentGrants } from '../../components/resident-grants'
import { grantText } from '../../grant.text'

/** Who may act for the person who is helped. */
export default function GrantsPage() {
  const t = useText(grantText)
  return <AssistPage title={t('grants')}>{(session) => <ResidentGrants session={session} />}</AssistPage>
}
