import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { OfflineWay } from '../../../communities'
import { INBOX_KEY, useInbox, useMarkRead, WechatReminders } from '../../../notifications'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { ReadAloud } from '../../../ui/read-aloud'
import { Skeleton } from '../../../ui/skeleton'
import { MessageCard } from '../../components/message-card'
import { peopleText } from '../../people.text'

export default function InboxPage() {
  const t = useText(peopleText)
  const isSignedIn = useSession((session) => session.person !== null)
  useRefreshOnShow(INBOX_KEY)
  const signIn = () => openPage('people/pages/sign-in/index')
  return (
    <Page
      title={t('inbox')}
      action={
        <Button kind='primary' isWide onPress={() => (isSignedIn ? openPage('issues/pages/report/index') : signIn())}>
          {t(isSignedIn ? 'report' : 'signIn')}
        </Button>
      }
    >
      {isSignedIn ? <Messages /> : <Empty icon='inbox' title={t('notSignedIn')} next={t('notSignedInNext')} />}
      <WechatReminders />
      <OfflineWay />
    </Page>
  )
}

/** Where it stands what a message is about. */
const pageOf = ({ kind }: InboxMessage, mediates: boolean) => {
  if (kind !== 'case_news' && kind !== 'case_due') return 'issues/pages/detail/index'
  return mediates ? 'mediation/pages/work/index' : 'mediation/pages/case/index'
}

const Messages = () => {
  const mediates = useSession(({ person }) => person?.roles.some(({ role }) => hasPermission([role], 'mediation.work')))
  // Whoever goes to people's doors is told of their round.
  const visits = useSession(({ person }) => person?.roles.some(({ role }) => hasPermission([role], 'visit.make')))
  const t = useText(peopleText)
  const isActing = useSession((session) => session.actingFor !== null)
  const inbox = useInbox()
  const markRead = useMarkRead()
  if (isActing) return <Empty icon='inbox' title={t('notYourInbox')} next={t('notYourInboxNext')} />
  if (inbox.isPending) return <Skeleton cards={4} />
  if (!inbox.data) return <ErrorNotice error={inbox.error} onRetry={() => void inbox.refetch()} />
  const messages = inbox.data.pages.flatMap((page) => page.items)
  if (messages.length === 0) return <Empty icon='inbox' title={t('noMessages')} next={t('noMessagesNext')} />
  const open = (message: InboxMessage) => {
    if (message.readAt === null) markRead.mutate(message.id)
    if (message.kind.startsWith('visit_'))
      return visits ? openPage('pension/pages/round/index', {}) : openPage('pension/pages/visit/index')
    if (message.kind === 'proof_due') return openPage('pension/pages/proof/index')
    const { communityId, subjectId, workItemId } = message
    if (!subjectId) return undefined
    const page = pageOf(message, mediates === true)
    // An item may be of a service that the message does not name.
    const isItem = page === 'issues/pages/detail/index' && workItemId !== null
    return openPage(page, { communityId, id: subjectId, ...(isItem ? { workItemId } : {}) })
  }
  const unread = messages.filter(({ readAt }) => readAt === null)
  const worthHearing = unread.length > 0 ? unread : messages.slice(0, 1)
  return (
    <>
      <ReadAloud mustStayHere words={worthHearing.map(({ text }) => text)} />
      {messages.map((message) => (
        <MessageCard key={message.id} message={message} onPress={() => open(message)} />
      ))}
      {inbox.hasNextPage && (
        <Button icon='down' isWide isBusy={inbox.isFetchingNextPage} onPress={() => void inbox.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
