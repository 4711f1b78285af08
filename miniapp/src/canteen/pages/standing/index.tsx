import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { toTop } from '../../../platform/to-top'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { useCanteens } from '../../canteen.api'
import styles from '../../canteen.module.scss'
import { StandingCard } from '../../components/standing-card'
import { StandingForm } from '../../components/standing-form'
import { type StandingOrder, useStandingOrders } from '../../standing.api'
import { standingText } from '../../standing.text'

/** Meals that are ordered by themselves on fixed weekdays. */
export default function StandingPage() {
  const t = useText(standingText)
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  const { community, error, retry } = useMyCommunity()
  return (
    <Page title={actingFor ? t('titleFor', actingFor) : t('title')}>
      <View className={styles.line}>{t('hint')}</View>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!isSignedIn && (
        <Empty
          icon='person'
          title={t('notSignedIn')}
          action={<Button onPress={() => openPage('people/pages/sign-in/index')}>{t('signIn')}</Button>}
        />
      )}
      {isSignedIn && community && <Standing community={community} />}
      <OfflineWay />
    </Page>
  )
}

const Standing = ({ community }: { community: Community }) => {
  const t = useText(standingText)
  const orders = useStandingOrders(community.id)
  const canteens = useCanteens(community.id)
  const [edited, setEdited] = useState<StandingOrder | 'new'>()
  const open = (order: StandingOrder | 'new' | undefined) => {
    setEdited(order)
    toTop()
  }
  const failed = [orders, canteens].find(({ error, data }) => error && !data)
  if (failed)
    return <ErrorNotice error={failed.error} onRetry={() => void Promise.all([orders.refetch(), canteens.refetch()])} />
  if (!orders.data || !canteens.data) return <Skeleton cards={2} />
  if (edited) {
    return (
      <StandingForm
        community={community}
        canteens={canteens.data}
        order={edited === 'new' ? undefined : edited}
        onDone={() => open(undefined)}
      />
    )
  }
  return (
    <>
      {orders.data.length === 0 && <Empty icon='calendar' title={t('none')} next={t('noneNext')} />}
      {orders.data.map((order) => (
        <StandingCard
          key={`${order.canteenId}/${order.sitting}`}
          communityId={community.id}
          order={order}
          onEdit={() => open(order)}
        />
      ))}
      <Button isWide icon='plus' onPress={() => open('new')}>
        {t('add')}
      </Button>
    </>
  )
}
