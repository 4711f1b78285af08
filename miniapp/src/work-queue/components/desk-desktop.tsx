import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { inboxText } from '../inbox.text'
import { usePresence } from '../live/use-presence'
import { useClaimNext } from '../use-claim-next'
import { useDeskKeys } from '../use-desk-keys'
import type { Inbox } from '../use-inbox'
import { useInboxList } from '../use-inbox-list'
import { useSearch } from '../use-search'
import { ClaimNextButton } from './claim-next-button'
import styles from './desk-desktop.module.scss'
import { DeskGate } from './desk-gate'
import { DeskTools } from './desk-tools'
import { FollowUpLinks } from './follow-up-links'
import { FoundColumn } from './found-column'
import { HandOverSheet } from './hand-over-sheet'
import { InboxToolbar } from './inbox-toolbar'
import { ItemList } from './item-list'
import { ItemPanel } from './item-panel'
import { KeysSheet } from './keys-sheet'
import { LiveStatus } from './live-status'
import { QueueList } from './queue-list'
import { QueueSummary } from './queue-summary'
import { RefreshButton } from './refresh-button'
import { SearchField } from './search-field'
import { SelectionBar } from './selection-bar'
import { ViewSwitch } from './view-switch'

/** The desk on a wide screen: queues, list and item side by side, all of it by keyboard. */
export const DeskDesktop = ({ inbox }: { inbox: Inbox }) => {
  const t = useText(inboxText)
  const { queue, served, view } = inbox
  const inboxList = useInboxList(inbox)
  const { list, selection } = inboxList
  const desk = useDeskKeys(inbox, inboxList)
  const search = useSearch()
  const claimNext = useClaimNext(queue?.id ?? '', desk.setOpen)
  usePresence(desk.open)
  return (
    <Page
      isDesk
      title={t('desk')}
      isWide
      headerEnd={
        <>
          <LiveStatus />
          <Button kind='quiet' onPress={() => desk.setSheet('keys')}>
            {t('keys')}
          </Button>
          <RefreshButton inbox={inbox} />
        </>
      }
      action={queue && queue.unclaimed > 0 && <ClaimNextButton claimNext={claimNext} />}
    >
      <DeskGate inbox={inbox}>
        {queue && (
          <View className={styles.columns}>
            <View className={styles.queues}>
              <QueueList hasDetails queues={served} chosenId={queue.id} onChoose={inbox.chooseQueue} />
              <FollowUpLinks queue={queue} />
              <DeskTools queue={queue} />
            </View>
            <View className={styles.list} {...a11y({ role: 'region', label: queue.name })}>
              <SearchField search={search} />
              {search.text !== undefined && (
                <FoundColumn text={search.text} openId={desk.open?.id} onOpen={desk.setOpen} onClose={search.close} />
              )}
              {search.text === undefined && (
                <>
                  <QueueSummary queue={queue} />
                  <ViewSwitch queue={queue} view={view} onChange={inbox.changeView} />
                  <InboxToolbar inbox={inbox} queue={queue} inboxList={inboxList} filterSheet={desk.filterSheet} />
                  {selection.ids.size > 0 && (
                    <View className={styles.selection}>
                      <SelectionBar selection={selection} itemIds={inboxList.itemIds} onHand={inboxList.hand} />
                    </View>
                  )}
                  <ItemList
                    inbox={inbox}
                    list={list}
                    selection={selection}
                    selecting={inboxList.canSelect ? 'beside' : undefined}
                    openId={desk.open?.id}
                    onOpen={desk.setOpen}
                  />
                </>
              )}
            </View>
            <View className={styles.item} {...a11y({ role: 'region', label: t('item') })}>
              <ItemPanel key={desk.open?.id} open={desk.open} wanted={desk.wanted} onWantedTaken={desk.wantedTaken} />
            </View>
          </View>
        )}
      </DeskGate>
      <KeysSheet isOpen={desk.sheet === 'keys'} onClose={() => desk.setSheet(undefined)} />
      {inboxList.isHanding && <HandOverSheet items={inboxList.chosen} onClose={inboxList.stopHanding} />}
    </Page>
  )
}
