import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import { NOTICE_OPENS } from '@little-bench/shared/notifications/notice-opens'
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
import { useProxyGrants } from '../../grants.api'
import { openMessage } from '../../opened-page'
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

const Messages = () => {
  const t = useText(peopleText)
  const person = useSession((session) => session.person)
  const isActing = useSession((session) => session.actingFor !== null)
  const inbox = useInbox()
  const markRead = useMarkRead()
  const messages = inbox.data?.pages.flatMap((page) => page.items) ?? []
  // Only a message that either side may have needs to know which side this is.
  const grants = useProxyGrants(messages.some(({ kind }) => NOTICE_OPENS[kind] === 'grants')).data
  if (isActing) return <Empty icon='inbox' title={t('notYourInbox')} next={t('notYourInboxNext')} />
  if (inbox.isPending) return <Skeleton cards={4} />
  if (!inbox.data) return <ErrorNotice error={inbox.error} onRetry={() => void inbox.refetch()} />
  if (messages.length === 0) return <Empty icon='inbox' title={t('noMessages')} next={t('noMessagesNext')} />
  const open = (message: InboxMessage) => {
    if (message.readAt === null) markRead.mutate(message.id)
    const roles = person?.roles.map(({ role }) => role) ?? []
    openMessage(message, {
      mediates: hasPermission(roles, 'mediation.work'),
      visits: hasPermission(roles, 'visit.make'),
      hasGiven: grants !== undefined && grants.given.length > 0,
    })
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
