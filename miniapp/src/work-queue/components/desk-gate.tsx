import type { PropsWithChildren } from 'react'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import type { Inbox } from '../use-inbox'
import { workQueueText } from '../work-queue.text'
import { SignInFirst } from './sign-in-first'

/** What stands in place of the desk until there are queues to show. */
export const DeskGate = ({ inbox: { queues, served }, children }: PropsWithChildren<{ inbox: Inbox }>) => {
  const t = useText(workQueueText)
  const isSignedIn = useSession(({ token }) => token !== null)
  if (!isSignedIn) return <SignInFirst />
  if (queues.isPending) return <Skeleton cards={4} />
  // Counts that could not be read again are a minute old; the list below says so once.
  if (served.length > 0) return children
  if (queues.error) return <ErrorNotice error={queues.error} onRetry={() => void queues.refetch()} />
  return <Empty icon='inbox' title={t('noQueueTitle')} next={t('noQueueNext')} />
}
