import { AppError, type ErrorCode } from '@little-bench/shared/kernel/errors'
import type { Notice } from '@little-bench/shared/notifications/notices'
import { v7 as uuidv7 } from 'uuid'
import { findPersonById } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { joinWaitlist, listSlotsByCutoff, type Scheduling, takeSeat, tellFrom } from '../scheduling/index.ts'
import { type DishRow, listDishes } from './dish.repository.ts'
import { admitEater, type Eater } from './eater.ts'
import { openMealBatches, prepareMealBatches } from './meal-batches.ts'
import { findOrderById } from './meal-order.repository.ts'
import { addressOfSlot, type MealSlot, mealSlotOf, mealTitle } from './meal-slot.ts'
import { keepWish, type Ordering, placeOrder } from './place-order.ts'
import { openOrNull } from './sealed-meal.ts'
import {
  type DueStandingOrder,
  insertRun,
  listDueStandingOrders,
  lockStandingOrder,
} from './standing-order.repository.ts'

/** So long before the cut-off meals are ordered by themselves: with time enough to cancel one. */
const AHEAD_MS = 24 * 3_600_000

/**
 * Every minute: orders what is to be ordered by itself for sittings whose cut-off is near and whose menu is written, once
 * for each order and sitting. One that cannot be ordered holds up no other, and the person is told why not.
 */
export const carryOutStandingOrders = async (scheduling: Scheduling, now: Date, log: Log): Promise<void> => {
  const until = new Date(now.getTime() + AHEAD_MS)
  const slots = await listSlotsByCutoff(scheduling.db, 'canteen', { after: now, until })
  if (slots.length === 0) return
  const meals = new Map(
    slots.flatMap((slot) => {
      const meal = mealSlotOf(scheduling, slot)
      return meal ? [[slot.id, meal] as const] : []
    }),
  )
  for (const due of await listDueStandingOrders(scheduling.db, slots)) {
    const meal = meals.get(due.slot_id)
    if (!meal) continue
    await carryOut(scheduling, due, meal, now).catch((error: unknown) =>
      log.error({ err: error, standingOrderId: due.id, slotId: due.slot_id }, 'standing order not carried out'),
    )
  }
}

const carryOut = async (scheduling: Scheduling, due: DueStandingOrder, meal: MealSlot, now: Date): Promise<void> => {
  try {
    await orderByItself(scheduling, due, meal, now)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'slot_full') return waitByItself(scheduling, due, meal, now)
    await giveUp(scheduling, due, meal, { refusal: error.code, now })
  }
}

/** The first dish of the menu that suits, with a portion left. Errors: `dish_sold_out` when none does. */
const dishFor = (
  menu: readonly DishRow[],
  { wanted_tags: wanted, avoided_tags: avoided }: DueStandingOrder,
): DishRow => {
  const dish = menu.find(
    ({ tags, portions, ordered }) =>
      ordered < portions && wanted.every((tag) => tags.includes(tag)) && !avoided.some((tag) => tags.includes(tag)),
  )
  if (!dish) throw new AppError('dish_sold_out')
  return dish
}

interface Prepared {
  ordering: Ordering
  eater: Eater
  menu: readonly DishRow[]
}

const prepare = async (scheduling: Scheduling, due: DueStandingOrder, meal: MealSlot): Promise<Prepared> => {
  const person = await findPersonById(scheduling.db, due.person_id)
  if (!person) throw new Error('somebody who orders is never removed')
  const on = meal.slot.service_on
  const eater = await admitEater(
    scheduling,
    scheduling.db,
    { personId: person.id, roles: person.roles },
    meal.community,
    on,
  )
  const menu = await listDishes(scheduling.db, meal.community.id, [meal.slot.id])
  const way = {
    fulfilment: due.fulfilment,
    placeId: due.place_id,
    door: openOrNull(scheduling.sealer, due.sealed_door, ['standing_order', due.id, 'door']),
    note: openOrNull(scheduling.sealer, due.sealed_note, ['standing_order', due.id, 'note']),
  }
  const portions = [{ dishId: dishFor(menu, due).id, quantity: 1 }]
  return { ordering: { meal, personId: person.id, applicant: eater.applicant, way, portions }, eater, menu }
}

const orderByItself = async (
  scheduling: Scheduling,
  due: DueStandingOrder,
  meal: MealSlot,
  now: Date,
): Promise<void> => {
  const { ordering } = await prepare(scheduling, due, meal)
  const batches = await prepareMealBatches(scheduling, meal, { isDelivered: due.fulfilment === 'delivery' }, now)
  await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    if (!(await beginRun(trx, due, meal, runOf(due, 'ordered', now)))) return
    const id = uuidv7()
    await takeSeat(scheduling, trx, addressOfSlot(meal), askingFor(due, id), { isHeld: false, now })
    await placeOrder(scheduling, trx, ordering, id, now)
    await openMealBatches(scheduling, trx, batches, now)
    const order = await findOrderById(trx, { communityId: due.community_id, orderId: id })
    await tell(scheduling, trx, 'standing_order_made', meal, { due, subjectId: id, code: order?.pick_up_code ?? '' })
  })
}

const waitByItself = async (
  scheduling: Scheduling,
  due: DueStandingOrder,
  meal: MealSlot,
  now: Date,
): Promise<void> => {
  const { ordering, eater, menu } = await prepare(scheduling, due, meal)
  const batches = await prepareMealBatches(scheduling, meal, { isDelivered: due.fulfilment === 'delivery' }, now)
  await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    if (!(await beginRun(trx, due, meal, runOf(due, 'waiting', now)))) return
    const id = uuidv7()
    await joinWaitlist(scheduling, trx, addressOfSlot(meal), askingFor(due, id), { reason: eater.waitlistReason, now })
    await keepWish(scheduling, trx, ordering, { orderId: id, menu, now })
    await openMealBatches(scheduling, trx, batches, now)
    await tell(scheduling, trx, 'standing_order_waiting', meal, { due, subjectId: id, code: '' })
  })
}

/** Whoever ordered themselves is told nothing: they know. */
const giveUp = (
  scheduling: Scheduling,
  due: DueStandingOrder,
  meal: MealSlot,
  { refusal, now }: { refusal: ErrorCode; now: Date },
): Promise<void> =>
  inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const hadOne = refusal === 'already_booked'
    const isFirst = await beginRun(trx, due, meal, { ...runOf(due, hadOne ? 'had_one' : 'refused', now), refusal })
    if (!isFirst || hadOne) return
    await tell(scheduling, trx, 'standing_order_failed', meal, { due, subjectId: null, code: '' })
  })

/** False when it was tried already, or is not what they want any more: ended or changed since it was read. */
const beginRun = async (
  trx: Trx,
  due: DueStandingOrder,
  { community, canteen, sitting }: MealSlot,
  run: Parameters<typeof insertRun>[1],
): Promise<boolean> => {
  const key = { communityId: community.id, canteenId: canteen.id, sitting, personId: due.person_id }
  const wanted = await lockStandingOrder(trx, key)
  const isAsRead = wanted?.id === due.id && wanted.saved_at === due.saved_at
  return isAsRead && insertRun(trx, run)
}

const runOf = (
  { community_id, id, slot_id }: DueStandingOrder,
  outcome: 'ordered' | 'waiting' | 'had_one' | 'refused',
  now: Date,
) => ({ community_id, standing_order_id: id, slot_id, outcome, at: now.toISOString() })

const askingFor = ({ person_id: personId }: DueStandingOrder, id: string) => ({
  id,
  subjectId: personId,
  personId,
  actorId: null,
})

const tell = (
  scheduling: Scheduling,
  trx: Trx,
  kind: Notice,
  meal: MealSlot,
  { due, subjectId, code }: { due: DueStandingOrder; subjectId: string | null; code: string },
): Promise<void> => {
  const notBefore = tellFrom(scheduling, { kind })
  return scheduling.notifications.notify(trx, {
    kind,
    personId: due.person_id,
    communityId: due.community_id,
    workItemId: null,
    subjectId,
    details: { title: mealTitle(meal), code },
    ...(notBefore && { notBefore }),
  })
}
