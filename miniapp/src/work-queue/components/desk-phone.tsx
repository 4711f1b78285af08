import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { inboxText } from '../inbox.text'
import { useClaimNext } from '../use-claim-next'
import type { Inbox } from '../use-inbox'
import { useInboxList } from '../use-inbox-list'
import type { WorkItemRef } from '../work-item.api'
import { ClaimNextButton } from './claim-next-button'
import { DeskGate } from './desk-gate'
import { HandOverSheet } from './hand-over-sheet'
import { InboxToolbar } from './inbox-toolbar'
import { ItemList } from './item-list'
import { LiveStatus } from './live-status'
import { QueueList } from './queue-list'
import { QueueSummary } from './queue-summary'
import { RefreshButton } from './refresh-button'
import { SelectionBar } from './selection-bar'
import { ToolsButton } from './tools-button'
import { MoreViews, ViewSwitch } from './view-switch'

const openItem = ({ communityId, id }: WorkItemRef) => openPage('work-queue/pages/item/index', { communityId, id })

/** The desk on a phone: choose a queue and a view, tap an item; what comes next is under the thumb. */
export const DeskPhone = ({ inbox }: { inbox: Inbox }) => {
  const t = useText(inboxText)
  const { queue, served, view } = inbox
  const inboxList = useInboxList(inbox)
  const { list, selection } = inboxList
  const claimNext = useClaimNext(queue?.id ?? '', openItem)
  const [isFilterOpen, setFilterOpen] = useState(false)
  const [first] = view === 'mine' ? list.rows : []
  const action = () => {
    if (selection.isOn) {
      return <SelectionBar selection={selection} itemIds={inboxList.itemIds} onHand={inboxList.hand} />
    }
    if (first) {
      return (
        <Button kind='primary' isWide onPress={() => openItem(first.item)}>
          {t('firstDue')}
        </Button>
      )
    }
    return queue && queue.unclaimed > 0 && <ClaimNextButton claimNext={claimNext} />
  }
  return (
    <Page
      isDesk
      title={t('desk')}
      headerEnd={
        queue && (
          <>
            <LiveStatus />
            <RefreshButton inbox={inbox} />
          </>
        )
      }
      action={action()}
    >
      <DeskGate inbox={inbox}>
        {queue && (
          <View>
            {served.length > 1 && <QueueList queues={served} chosenId={queue.id} onChoose={inbox.chooseQueue} />}
            <QueueSummary queue={queue} hasName={served.length === 1} />
            <ViewSwitch queue={queue} view={view} onChange={inbox.changeView} hasMore={false} />
            <InboxToolbar
              inbox={inbox}
              queue={queue}
              inboxList={inboxList}
              filterSheet={{
                isOpen: isFilterOpen,
                onOpen: () => setFilterOpen(true),
                onClose: () => setFilterOpen(false),
              }}
              end={
                <>
                  <Button icon='search' shape='stacked' onPress={() => openPage('work-queue/pages/search/index')}>
                    {t('search')}
                  </Button>
                  <ToolsButton queue={queue} />
                  <MoreViews queue={queue} view={view} onChange={inbox.changeView} shape='stacked' />
                </>
              }
              isPhone
            />
            <ItemList
              inbox={inbox}
              list={list}
              selection={selection}
              selecting={selection.isOn ? 'whole' : undefined}
              onOpen={openItem}
            />
          </View>
        )}
      </DeskGate>
      {inboxList.isHanding && <HandOverSheet items={inboxList.chosen} onClose={inboxList.stopHanding} />}
    </Page>
  )
}
