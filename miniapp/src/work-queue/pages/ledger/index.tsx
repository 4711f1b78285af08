import { hasPermission } from '@little-bench/shared/people/permissions'
import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { LedgerForm } from '../../components/ledger-form'
import { SignInFirst } from '../../components/sign-in-first'
import { ledgerText } from '../../ledger.text'

/** Takes the ledger (台账) of some days away as a file. */
export default function LedgerPage() {
  const t = useText(ledgerText)
  const { communityId = '' } = useRouter().params
  const person = useSession((session) => session.person)
  const mayExport = hasPermission(person?.roles.map(({ role }) => role) ?? [], 'ledger.export')
  if (person && mayExport) return <LedgerForm communityId={communityId} />
  return (
    <Page isDesk title={t('title')}>
      {person ? <Empty icon='lock' title={t('notAllowed')} next={t('notAllowedNext')} /> : <SignInFirst />}
    </Page>
  )
}
