import { useInfiniteQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { ItemCard, openMyItem, requesterApi } from '../../work-queue'
import { RESIDENT_KEY } from '../counter.api'
import styles from '../counter.module.scss'
import { itemsText } from '../items.text'

/** Read for the person, so that staff can say how it stands; each opens as they would see it themselves. */
export const ResidentItems = ({ residentId }: { residentId: string }) => {
  const t = useText(itemsText)
  const list = useItemsOf(residentId)
  if (list.isPending) return <Skeleton cards={3} />
  if (!list.data) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <Empty icon='speech' title={t('empty')} next={t('emptyNext')} />
  return (
    <>
      <View className={styles.list} {...a11y({ role: 'list', label: t('list') })}>
        {items.map((item) => (
          <View key={item.id} {...a11y({ role: 'listitem' })}>
            <ItemCard item={item} onPress={() => openMyItem(item)} />
          </View>
        ))}
      </View>
      {list.hasNextPage && (
        <Button icon='down' isWide isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

const useItemsOf = (residentId: string) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [RESIDENT_KEY, residentId, 'items', language],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      requesterApi.listMyItems({ query: pageParam ? { cursor: pageParam } : {} }, { actingFor: residentId }),
    getNextPageParam: (last) => last.nextCursor,
  })
}
