import { FULFILMENT_TEXT, SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { View } from '@tarojs/components'
import { clockInSentence, dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { bookingStatus, CalendarButton, LeaveWaitlist, OfferCard, schedulingText, WaitlistCard } from '../../scheduling'
import { BigCode } from '../../ui/big-code'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { StatusChip } from '../../ui/status-chip'
import { SITTINGS_KEY } from '../canteen.api'
import styles from '../canteen.module.scss'
import { canteenText } from '../canteen.text'
import { MEAL_KEY, type MealOrder } from '../meal.api'
import { mealText } from '../meal.text'
import { CancelMeal } from './cancel-meal'
import { MealSlip } from './meal-slip'
import { PriceCard } from './price-card'

const REFRESHES = [MEAL_KEY, SITTINGS_KEY]

/** One meal: the code first, then when and where, what it costs and why, and how to undo it. */
export const MealView = ({ order }: { order: MealOrder }) => {
  const t = useText(mealText)
  const tSitting = useText(SITTING_TEXT)
  const { id, communityId, state, pickUpCode, waitlist, expiresAt, canCancel } = order
  const ref = { communityId, bookingId: id, refreshes: REFRESHES }
  const isComing = state === 'booked'
  return (
    <>
      <Standing order={order} />
      {isComing && pickUpCode !== null && (
        <Card tint='green'>
          <BigCode name={t('code')} code={pickUpCode} />
          <View>{t('codeWords')}</View>
        </Card>
      )}
      {state === 'offered' && expiresAt !== null && <OfferCard {...ref} expiresAt={expiresAt} />}
      {waitlist && <WaitlistCard place={waitlist} />}
      <MealFacts order={order} />
      <PriceCard price={order.price} isWaiting={state === 'waitlisted' || state === 'offered'} />
      {isComing && <MealSlip order={order} />}
      <View className={styles.ways}>
        {isComing && (
          <CalendarButton
            entry={{
              id,
              title: t('entry', { sitting: tSitting(order.sitting), canteen: order.canteenName }),
              startsAt: order.startsAt,
              endsAt: order.endsAt,
              place: order.canteenName,
            }}
          />
        )}
        {state === 'waitlisted' && <LeaveWaitlist {...ref} />}
        {isComing && canCancel && <CancelMeal communityId={communityId} orderId={id} />}
      </View>
    </>
  )
}

/** One word and one sentence with the next date. */
const Standing = ({ order }: { order: MealOrder }) => {
  const t = useText(schedulingText)
  const tMeal = useText(mealText)
  const status = bookingStatus(order, t)
  const word = order.state === 'booked' ? tMeal('ordered') : status.word
  const { tone, sentence } = status
  return (
    <View className={styles.line}>
      <StatusChip word={word} tone={tone} />
      <View>{sentence}</View>
    </View>
  )
}

const MealFacts = ({ order }: { order: MealOrder }) => {
  const t = useText(mealText)
  const tSitting = useText(SITTING_TEXT)
  const tWay = useText(FULFILMENT_TEXT)
  const tDish = useText(canteenText)
  const { on, sitting, startsAt, endsAt, dishes, fulfilment, canteenName, addressName, door, note, queue, payment } =
    order
  const when = t('whenWords', {
    date: dateInSentence(on),
    sitting: tSitting(sitting),
    start: clockInSentence(startsAt),
    end: clockInSentence(endsAt),
  })
  const whereTo = [addressName, door].filter(Boolean).join(' ')
  return (
    <Card>
      <FactList
        facts={[
          { name: t('when'), value: when },
          { name: t('where'), value: canteenName },
          { name: t('how'), value: tWay(fulfilment) },
          ...(whereTo ? [{ name: t('whereDeliver'), value: whereTo }] : []),
          {
            name: t('dishes'),
            value: dishes.map(({ name, quantity }) => tDish('dishTimes', { name, count: quantity })).join('\n'),
          },
          ...(note ? [{ name: t('note'), value: note }] : []),
          ...(order.state === 'served' ? [{ name: t('payment'), value: t(payment) }] : []),
          { name: t('queue'), value: queue.name },
        ]}
      />
    </Card>
  )
}
