import { AppError } from '@little-bench/shared/kernel/errors'
import { applicantOf } from '@little-bench/shared/scheduling/applicant'
import { factsOf } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { BookingRow, Scheduling, SlotRow } from '../scheduling/index.ts'
import { findOrderById } from './meal-order.repository.ts'
import { mealSlotOf } from './meal-slot.ts'
import { carryOutWish } from './place-order.ts'

/**
 * Somebody takes the seat that they waited for: what they had wished for is ordered, at the price of this moment. When a dish
 * is sold out nothing changes, and the offer still stands for other dishes. Its batches were opened with the wish. Errors: `dish_sold_out`,
 * `slot_closed` when the canteen is no more.
 */
export const acceptWish = async (
  scheduling: Scheduling,
  trx: Trx,
  { community_id: communityId, id: orderId }: BookingRow,
  slot: SlotRow,
  now: Date,
): Promise<void> => {
  const meal = mealSlotOf(scheduling, slot)
  const wish = await findOrderById(trx, { communityId, orderId })
  if (!meal) throw new AppError('slot_closed')
  if (!wish) throw new Error(`nobody knows what ${orderId} is to eat`)
  const facts = await factsOf(scheduling, trx, wish.person_id)
  await carryOutWish(scheduling, trx, { meal, applicant: applicantOf(facts, communityId, slot.service_on), wish }, now)
}
