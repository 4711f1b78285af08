import type { CanteenConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from '../platform/context.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Scheduling, SlotAddress } from '../scheduling/index.ts'
import { servesMeals } from './canteen.policy.ts'
import type { OrderAddress } from './meal-order.repository.ts'
import { findCanteen, findMealSlot, type MealSlot } from './meal-slot.ts'
import { type BookedOrder, findBookedOrder } from './read-meal.service.ts'

/** Whoever serves elsewhere learns not even what is there. */
const requireServing = ({ roles }: Pick<Viewer, 'roles'>, communityId: string): void => {
  if (!servesMeals(roles, communityId)) throw new AppError('not_found')
}

/** Errors: `not_found`, also for a canteen that somebody else serves in. */
export const servedCanteen = (
  context: Context,
  viewer: Viewer,
  { communityId, canteenId }: { communityId: string; canteenId: string },
): CanteenConfig => {
  requireServing(viewer, communityId)
  return findCanteen(context, communityId, canteenId)
}

/** Errors: `not_found`, also for a sitting that somebody else serves. */
export const servedSitting = async (context: Context, viewer: Viewer, address: SlotAddress): Promise<MealSlot> => {
  requireServing(viewer, address.communityId)
  return findMealSlot(context, address)
}

/** Errors: `not_found`, also for an order that somebody else serves. */
export const servedOrder = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: OrderAddress,
): Promise<BookedOrder> => {
  requireServing(viewer, address.communityId)
  return findBookedOrder(scheduling, address)
}
