import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tabs } from '../../../ui/tabs'
import { DeliveryCard } from '../../components/delivery-card'
import styles from '../../counter.module.scss'
import { DELIVERIES_KEY, type DeliveryView, useDeliveries } from '../../delivery.api'
import { deliveryText } from '../../delivery.text'

/** Messages through WeChat: first those that did not arrive, with why and what to do. */
export default function DeliveriesPage() {
  const t = useText(deliveryText)
  return (
    <Page isDesk title={t('deliveries')}>
      <StaffOnly permission='delivery.read'>
        <Deliveries />
      </StaffOnly>
    </Page>
  )
}

const Deliveries = () => {
  const t = useText(deliveryText)
  const [view, setView] = useState<DeliveryView>('stuck')
  const list = useDeliveries(view)
  useRefreshOnShow(DELIVERIES_KEY)
  const pages = list.data?.pages
  const deliveries = pages?.flatMap(({ items }) => items)
  const stuck = pages?.[0]?.stuck
  const isStuck = view === 'stuck'
  return (
    <>
      <View className={styles.block}>{t('words')}</View>
      <Tabs<DeliveryView>
        label={t('which')}
        tabs={[
          { value: 'stuck', name: t('stuck'), ...(stuck === undefined ? {} : { count: stuck }) },
          { value: 'all', name: t('all') },
        ]}
        value={view}
        onChange={setView}
      />
      {list.isPending && <Skeleton cards={3} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {deliveries?.length === 0 && (
        <Empty
          icon='check'
          title={t(isStuck ? 'noneStuck' : 'noneAll')}
          next={t(isStuck ? 'noneStuckNext' : 'noneAllNext')}
        />
      )}
      <View className={styles.list} {...a11y({ role: 'list', label: t('list') })}>
        {deliveries?.map((delivery) => (
          <View key={delivery.id} {...a11y({ role: 'listitem' })}>
            <DeliveryCard delivery={delivery} />
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
