import { useState } from 'react'
import { StaffOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tabs } from '../../../ui/tabs'
import { type CallView, useCalls } from '../../call.api'
import { callText } from '../../call.text'
import { CallQueue } from '../../components/call-queue'

const VIEWS: readonly CallView[] = ['due', 'later', 'done']

/** Whom the counter calls (代替消息): people without a phone to read on, with all that they have not been told. */
export default function CallListPage() {
  const t = useText(callText)
  return (
    <Page isDesk title={t('callList')}>
      <StaffOnly permission='call.record'>
        <CallList />
      </StaffOnly>
    </Page>
  )
}

const CallList = () => {
  const t = useText(callText)
  const [view, setView] = useState<CallView>('due')
  // Each read shows numbers and leaves a line for each of them: only what somebody has opened is read, and then counted.
  const [opened, setOpened] = useState<readonly CallView[]>(['due'])
  const lists = {
    due: useCalls('due', opened.includes('due')),
    later: useCalls('later', opened.includes('later')),
    done: useCalls('done', opened.includes('done')),
  }
  const open = (next: CallView) => {
    setView(next)
    setOpened((before) => [...before, next])
  }
  const list = lists[view]
  const calls = list.data?.pages.flatMap(({ items }) => items)
  const tabOf = (each: CallView) => {
    const count = lists[each].data?.pages.reduce((sum, { items }) => sum + items.length, 0)
    if (count === undefined || !lists[each].hasNextPage) return { value: each, name: t(each), count }
    return { value: each, name: t('moreThan', { name: t(each), count }) }
  }
  return (
    <>
      <Tabs label={t('which')} tabs={VIEWS.map(tabOf)} value={view} onChange={open} />
      {list.isPending && <Skeleton cards={2} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {calls?.length === 0 && <Empty icon='phone' title={t(`empty${view}`)} next={t(`empty${view}Next`)} />}
      {calls && <CallQueue key={view} calls={calls} />}
      {list.hasNextPage && (
        <Button icon='down' isWide isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
