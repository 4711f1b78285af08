import type { KitchenOrder } from '@little-bench/shared/canteen/kitchen.contract'
import { FREE_REASON_TEXT } from '@little-bench/shared/canteen/meals'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { BookingRow } from '../scheduling/index.ts'
import type { OrderRow } from './meal-order.repository.ts'
import { openOrNull } from './sealed-meal.ts'

export type KitchenOrderView = z.input<typeof KitchenOrder>

/** Why it is free, in words: what was chosen at the till, or the rule that decided, without the age that it was told with. */
export const paymentReasonOf = (
  { config }: Pick<Context, 'config'>,
  order: Pick<OrderRow, 'community_id' | 'canteen_id' | 'payment' | 'payment_reason' | 'reasons' | 'rule_ids'>,
  language: Language,
): string | null => {
  if (order.payment !== 'free') return null
  if (order.payment_reason !== null) return inLanguage(FREE_REASON_TEXT[order.payment_reason], language)
  const canteen = config()
    .communities.get(order.community_id)
    ?.canteens.find(({ id }) => id === order.canteen_id)
  const [ruleId] = order.rule_ids
  const reason = canteen?.rules.find(({ id }) => id === ruleId)?.because ?? order.reasons[0]
  return reason ? inLanguage(reason, language) : null
}

/** An order as whoever cooks and serves sees it: no door and no telephone. */
export const presentKitchenOrder = (
  { order, booking, name }: { order: OrderRow; booking: BookingRow; name: string },
  context: Pick<Context, 'config' | 'sealer'>,
  language: Language,
): KitchenOrderView => ({
  id: order.id,
  state: booking.state,
  name,
  pickUpCode: order.pick_up_code,
  fulfilment: order.fulfilment,
  dishes: order.lines.map((line) => ({
    dishId: line.dishId,
    name: inLanguage(line.name, language),
    quantity: line.quantity,
  })),
  note: openOrNull(context.sealer, order.sealed_note, ['meal_order', order.id, 'note']),
  totalCents: order.total_cents,
  dueCents: order.total_cents - order.subsidy_cents,
  payment: order.payment,
  paymentReason: paymentReasonOf(context, order, language),
  checkedInAt: order.checked_in_at,
  deliveryOutcome: order.delivery_outcome,
})
