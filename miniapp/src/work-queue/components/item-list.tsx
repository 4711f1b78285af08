import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNetwork } from '../../platform/network-state'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import type { ItemPages } from '../use-inbox'
import { useNow } from '../use-now'
import { VIEW_NAME } from '../view-names'
import type { QueueItem, QueueView } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { EmptyView } from './empty-view'
import { ItemRow } from './item-row'

interface ItemListProps {
  pages: ItemPages
  view: QueueView
  openId?: string | undefined
  onOpen: (item: QueueItem) => void
  onChangeView: (view: QueueView) => void
}

/** The items of a queue in the server's order, page after page. */
export const ItemList = ({ pages, view, openId, onOpen, onChangeView }: ItemListProps) => {
  const t = useText(workQueueText)
  const now = useNow()
  const isOnline = useNetwork((network) => network.isOnline)
  const { items, query } = pages
  if (query.isPending) return <Skeleton cards={4} />
  const notice = query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return notice
  if (items.length === 0) return <EmptyView view={view} onChangeView={onChangeView} />
  const isDueFirst = view === 'open' || view === 'mine'
  return (
    <>
      {/* Without a network the strip above has said it, and what was read stays. */}
      {isOnline && notice}
      <View {...a11y({ role: 'list', label: t(isDueFirst ? 'list' : 'listNewest', { view: t(VIEW_NAME[view]) }) })}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} now={now} isOpen={item.id === openId} onOpen={() => onOpen(item)} />
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
