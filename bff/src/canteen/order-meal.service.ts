import type { NewMealOrder } from '@little-bench/shared/canteen/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { v7 as uuidv7 } from 'uuid'
import { reaches } from '../platform/authority.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { inTransaction, type Write, wasMade } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  findOwnBooking,
  isFullFor,
  joinWaitlist,
  makeBookingMove,
  type Scheduling,
  type SlotAddress,
  takeSeat,
} from '../scheduling/index.ts'
import { checkPortions, checkWay } from './check-meal.ts'
import { type DishRow, listDishes } from './dish.repository.ts'
import { admitEater, type Eater } from './eater.ts'
import { openMealBatches, prepareMealBatches } from './meal-batches.ts'
import { updateOrder } from './meal-order.repository.ts'
import { priceOf } from './meal-price.ts'
import { findMealSlot, type MealSlot } from './meal-slot.ts'
import { hasSubsidy } from './meal-subsidy.repository.ts'
import { keepWish, linesOf, type Ordering, placeOrder, wayColumns } from './place-order.ts'
import { type OrderView, readMealOrder } from './read-meal.service.ts'
import { createTurns } from './take-turns.ts'

interface Checked {
  ordering: Ordering
  eater: Eater
  menu: readonly DishRow[]
}

/**
 * Everything about an order that can be said without a seat. In the transaction of a write, so that one that is repeated
 * the day after is answered as it was.
 * Errors: `date_in_past`, `other_community`, `menu_missing`, `unknown_dish`, `portions_out_of_range`,
 * `fulfilment_not_offered`, `address_missing`, `unknown_place`.
 */
const checkMeal = async (
  scheduling: Scheduling,
  db: Database | Trx,
  viewer: Viewer,
  meal: MealSlot,
  body: NewMealOrder,
  now: Date,
): Promise<Checked> => {
  const { community, canteen, slot } = meal
  if (slot.service_on < shanghaiTime(now).date) throw new AppError('date_in_past')
  const eater = await admitEater(scheduling, db, viewer, community, slot.service_on)
  const portions = checkPortions(body.dishes)
  const way = checkWay(community, canteen, body, eater.homePlaceId)
  const menu = await listDishes(db, community.id, [slot.id])
  linesOf(menu, portions)
  return { ordering: { meal, personId: viewer.personId, applicant: eater.applicant, way, portions }, eater, menu }
}

/** What it would cost now. Errors: `not_found`, those of `checkMeal`. */
export const quoteMeal = async (scheduling: Scheduling, viewer: Viewer, address: SlotAddress, body: NewMealOrder) => {
  const sitting = await findMealSlot(scheduling, address)
  const now = scheduling.clock.now()
  const { ordering, menu } = await checkMeal(scheduling, scheduling.db, viewer, sitting, body, now)
  const { meal, way, applicant, personId } = ordering
  const lines = linesOf(menu, ordering.portions)
  const alreadySubsidised = await hasSubsidy(scheduling.db, {
    community_id: meal.community.id,
    person_id: personId,
    service_on: meal.slot.service_on,
    sitting: meal.sitting,
  })
  const price = priceOf({ meal, lines, fulfilment: way.fulfilment, applicant }, alreadySubsidised)
  return {
    totalCents: price.totalCents,
    subsidyCents: price.subsidyCents,
    reasons: price.reasons.map((reason) => inLanguage(reason, viewer.language)),
  }
}

/**
 * Orders a meal: the seat, the dishes and the price, all of it or nothing. A seat that the person holds or was offered is
 * the one that is taken. The slot is locked before its dishes, by everybody.
 * Errors: `not_found`, those of `checkMeal`, `dish_sold_out`, `slot_full`, `slot_closed`, `past_cutoff`, `already_booked`,
 * `booking_overlaps`, `hold_expired`, `offer_expired`, `booking_changed`, `proxy_power_missing` for an offer that they may
 * not answer, `idempotency_key_reused`.
 */
export const orderMeal = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  body: NewMealOrder,
  write: Write,
): Promise<OrderView> => {
  const { orderId } = await takeTurns(address.slotId, () => order(scheduling, viewer, address, body, write))
  return readMealOrder(scheduling, viewer, { communityId: address.communityId, orderId })
}

/**
 * When a menu is new everybody comes at once: whoever waits for those before them learns without a transaction that it is
 * full. Other processes have turns of their own, and the slot is what keeps all of them in order.
 */
const takeTurns = createTurns(6)

const order = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  body: NewMealOrder,
  write: Write,
): Promise<{ orderId: string }> => {
  const now = scheduling.clock.now()
  const meal = await findMealSlot(scheduling, address)
  if ((await isFullFor(scheduling.db, meal.slot, viewer.personId, now)) && !(await wasMade(scheduling.db, write))) {
    throw new AppError('slot_full')
  }
  const batches = await prepareMealBatches(scheduling, meal, { isDelivered: body.fulfilment === 'delivery' }, now)
  // Only the id is kept for whoever repeats the write: its stored result is not sealed.
  return inTransaction(scheduling.db, now, write, async (trx) => {
    const { ordering } = await checkMeal(scheduling, trx, viewer, meal, body, now)
    const orderId = await takeMeal(scheduling, trx, ordering, { address, viewer, now })
    // After the slot, as everybody does: two who wait for each other would both fail.
    await openMealBatches(scheduling, trx, batches, now)
    return { orderId }
  })
}

interface Taking {
  address: SlotAddress
  viewer: Viewer
  now: Date
}

const takeMeal = async (
  scheduling: Scheduling,
  trx: Trx,
  ordering: Ordering,
  { address, viewer, now }: Taking,
): Promise<string> => {
  const { communityId } = address
  const { personId, actorId } = viewer
  const own = await findOwnBooking(scheduling, trx, address, personId, now)
  if (own?.state === 'offered') {
    // To answer an offer for somebody is to change what they have, however it is called.
    if (!reaches(viewer, 'canteen', 'manage')) throw new AppError('proxy_power_missing')
    await acceptInstead(scheduling, trx, ordering, { orderId: own.id, actorId, now })
    return own.id
  }
  const orderId = own?.state === 'held' ? own.id : uuidv7()
  if (own?.state === 'held') {
    await makeBookingMove(scheduling, trx, { communityId, id: orderId }, { move: 'confirm', actorId, now })
  } else {
    const asking = { id: orderId, subjectId: personId, personId, actorId }
    await takeSeat(scheduling, trx, address, asking, { isHeld: false, now })
  }
  await placeOrder(scheduling, trx, ordering, orderId, now)
  return orderId
}

/** They take the seat that they were offered, with other dishes than they had wished for. */
const acceptInstead = async (
  scheduling: Scheduling,
  trx: Trx,
  { meal, portions, way }: Ordering,
  { orderId, actorId, now }: { orderId: string; actorId: string; now: Date },
): Promise<void> => {
  const communityId = meal.community.id
  const lines = linesOf(await listDishes(trx, communityId, [meal.slot.id]), portions)
  const wish = { lines: JSON.stringify(lines), ...wayColumns(scheduling, orderId, way) }
  await updateOrder(trx, { communityId, orderId }, wish)
  await makeBookingMove(scheduling, trx, { communityId, id: orderId }, { move: 'accept', actorId, now })
}

/**
 * Waits for a seat of a full sitting; what is wished for is ordered when a seat is accepted.
 * Errors: `not_found`, those of `checkMeal`, `dish_sold_out`, `slot_has_seats`, `slot_closed`, `past_cutoff`, `already_booked`.
 */
export const joinSittingWaitlist = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  body: NewMealOrder,
  write: Write,
): Promise<OrderView> => {
  const now = scheduling.clock.now()
  const meal = await findMealSlot(scheduling, address)
  // Opened with the wish: whoever accepts a seat later does so in a transaction that counts no receipts.
  const batches = await prepareMealBatches(scheduling, meal, { isDelivered: body.fulfilment === 'delivery' }, now)
  const { personId, actorId } = viewer
  const { orderId } = await inTransaction(scheduling.db, now, write, async (trx) => {
    const { ordering, eater, menu } = await checkMeal(scheduling, trx, viewer, meal, body, now)
    const id = uuidv7()
    const asking = { id, subjectId: personId, personId, actorId }
    await joinWaitlist(scheduling, trx, address, asking, { reason: eater.waitlistReason, now }).catch(
      (error: unknown) => {
        throw isSoldOut(error, menu, ordering) ? new AppError('dish_sold_out') : error
      },
    )
    await keepWish(scheduling, trx, ordering, { orderId: id, menu, now })
    await openMealBatches(scheduling, trx, batches, now)
    return { orderId: id }
  })
  return readMealOrder(scheduling, viewer, { communityId: address.communityId, orderId })
}

/** There is a seat, and still they could not order: no wait for a seat brings a dish back. */
const isSoldOut = (error: unknown, menu: readonly DishRow[], { portions }: Ordering): boolean =>
  error instanceof AppError &&
  error.code === 'slot_has_seats' &&
  portions.some(({ dishId, quantity }) =>
    menu.some((dish) => dish.id === dishId && dish.ordered + quantity > dish.portions),
  )
