import { useRouter } from '@tarojs/taro'
import { OfflineWay, useCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { replacePage } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { useCanteens, useSittings } from '../../canteen.api'
import { canteenText } from '../../canteen.text'
import { OrderForm } from '../../components/order-form'
import { orderText } from '../../order.text'

/** Orders one meal of one sitting. */
export default function OrderPage() {
  const t = useText(canteenText)
  const { communityId = '', slotId = '', on = '', same } = useRouter().params
  const community = useCommunity(communityId)
  const canteens = useCanteens(communityId)
  const sittings = useSittings(communityId, on)
  const sitting = sittings.data?.find(({ id }) => id === slotId)
  const canteen = canteens.data?.find(({ id }) => id === sitting?.canteenId)
  const yours = sitting?.yours
  if (community.data && sitting && canteen && (!yours || yours.state === 'held')) {
    return (
      <OrderForm key={slotId} community={community.data} canteen={canteen} sitting={sitting} isSame={same === '1'} />
    )
  }
  const failed = [community, canteens, sittings].find(({ error, data }) => error && !data)
  const isGone = sittings.data !== undefined && canteens.data !== undefined && (!sitting || !canteen)
  const retry = () => void Promise.all([community.refetch(), canteens.refetch(), sittings.refetch()])
  return (
    <Page title={t('title')}>
      {failed && <ErrorNotice error={failed.error} onRetry={retry} />}
      {!failed && !isGone && !yours && <Skeleton cards={3} />}
      {isGone && <Gone />}
      {yours && yours.state !== 'held' && (
        <Already onSee={() => replacePage('canteen/pages/meal/index', { communityId, id: yours.orderId })} />
      )}
      <OfflineWay communityId={communityId} />
    </Page>
  )
}

const Gone = () => {
  const t = useText(orderText)
  const go = () => replacePage('canteen/pages/sittings/index')
  return (
    <Empty
      icon='bowl'
      title={t('gone')}
      next={t('goneNext')}
      action={<Button onPress={go}>{t('toSittings')}</Button>}
    />
  )
}

const Already = ({ onSee }: { onSee: () => void }) => {
  const t = useText(orderText)
  return <Empty icon='check' title={t('alreadyYours')} action={<Button onPress={onSee}>{t('seeOrder')}</Button>} />
}
