import type { FreeReason, PaymentState } from '@little-bench/shared/canteen/meals'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { findBookingById, lockSlotById, type Scheduling } from '../scheduling/index.ts'
import { readKitchenOrder } from './check-in-meal.service.ts'
import type { KitchenOrderView } from './kitchen.presenter.ts'
import { servedOrder } from './kitchen-access.ts'
import { findOrderById, type OrderAddress, type OrderRow, updateOrder } from './meal-order.repository.ts'
import { isCooked, isRefund } from './sheet-orders.ts'

interface Payment {
  payment: PaymentState
  reason?: FreeReason | undefined
}

/** What is free by a rule says so by itself; whatever else is free, somebody answers for. */
const reasonOf = ({ total_cents: total, subsidy_cents: subsidy }: OrderRow, { payment, reason }: Payment) => {
  if (payment !== 'free') return null
  if (!reason && total !== subsidy) throw new AppError('payment_reason_missing')
  return reason ?? null
}

/**
 * How a meal was paid at the counter; no money moves through here. What was paid and is cancelled can be given back.
 * Errors: `not_found`, `payment_reason_missing`, `booking_not_live`.
 */
export const recordPayment = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
  payment: Payment,
  write: Write,
): Promise<KitchenOrderView> => {
  const { order } = await servedOrder(scheduling, viewer, address)
  const payment_reason = reasonOf(order, payment)
  await inTransaction(scheduling.db, scheduling.clock.now(), write, async (trx) => {
    await lockSlotById(trx, { communityId: order.community_id, slotId: order.slot_id })
    const booking = await findBookingById(trx, order.community_id, order.id)
    const current = await findOrderById(trx, address)
    const isGivenBack = current && booking && isRefund(current, booking) && payment.payment === 'unpaid'
    if (!booking || !(isCooked({ booking }) || isGivenBack)) throw new AppError('booking_not_live')
    await updateOrder(trx, address, { payment: payment.payment, payment_reason, payment_by: viewer.actorId })
    return { orderId: order.id }
  })
  return readKitchenOrder(scheduling, viewer, address)
}
