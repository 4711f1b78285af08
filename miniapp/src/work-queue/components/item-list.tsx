import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNetwork } from '../../platform/network-state'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { inboxText } from '../inbox.text'
import { LIST_ID } from '../list-scroll'
import type { Inbox } from '../use-inbox'
import type { Selection } from '../use-selection'
import type { useSteadyList } from '../use-steady-list'
import { isDueFirst } from '../view-names'
import type { QueueItem } from '../work-item.api'
import { EmptyView } from './empty-view'
import styles from './item-list.module.scss'
import { ItemRow } from './item-row'

interface ItemListProps {
  inbox: Inbox
  list: ReturnType<typeof useSteadyList<QueueItem>>
  selection: Selection
  /** How items are chosen here; undefined where none can be. */
  selecting: 'beside' | 'whole' | undefined
  openId?: string | undefined
  onOpen: (item: QueueItem) => void
}

/** The items of a queue in the server's order, page after page. */
export const ItemList = ({ inbox, list, selection, selecting, openId, onOpen }: ItemListProps) => {
  const t = useText(inboxText)
  const now = useNow()
  const isOnline = useNetwork((network) => network.isOnline)
  const { view, queue } = inbox
  const { query } = inbox.pages
  if (query.isPending) return <Skeleton cards={4} />
  const notice = query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return notice
  if (list.rows.length === 0) return <EmptyView {...inbox} />
  return (
    <>
      {/* Without a network the strip above has said it, and what was read stays. */}
      {isOnline && notice}
      {list.waiting > 0 && (
        <View className={styles.waiting} {...a11y({ role: 'status', live: 'polite' })}>
          <Button icon='refresh' onPress={list.showWaiting}>
            {t('waiting', { count: list.waiting })}
          </Button>
        </View>
      )}
      <View
        id={LIST_ID}
        {...a11y({ role: 'list', label: t(isDueFirst(view) ? 'list' : 'listNewest', { view: t(view) }) })}
      >
        {list.rows.map(({ item, isGone }) => (
          <ItemRow
            key={item.id}
            item={item}
            now={now}
            isOpen={item.id === openId}
            isGone={isGone}
            onOpen={() => onOpen(item)}
            selecting={isGone ? undefined : selecting}
            isChosen={selection.ids.has(item.id)}
            onToggle={() => selection.toggle(item.id)}
            hasCommunity={queue?.communityId === null}
          />
        ))}
      </View>
      {query.hasNextPage && (
        <Button icon='down' isWide isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}
