import { gridCellOfPlace } from '@little-bench/config/places'
import type { DeliveryOutcome } from '@little-bench/shared/canteen/meals'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { SERVICE_CODES } from '@little-bench/shared/scheduling/service-codes'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  categoryOf,
  findBookingById,
  lockSlotById,
  makeBookingMove,
  type PersonalMove,
  type Scheduling,
} from '../scheduling/index.ts'
import { enqueue, takeReceiptNumber } from '../work-queue/index.ts'
import { readKitchenOrder, servedAt } from './check-in-meal.service.ts'
import type { KitchenOrderView } from './kitchen.presenter.ts'
import { servedOrder } from './kitchen-access.ts'
import { findOrderById, type OrderAddress, type OrderRow, updateOrder } from './meal-order.repository.ts'
import { dayAndSitting, type MealSlot } from './meal-slot.ts'
import { ORDERED } from './sheet-orders.ts'

/** What went wrong at the door is an item of its own, whose clock runs for one person. */
const EXCEPTIONS = { delivered: null, refused: 'delivery_refused', nobody_home: 'delivery_nobody_home' } as const

/** Whoever took or refused it was met; behind a closed door somebody may need help, and the meal counts as not fetched. */
const moveFor = (state: BookingState, outcome: DeliveryOutcome): PersonalMove | undefined => {
  if (outcome === 'nobody_home') return state === 'served' ? 'undo_check_in' : undefined
  return state === 'served' ? undefined : 'check_in'
}

/**
 * What became of a delivery. Said twice it is once; said otherwise, the later counts.
 * Errors: `not_found`, `booking_not_live` for what is not delivered, or cancelled, `not_being_served`.
 */
export const recordDelivery = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
  { outcome, at }: { outcome: DeliveryOutcome; at?: string | undefined },
  write: Write,
): Promise<KitchenOrderView> => {
  const { order, meal } = await servedOrder(scheduling, viewer, address)
  if (order.fulfilment !== 'delivery') throw new AppError('booking_not_live')
  const now = scheduling.clock.now()
  const serviceCode = EXCEPTIONS[outcome]
  const receiptNumber = serviceCode && (await takeReceiptNumber(scheduling, meal.community, now))
  await inTransaction(scheduling.db, now, write, async (trx) => {
    const isNew = await changeOutcome(scheduling, trx, order, {
      outcome,
      at: servedAt(meal, at, now),
      now,
      actorId: viewer.actorId,
    })
    if (isNew && serviceCode !== null && receiptNumber !== null) {
      await reportException(scheduling, trx, meal, order, { serviceCode, receiptNumber, actorId: viewer.actorId, now })
    }
    return { orderId: order.id }
  })
  return readKitchenOrder(scheduling, viewer, address)
}

const changeOutcome = async (
  scheduling: Scheduling,
  trx: Trx,
  { community_id: communityId, id, slot_id: slotId }: OrderRow,
  { outcome, at, now, actorId }: { outcome: DeliveryOutcome; at: Date; now: Date; actorId: string },
): Promise<boolean> => {
  const address = { communityId, orderId: id }
  await lockSlotById(trx, { communityId, slotId })
  const booking = await findBookingById(trx, communityId, id)
  const before = await findOrderById(trx, address)
  if (!booking || !before || !ORDERED.includes(booking.state)) throw new AppError('booking_not_live')
  if (before.delivery_outcome === outcome) return false
  const move = moveFor(booking.state, outcome)
  if (move) await makeBookingMove(scheduling, trx, { communityId, id }, { move, actorId, now, at })
  const wasMet = outcome !== 'nobody_home'
  await updateOrder(trx, address, {
    delivery_outcome: outcome,
    delivered_at: at.toISOString(),
    checked_in_at: wasMet ? at.toISOString() : null,
    check_in_way: wasMet ? 'paper' : null,
  })
  return true
}

interface Exception {
  serviceCode: 'delivery_refused' | 'delivery_nobody_home'
  receiptNumber: string
  actorId: string
  now: Date
}

const reportException = async (
  scheduling: Scheduling,
  trx: Trx,
  meal: MealSlot,
  { id, person_id: requesterId, place_id: placeId }: OrderRow,
  { serviceCode, receiptNumber, actorId, now }: Exception,
): Promise<void> => {
  const cell = placeId === null ? undefined : gridCellOfPlace(meal.community, placeId)
  const { name, isConfidential } = SERVICE_CODES[serviceCode]
  await enqueue(
    scheduling,
    trx,
    meal.community,
    scheduling.config(),
    {
      id: uuidv7(),
      receiptNumber,
      service: 'canteen',
      subjectId: id,
      title: isConfidential ? name.zh : `${name.zh}：${dayAndSitting(meal)}`,
      isConfidential,
      requesterId,
      hand: { actorId, actingForId: null },
      filedById: null,
      gridCellId: cell?.id ?? null,
      words: '',
      category: categoryOf('canteen', serviceCode),
    },
    now,
  )
}
