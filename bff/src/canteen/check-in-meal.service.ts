import type { CheckIn } from '@little-bench/shared/canteen/kitchen.contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { findBookingById, happenedAt, lockSlotById, makeBookingMove, type Scheduling } from '../scheduling/index.ts'
import { isServing } from './canteen.policy.ts'
import { type KitchenOrderView, presentKitchenOrder } from './kitchen.presenter.ts'
import { servedCanteen, servedOrder, servedSitting } from './kitchen-access.ts'
import { listOrdersByCode, type OrderAddress, type OrderRow, updateOrder } from './meal-order.repository.ts'
import type { MealSlot } from './meal-slot.ts'
import { findBookedOrder } from './read-meal.service.ts'
import { ORDERED, withNames } from './sheet-orders.ts'

/** One order for the kitchen. Errors: `not_found`. */
export const readKitchenOrder = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
): Promise<KitchenOrderView> => {
  const { order, booking } = await findBookedOrder(scheduling, address)
  const [named] = await withNames(scheduling, [{ order, booking }])
  if (!named) throw new AppError('not_found')
  return presentKitchenOrder(named, scheduling, viewer.language)
}

/** When a meal was handed out, as a desk may have written it down. Errors: `not_being_served`. */
export const servedAt = ({ slot }: Pick<MealSlot, 'slot'>, said: string | undefined, now: Date): Date => {
  if (!isServing(slot, now)) throw new AppError('not_being_served')
  return happenedAt(said, slot, now)
}

/**
 * Somebody has come for their meal. Sent twice, or from two desks, it is once: `wasServed` says so.
 * Errors: `not_found`, `pick_up_code_unknown`, `code_of_another_canteen`, `code_of_another_sitting`, `booking_not_live`,
 * `not_being_served`.
 */
export const checkInMeal = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: { communityId: string; canteenId: string },
  body: CheckIn,
  write: Write,
): Promise<{ order: KitchenOrderView; wasServed: boolean }> => {
  const canteen = servedCanteen(scheduling, viewer, address)
  const { communityId } = address
  const meal = await servedSitting(scheduling, viewer, { communityId, slotId: body.slotId })
  if (meal.canteen.id !== canteen.id) throw new AppError('not_found')
  const order =
    body.way === 'code'
      ? await findByCode(scheduling, meal, body.code)
      : await findByName(scheduling, viewer, meal, body.orderId)
  const now = scheduling.clock.now()
  const orderAddress = { communityId, orderId: order.id }
  const { wasServed } = await inTransaction(scheduling.db, now, write, async (trx) => {
    const at = servedAt(meal, body.at, now)
    await lockSlotById(trx, { communityId, slotId: order.slot_id })
    const booking = await findBookingById(trx, communityId, order.id)
    if (booking?.state === 'served') return { wasServed: true }
    if (!booking || !ORDERED.includes(booking.state)) throw new AppError('booking_not_live')
    const by = { move: 'check_in', actorId: viewer.actorId, now, at } as const
    await makeBookingMove(scheduling, trx, { communityId, id: order.id }, by)
    await updateOrder(trx, orderAddress, { checked_in_at: at.toISOString(), check_in_way: body.way })
    return { wasServed: false }
  })
  return { order: await readKitchenOrder(scheduling, viewer, orderAddress), wasServed }
}

/** Spaces and hyphens are how somebody reads it out. */
const digitsOf = (code: string): string => code.replace(/[\s-]/g, '')

const findByCode = async (scheduling: Scheduling, { slot }: MealSlot, code: string): Promise<OrderRow> => {
  const found = await listOrdersByCode(scheduling.db, slot.community_id, digitsOf(code), slot.service_on)
  const [nearest] = found
  if (!nearest) throw new AppError('pick_up_code_unknown')
  const here = found.find(({ slot_id: slotId }) => slotId === slot.id)
  if (here) return here
  throw new AppError(nearest.canteen_id === slot.resource_id ? 'code_of_another_sitting' : 'code_of_another_canteen')
}

const findByName = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { slot }: MealSlot,
  orderId: string,
): Promise<OrderRow> => {
  const { order } = await servedOrder(scheduling, viewer, { communityId: slot.community_id, orderId })
  if (order.slot_id === slot.id) return order
  throw new AppError(order.canteen_id === slot.resource_id ? 'code_of_another_sitting' : 'code_of_another_canteen')
}

/** It was somebody else. Errors: `not_found`, `not_being_served`, `booking_changed` when they are not checked in. */
export const undoMealCheckIn = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
  write: Write,
): Promise<KitchenOrderView> => {
  const { order, meal } = await servedOrder(scheduling, viewer, address)
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, async (trx) => {
    if (!isServing(meal.slot, now)) throw new AppError('not_being_served')
    const [communityId, id] = [order.community_id, order.id]
    const by = { move: 'undo_check_in', actorId: viewer.actorId, now } as const
    await makeBookingMove(scheduling, trx, { communityId, id }, by)
    await updateOrder(trx, address, {
      checked_in_at: null,
      check_in_way: null,
      delivery_outcome: null,
      delivered_at: null,
    })
    return { orderId: id }
  })
  return readKitchenOrder(scheduling, viewer, address)
}
