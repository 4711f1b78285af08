import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { clockInSentence, dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { yuanOf } from '../../platform/money'
import { useSession } from '../../platform/session'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import { canteenText } from '../canteen.text'
import type { MealOrder } from '../meal.api'
import { mealText } from '../meal.text'

/** The paper for somebody whose meal was ordered at the counter: they have no page to show. */
export const MealSlip = ({ order }: { order: MealOrder }) => {
  const t = useText(mealText)
  const tSitting = useText(SITTING_TEXT)
  const tDish = useText(canteenText)
  const isActing = useSession((session) => session.actingFor !== null)
  const roles = useSession((session) => session.person)?.roles.map(({ role }) => role) ?? []
  if (!isActing || !hasPermission(roles, 'resident.assist') || order.pickUpCode === null) return null
  const { on, sitting, startsAt, endsAt, canteenName, dishes, price, forWhom } = order
  const due = price.totalCents - price.subsidyCents
  const when = {
    date: dateInSentence(on),
    sitting: tSitting(sitting),
    start: clockInSentence(startsAt),
    end: clockInSentence(endsAt),
  }
  return (
    <Slip title={t('slipTitle')}>
      <SlipLine>{forWhom.name}</SlipLine>
      <SlipNumber name={t('slipCode')} value={order.pickUpCode.replace(/(\d{3})(?=\d)/g, '$1 ')} />
      <SlipLine>{t('slipWhen', when)}</SlipLine>
      <SlipLine>{canteenName}</SlipLine>
      <SlipLine>
        {dishes.map(({ name, quantity }) => tDish('dishTimes', { name, count: quantity })).join('，')}
      </SlipLine>
      <SlipLine>{due > 0 ? t('slipDue', { due: yuanOf(due) }) : t('slipFree')}</SlipLine>
      <SlipLine>{t('slipHow')}</SlipLine>
    </Slip>
  )
}
