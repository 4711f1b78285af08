import type { CanteenConfig, CommunityConfig } from '@little-bench/config/model'
import { SITTING_TEXT, SITTINGS, type Sitting } from '@little-bench/shared/canteen/meals'
import { AppError } from '@little-bench/shared/kernel/errors'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import { findSlotById, type SlotAddress, type SlotRow } from '../scheduling/index.ts'

/** A sitting of one day with the canteen that it is in. */
export interface MealSlot {
  community: CommunityConfig
  canteen: CanteenConfig
  sitting: Sitting
  slot: SlotRow
}

export const sittingOf = ({ kind }: Pick<SlotRow, 'kind'>): Sitting | undefined =>
  SITTINGS.find((sitting) => sitting === kind)

/** Undefined when it is no sitting, or its canteen is no more. */
export const mealSlotOf = (context: Context, slot: SlotRow): MealSlot | undefined => {
  const community = context.config().communities.get(slot.community_id)
  const canteen = community?.canteens.find(({ id }) => id === slot.resource_id)
  const sitting = sittingOf(slot)
  if (slot.service !== 'canteen' || !community || !canteen || !sitting) return undefined
  return { community, canteen, sitting, slot }
}

/** A sitting by its id. Errors: `not_found`. */
export const findMealSlot = async (context: Context, address: SlotAddress): Promise<MealSlot> => {
  const slot = await findSlotById(context.db, address)
  const meal = slot && mealSlotOf(context, slot)
  if (!meal) throw new AppError('not_found')
  return meal
}

/** Errors: `not_found`. */
export const findCanteen = (context: Context, communityId: string, canteenId: string): CanteenConfig => {
  const canteen = communityOf(context, communityId).canteens.find(({ id }) => id === canteenId)
  if (!canteen) throw new AppError('not_found')
  return canteen
}

/** 「11月24日午餐」 */
export const dayAndSitting = ({ slot, sitting }: Pick<MealSlot, 'slot' | 'sitting'>): string => {
  const [, month = '', day = ''] = slot.service_on.split('-')
  return `${Number(month)}月${Number(day)}日${SITTING_TEXT[sitting].zh}`
}

/** 「俄杰塘好食光食堂11月24日午餐」, as notices say it. */
export const mealTitle = (meal: MealSlot): string => `${meal.canteen.name.zh}${dayAndSitting(meal)}`

export const addressOfSlot = ({ slot }: Pick<MealSlot, 'slot'>): SlotAddress => ({
  communityId: slot.community_id,
  slotId: slot.id,
})
