import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { giveUpBooking, giveUpEverything, type Scheduling } from '../scheduling/index.ts'
import { findOrderById, type OrderAddress, type OrderRow } from './meal-order.repository.ts'
import { releaseOrder } from './place-order.ts'
import { findOwnOrder, type OrderView, readMealOrder } from './read-meal.service.ts'

/**
 * Cancels an order until the cut-off, or gives up waiting; the seat goes to whoever is next, the portions to everybody.
 * Errors: `not_found`, `past_cutoff`, `booking_changed`.
 */
export const cancelMealOrder = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
  write: Write,
): Promise<OrderView> => {
  const { order } = await findOwnOrder(scheduling, viewer, address)
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, async (trx) => {
    await takeBack(scheduling, trx, order, { actorId: viewer.actorId, now })
    return { orderId: order.id }
  })
  return readMealOrder(scheduling, viewer, address)
}

const takeBack = async (
  scheduling: Scheduling,
  trx: Trx,
  order: OrderRow,
  by: { actorId: string; now: Date },
): Promise<void> => {
  if ((await giveUpBooking(scheduling, trx, order, by)) !== 'booked') return
  const ordered = await findOrderById(trx, { communityId: order.community_id, orderId: order.id })
  if (ordered) await releaseOrder(trx, ordered)
}

/** Whoever closes their account eats here no more: what can be cancelled is, with its portions and its subsidy. */
export const cancelMealsOf = (scheduling: Scheduling, trx: Trx, personId: string, now: Date): Promise<void> =>
  giveUpEverything(scheduling, trx, { personId, service: 'canteen' }, now, async (booking) => {
    const order = await findOrderById(trx, { communityId: booking.community_id, orderId: booking.id })
    if (order) await releaseOrder(trx, order)
  })
