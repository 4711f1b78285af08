import { useRouter } from '@tarojs/taro'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage, replacePage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { MealView } from '../../components/meal-view'
import { MEAL_KEY, useMealOrder } from '../../meal.api'
import { mealText } from '../../meal.text'

/** One meal order: its code, and what becomes of it. */
export default function MealPage() {
  const t = useText(mealText)
  const { communityId = '', id } = useRouter().params
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  const order = useMealOrder(communityId, id)
  useRefreshOnShow(MEAL_KEY)
  return (
    <Page
      title={actingFor ? t('titleFor', actingFor) : t('title')}
      action={
        <Button kind='primary' isWide onPress={() => replacePage('canteen/pages/sittings/index')}>
          {t('orderAgain')}
        </Button>
      }
    >
      {!isSignedIn && (
        <Empty
          icon='person'
          title={t('notSignedIn')}
          action={<Button onPress={() => openPage('people/pages/sign-in/index')}>{t('signIn')}</Button>}
        />
      )}
      {isSignedIn && !order.data && !order.error && <Skeleton cards={2} />}
      {isSignedIn && !order.data && order.error && (
        <ErrorNotice error={order.error} onRetry={() => void order.refetch()} />
      )}
      {isSignedIn && order.data && <MealView order={order.data} />}
      <OfflineWay communityId={communityId} />
    </Page>
  )
}
