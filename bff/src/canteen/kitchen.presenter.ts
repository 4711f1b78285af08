import type { KitchenOrder } from '@little-bench/shared/canteen/kitchen.contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { BookingRow } from '../scheduling/index.ts'
import type { OrderRow } from './meal-order.repository.ts'
import { openOrNull } from './sealed-meal.ts'

export type KitchenOrderView = z.input<typeof KitchenOrder>

/** Why it is free, in words: what was said at the till, or the rule that decided. */
export const paymentReasonOf = (
  { payment, payment_reason: said, reasons }: Pick<OrderRow, 'payment' | 'payment_reason' | 'reasons'>,
  language: Language,
): string | null => {
  if (payment !== 'free') return null
  const [first] = reasons
  return said ?? (first ? inLanguage(first, language) : null)
}

/** An order as whoever cooks and serves sees it: no door and no telephone. */
export const presentKitchenOrder = (
  { order, booking, name }: { order: OrderRow; booking: BookingRow; name: string },
  context: Pick<Context, 'sealer'>,
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
  paymentReason: paymentReasonOf(order, language),
  checkedInAt: order.checked_in_at,
  deliveryOutcome: order.delivery_outcome,
})
