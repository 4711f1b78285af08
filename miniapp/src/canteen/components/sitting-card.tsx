import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { Text, View } from '@tarojs/components'
import { callPhone } from '../../platform/call-phone'
import { clockInSentence } from '../../platform/dates'
import { type Translate, useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { StatusChip } from '../../ui/status-chip'
import type { Canteen, MealSitting } from '../canteen.api'
import styles from '../canteen.module.scss'
import { canteenText } from '../canteen.text'
import { cutoffInSentence, dayOfMeal } from '../sitting-words'

interface SittingProps {
  communityId: string
  canteen: Canteen
  sitting: MealSitting
}

/** One sitting of a day: until when it can be ordered and what is left, or what to do instead. */
export const SittingCard = ({ communityId, canteen, sitting }: SittingProps) => {
  const t = useText(canteenText)
  const tSitting = useText(SITTING_TEXT)
  const { startsAt, endsAt, dishes } = sitting
  return (
    <Card>
      <View className={styles.head}>
        <Text className={styles.name}>{tSitting(sitting.sitting)}</Text>
        <Text>{t('from', { start: clockInSentence(startsAt), end: clockInSentence(endsAt) })}</Text>
      </View>
      <Banner sitting={sitting} />
      {dishes.length > 0 && <View className={styles.line}>{dishes.map(({ name }) => name).join('、')}</View>}
      <Ways communityId={communityId} canteen={canteen} sitting={sitting} />
    </Card>
  )
}

/** What is true of it now, and what somebody has of it. */
const Banner = ({ sitting }: { sitting: MealSitting }) => {
  const t = useText(canteenText)
  const { isOpen, title, next } = bannerOf(sitting, t, useNow())
  return (
    <>
      <Yours sitting={sitting} />
      <View className={isOpen ? styles.banner : styles.bannerOver}>
        <Icon name={isOpen ? 'clock' : 'alert'} />
        <View className={styles.bannerWords}>
          <Text className={styles.strong}>{title}</Text>
          <Text>{next}</Text>
        </View>
      </View>
    </>
  )
}

const bannerOf = (
  { refusal, seatsLeft, waiting, dishes, cutoffAt }: MealSitting,
  t: Translate<typeof canteenText>,
  now: Date,
) => {
  if (refusal === 'slot_closed') return { isOpen: false, title: t('closed'), next: t('closedNext') }
  if (refusal === 'past_cutoff') return { isOpen: false, title: t('over'), next: t('overNext') }
  if (dishes.length === 0) return { isOpen: false, title: t('noMenu'), next: t('noMenuNext') }
  if (refusal === 'slot_full') {
    const waits = waiting > 0 ? t('fullWaiting', { count: waiting }) : ''
    return { isOpen: false, title: t('full'), next: waits + t('fullNext') }
  }
  return {
    isOpen: true,
    title: t('until', { until: cutoffInSentence(cutoffAt, now) }),
    next: t('seats', { count: seatsLeft }),
  }
}

const Yours = ({ sitting: { yours } }: { sitting: MealSitting }) => {
  const t = useText(canteenText)
  const actingFor = useSession((session) => session.actingFor)
  if (!yours || yours.state === 'held') return null
  const isWaiting = yours.state === 'waitlisted'
  const own = actingFor ? t('yoursFor', actingFor) : t('yours')
  const word = { waitlisted: t('yoursWaiting'), offered: t('yoursOffered') }[yours.state as string] ?? own
  return (
    <View className={styles.line}>
      <StatusChip word={word} tone={isWaiting ? 'waiting' : yours.state === 'offered' ? 'soon' : 'good'} />
    </View>
  )
}

/** Order, wait, go on, look, or call: one way for each state. */
const Ways = ({ communityId, canteen, sitting }: SittingProps) => {
  const t = useText(canteenText)
  const tSitting = useText(SITTING_TEXT)
  const now = useNow()
  const { yours, refusal, on, id: slotId } = sitting
  const name = tSitting(sitting.sitting)
  const names = { day: dayOfMeal(on, now), sitting: name }
  const order = () => openPage('canteen/pages/order/index', { communityId, slotId, on })
  if (yours && yours.state !== 'held') {
    const see = () => openPage('canteen/pages/meal/index', { communityId, id: yours.orderId })
    return (
      <Button isWide icon='forward' label={t('seeLabel', names)} onPress={see}>
        {t('see')}
      </Button>
    )
  }
  if (sitting.dishes.length > 0 && yours) {
    return (
      <Button isWide icon='bowl' label={t('goOnLabel', names)} onPress={order}>
        {t('goOn')}
      </Button>
    )
  }
  if (sitting.dishes.length > 0 && (refusal === null || refusal === 'slot_full')) {
    const isFull = refusal === 'slot_full'
    return (
      <Button
        isWide
        icon={isFull ? 'clock' : 'bowl'}
        label={t(isFull ? 'waitLabel' : 'orderLabel', names)}
        onPress={order}
      >
        {t(isFull ? 'wait' : 'order', { sitting: name })}
      </Button>
    )
  }
  return (
    <Button isWide icon='phone' onPress={() => callPhone(canteen.phone)}>
      {t('callCanteen')}
    </Button>
  )
}
