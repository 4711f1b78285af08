import type { OrderedDish } from '@little-bench/shared/canteen/meals'
import { type MealPrice, mealPrice } from '@little-bench/shared/canteen/pricing'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { Trx } from '../platform/db/database.ts'
import type { CheckedWay } from './check-meal.ts'
import type { MealSlot } from './meal-slot.ts'
import { claimSubsidy } from './meal-subsidy.repository.ts'

/** What is eaten, how it gets there, and by whom. */
export interface PricedMeal {
  meal: MealSlot
  lines: readonly OrderedDish[]
  fulfilment: CheckedWay['fulfilment']
  applicant: Applicant
}

/** What a meal costs by the rules of today, for its own day. */
export const priceOf = ({ meal, lines, fulfilment, applicant }: PricedMeal, alreadySubsidised: boolean): MealPrice =>
  mealPrice(lines, { fulfilment, deliveryCents: meal.canteen.deliveryCents }, meal.canteen.rules, {
    applicant,
    on: meal.slot.service_on,
    alreadySubsidised,
  })

/** The same when it is ordered: the one subsidised meal of the person and sitting is this one, or it is another. */
export const settlePrice = async (
  trx: Trx,
  priced: PricedMeal,
  { orderId, personId }: { orderId: string; personId: string },
): Promise<MealPrice> => {
  const [first, further] = [priceOf(priced, false), priceOf(priced, true)]
  if (first.subsidyCents === further.subsidyCents) return first
  const { meal } = priced
  const isFirst = await claimSubsidy(trx, {
    community_id: meal.community.id,
    person_id: personId,
    service_on: meal.slot.service_on,
    sitting: meal.sitting,
    order_id: orderId,
  })
  return isFirst ? first : further
}
