import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import type { Inbox } from '../use-inbox'
import { useInboxKeys } from '../use-inbox-keys'
import type { WorkItemRef } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './desk-desktop.module.scss'
import { DeskGate } from './desk-gate'
import { ItemList } from './item-list'
import { ItemPanel } from './item-panel'
import { KeysSheet } from './keys-sheet'
import { QueueList } from './queue-list'
import { QueueSummary } from './queue-summary'
import { RefreshButton } from './refresh-button'
import { ViewSwitch } from './view-switch'

/** The desk on a wide screen: queues, list and item side by side, all of it by keyboard. */
export const DeskDesktop = ({ inbox }: { inbox: Inbox }) => {
  const t = useText(workQueueText)
  const { queue, served, pages, view } = inbox
  const [open, setOpen] = useState<WorkItemRef>()
  const [wanted, setWanted] = useState<Move>()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const openForMove = (move: Move, itemId: string) => {
    const item = pages.items.find(({ id }) => id === itemId)
    if (item) setOpen(item)
    setWanted(move)
  }
  useInboxKeys({
    itemIds: pages.items.map(({ id }) => id),
    openId: open?.id,
    onMove: openForMove,
    onHelp: () => setHelpOpen(true),
  })
  return (
    <Page
      title={t('desk')}
      isWide
      headerEnd={
        <>
          <Button kind='quiet' onPress={() => setHelpOpen(true)}>
            {t('keys')}
          </Button>
          <RefreshButton inbox={inbox} />
        </>
      }
    >
      <DeskGate inbox={inbox}>
        {queue && (
          <View className={styles.columns}>
            <View className={styles.queues}>
              <QueueList hasDetails queues={served} chosenId={queue.id} onChoose={inbox.chooseQueue} />
            </View>
            <View className={styles.list} {...a11y({ role: 'region', label: queue.name })}>
              <QueueSummary queue={queue} />
              <ViewSwitch queue={queue} view={view} onChange={inbox.changeView} />
              <ItemList pages={pages} view={view} openId={open?.id} onOpen={setOpen} onChangeView={inbox.changeView} />
            </View>
            <View className={styles.item} {...a11y({ role: 'region', label: t('item') })}>
              <ItemPanel key={open?.id} open={open} wanted={wanted} onWantedTaken={() => setWanted(undefined)} />
            </View>
          </View>
        )}
      </DeskGate>
      <KeysSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </Page>
  )
}
