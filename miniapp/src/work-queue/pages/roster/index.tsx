import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { RosterView } from '../../components/roster-view'
import { SignInFirst } from '../../components/sign-in-first'
import { useRoster } from '../../roster.api'
import { rosterText } from '../../roster.text'

/** Who answers a queue when; whoever leads the queue changes it here. */
export default function RosterPage() {
  const t = useText(rosterText)
  const { queueId = '' } = useRouter().params
  const isSignedIn = useSession(({ token }) => token !== null)
  const roster = useRoster(queueId)
  if (isSignedIn && roster.data) return <RosterView key={queueId} roster={roster.data} />
  return (
    <Page isDesk title={t('title')}>
      {!isSignedIn && <SignInFirst />}
      {isSignedIn && roster.error && <ErrorNotice error={roster.error} onRetry={() => void roster.refetch()} />}
      {isSignedIn && !roster.error && <Skeleton cards={3} />}
    </Page>
  )
}
