import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import type { Inbox } from '../use-inbox'
import type { QueueItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { DeskGate } from './desk-gate'
import { ItemList } from './item-list'
import { QueueList } from './queue-list'
import { QueueSummary } from './queue-summary'
import { RefreshButton } from './refresh-button'
import { ViewSwitch } from './view-switch'

const openItem = ({ communityId, id }: QueueItem) => openPage('work-queue/pages/item/index', { communityId, id })

/** The desk on a phone: choose a queue and a view, tap an item. */
export const DeskPhone = ({ inbox }: { inbox: Inbox }) => {
  const t = useText(workQueueText)
  const { queue, served, pages, view } = inbox
  const [mostUrgent] = view === 'open' || view === 'mine' ? pages.items : []
  return (
    <Page
      title={t('desk')}
      headerEnd={queue && <RefreshButton inbox={inbox} />}
      action={
        mostUrgent && (
          <Button kind='primary' isWide onPress={() => openItem(mostUrgent)}>
            {t('firstDue')}
          </Button>
        )
      }
    >
      <DeskGate inbox={inbox}>
        {queue && (
          <View>
            {served.length > 1 && <QueueList queues={served} chosenId={queue.id} onChoose={inbox.chooseQueue} />}
            <QueueSummary queue={queue} hasName={served.length === 1} />
            <ViewSwitch queue={queue} view={view} onChange={inbox.changeView} />
            <ItemList pages={pages} view={view} onOpen={openItem} onChangeView={inbox.changeView} />
          </View>
        )}
      </DeskGate>
    </Page>
  )
}
