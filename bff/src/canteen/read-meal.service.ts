import type { MealOrder } from '@little-bench/shared/canteen/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { applicantOf } from '@little-bench/shared/scheduling/applicant'
import { positionOf, WAITLIST_TEXT } from '@little-bench/shared/scheduling/waitlist'
import type { z } from 'zod'
import { factsOf, namesByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingRow, findBookingById, listWaitingBookings, type Scheduling } from '../scheduling/index.ts'
import { isTheirs, isWish } from './canteen.policy.ts'
import { findMealBatch } from './meal-batches.ts'
import { presentOrder } from './meal-order.presenter.ts'
import { findOrderById, type OrderAddress, type OrderRow } from './meal-order.repository.ts'
import { priceOf } from './meal-price.ts'
import { findMealSlot, type MealSlot } from './meal-slot.ts'

export type OrderView = z.input<typeof MealOrder>

/** An order with its booking, whose state is its own. */
export interface BookedOrder {
  order: OrderRow
  booking: BookingRow
  meal: MealSlot
}

/** Errors: `not_found`, also for one that is somebody else's. */
export const findOwnOrder = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
): Promise<BookedOrder> => {
  const found = await findBookedOrder(scheduling, address)
  if (!isTheirs(found.order, viewer)) throw new AppError('not_found')
  return found
}

/** Errors: `not_found`. */
export const findBookedOrder = async (scheduling: Scheduling, address: OrderAddress): Promise<BookedOrder> => {
  const { communityId, orderId } = address
  const order = await findOrderById(scheduling.db, address)
  const booking = order && (await findBookingById(scheduling.db, communityId, orderId))
  if (!order || !booking) throw new AppError('not_found')
  const meal = await findMealSlot(scheduling, { communityId, slotId: order.slot_id })
  return { order, booking, meal }
}

/** One order as whoever eats it sees it. Errors: `not_found`, also for one that is somebody else's. */
export const readMealOrder = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
): Promise<OrderView> => {
  const found = await findOwnOrder(scheduling, viewer, address)
  const batch = await findMealBatch(scheduling.db, found.meal, 'meal_sitting')
  const names = await namesByPersonId(scheduling, [found.order.person_id])
  return presentOrder(found, {
    queueId: batch?.queueId ?? '',
    price: isWish(found.booking.state) ? await wishPrice(scheduling, found) : undefined,
    waitlist: await placeInLine(scheduling, found.booking, viewer),
    name: names.get(found.order.person_id)?.masked ?? '',
    viewer,
    context: scheduling,
    now: scheduling.clock.now(),
  })
}

/** While somebody waits nothing is fixed: it costs what it would cost now. */
const wishPrice = async (scheduling: Scheduling, { order, meal }: BookedOrder) => {
  const facts = await factsOf(scheduling, scheduling.db, order.person_id)
  const applicant = applicantOf(facts, order.community_id, order.service_on)
  return priceOf({ meal, lines: order.lines, fulfilment: order.fulfilment, applicant }, false)
}

const placeInLine = async (
  scheduling: Scheduling,
  { id, state, community_id: communityId, slot_id: slotId, waitlist_reason: reason }: BookingRow,
  { language }: Pick<Viewer, 'language'>,
): Promise<OrderView['waitlist']> => {
  if (state !== 'waitlisted' || reason === null) return null
  const position = positionOf(id, await listWaitingBookings(scheduling.db, { communityId, slotId }))
  return position === undefined ? null : { position, reason: inLanguage(WAITLIST_TEXT[reason], language) }
}
