import { randomInt } from 'node:crypto'
import type { OrderedDish } from '@little-bench/shared/canteen/meals'
import type { MealPrice } from '@little-bench/shared/canteen/pricing'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { Insertable } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import type { MealOrder } from '../platform/db/tables.generated.ts'
import type { CheckedWay } from './check-meal.ts'
import { type DishRow, type Portions, returnPortions, takePortions } from './dish.repository.ts'
import { insertOrder, type OrderRow, updateOrder } from './meal-order.repository.ts'
import { priceOf, settlePrice } from './meal-price.ts'
import { addressOfSlot, type MealSlot } from './meal-slot.ts'
import { deleteSubsidy } from './meal-subsidy.repository.ts'
import { sealOrNull } from './sealed-meal.ts'

/** What is to be ordered, for whom, and how they get it. */
export interface Ordering {
  meal: MealSlot
  personId: string
  applicant: Applicant
  way: CheckedWay
  portions: readonly Portions[]
}

/** The lines of an order as the menu says now. Errors: `menu_missing`, `unknown_dish`. */
export const linesOf = (menu: readonly DishRow[], portions: readonly Portions[]): OrderedDish[] => {
  if (menu.length === 0) throw new AppError('menu_missing')
  const known = new Map(menu.map((dish) => [dish.id, dish]))
  return portions.map(({ dishId, quantity }) => {
    const dish = known.get(dishId)
    if (!dish) throw new AppError('unknown_dish')
    return { dishId, name: dish.name, priceCents: dish.price_cents, quantity }
  })
}

/** All dishes or none; the transaction holds the slot. Errors: `dish_sold_out`. */
const takeDishes = async (trx: Trx, meal: MealSlot, portions: readonly Portions[]): Promise<OrderedDish[]> => {
  const taken = await takePortions(trx, addressOfSlot(meal), portions)
  if (taken.length < portions.length) throw new AppError('dish_sold_out')
  return linesOf(taken, portions)
}

/** Whoever has their seat takes the dishes at the price of this moment. Errors: `dish_sold_out`. */
export const placeOrder = async (
  context: Context,
  trx: Trx,
  ordering: Ordering,
  orderId: string,
  now: Date,
): Promise<void> => {
  const { meal, personId, applicant, way } = ordering
  const lines = await takeDishes(trx, meal, ordering.portions)
  const price = await settlePrice(trx, { meal, lines, fulfilment: way.fulfilment, applicant }, { orderId, personId })
  await insertWithCode(trx, {
    ...rowOf(context, ordering, { orderId, lines, price, now }),
    ordered_at: now.toISOString(),
  })
}

/** Whoever waits for a seat leaves what they would eat; it costs nothing, and takes nothing from anybody. */
export const keepWish = async (
  context: Context,
  trx: Trx,
  ordering: Ordering,
  { orderId, menu, now }: { orderId: string; menu: readonly DishRow[]; now: Date },
): Promise<void> => {
  const lines = linesOf(menu, ordering.portions)
  const { meal, applicant, way } = ordering
  const price = priceOf({ meal, lines, fulfilment: way.fulfilment, applicant }, false)
  await insertWithCode(trx, { ...rowOf(context, ordering, { orderId, lines, price, now }), ordered_at: null })
}

/** The wish becomes an order at the price of this moment. Errors: `dish_sold_out`. */
export const carryOutWish = async (
  context: Context,
  trx: Trx,
  { meal, applicant, wish }: { meal: MealSlot; applicant: Applicant; wish: OrderRow },
  now: Date,
): Promise<void> => {
  const lines = await takeDishes(trx, meal, wish.lines)
  const [orderId, personId] = [wish.id, wish.person_id]
  const price = await settlePrice(trx, { meal, lines, fulfilment: wish.fulfilment, applicant }, { orderId, personId })
  await updateOrder(
    trx,
    { communityId: wish.community_id, orderId },
    { ...priceColumns(context, lines, price), ordered_at: now.toISOString() },
  )
}

/** Somebody does not eat what they ordered: portions and subsidy are there for others. The transaction holds the slot. */
export const releaseOrder = async (trx: Trx, order: OrderRow): Promise<void> => {
  if (order.ordered_at === null) return
  await returnPortions(trx, { communityId: order.community_id, slotId: order.slot_id }, order.lines)
  await deleteSubsidy(trx, order.community_id, order.id)
}

/** What is kept of a price, so that no rule ever changes it again. */
const priceColumns = (context: Context, lines: readonly OrderedDish[], price: MealPrice) => ({
  lines: JSON.stringify(lines),
  total_cents: price.totalCents,
  subsidy_cents: price.subsidyCents,
  reasons: JSON.stringify(price.reasons),
  rule_ids: price.ruleIds,
  config_hash: context.config().hash,
  payment: price.totalCents === price.subsidyCents ? ('free' as const) : ('unpaid' as const),
})

export const wayColumns = (context: Context, orderId: string, { fulfilment, placeId, door, note }: CheckedWay) => ({
  fulfilment,
  place_id: placeId,
  sealed_door: sealOrNull(context.sealer, door, ['meal_order', orderId, 'door']),
  sealed_note: sealOrNull(context.sealer, note, ['meal_order', orderId, 'note']),
})

const rowOf = (
  context: Context,
  { meal, personId, way }: Ordering,
  { orderId, lines, price, now }: { orderId: string; lines: readonly OrderedDish[]; price: MealPrice; now: Date },
) => ({
  community_id: meal.community.id,
  id: orderId,
  slot_id: meal.slot.id,
  canteen_id: meal.canteen.id,
  service_on: meal.slot.service_on,
  sitting: meal.sitting,
  person_id: personId,
  ...wayColumns(context, orderId, way),
  ...priceColumns(context, lines, price),
  created_at: now.toISOString(),
})

const CODES = 1_000_000
/** With half of all codes of a day taken, one in a million orders would need more. */
const TRIES = 20

const insertWithCode = async (trx: Trx, order: Omit<Insertable<MealOrder>, 'pick_up_code'>): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const pick_up_code = String(randomInt(CODES)).padStart(6, '0')
    if (await insertOrder(trx, { ...order, pick_up_code })) return
  }
  throw new Error('no pick-up code of the day is free')
}
