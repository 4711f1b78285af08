import { AppError } from '@little-bench/shared/kernel/errors'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  findBookingById,
  lockSlotById,
  makeBookingMove,
  type PersonalMove,
  type Scheduling,
} from '../scheduling/index.ts'
import { findOrderById, type OrderAddress, type OrderRow } from './meal-order.repository.ts'
import { releaseOrder } from './place-order.ts'
import { findOwnOrder, type OrderView, readMealOrder } from './read-meal.service.ts'

/** How somebody takes back what they have; what is not here cannot be taken back. */
const TAKEN_BACK_BY: Partial<Record<BookingState, PersonalMove>> = {
  held: 'cancel',
  booked: 'cancel',
  waitlisted: 'leave',
  offered: 'decline',
}

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
  const [communityId, id] = [order.community_id, order.id]
  await lockSlotById(trx, { communityId, slotId: order.slot_id })
  const booking = await findBookingById(trx, communityId, id)
  const move = booking && TAKEN_BACK_BY[booking.state]
  if (!move) throw new AppError('booking_changed')
  await makeBookingMove(scheduling, trx, { communityId, id }, { move, ...by })
  if (booking.state !== 'booked') return
  const ordered = await findOrderById(trx, { communityId, orderId: id })
  if (ordered) await releaseOrder(trx, ordered)
}
