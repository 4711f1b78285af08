import type { ActivityConfig, CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { type BookableResource, findSlotById, type SlotAddress, type SlotRow } from '../scheduling/index.ts'

/** One date of an activity with its community. */
export interface ActivityDate {
  community: CommunityConfig
  activity: ActivityConfig
  slot: SlotRow
}

/** The activity of a slot; undefined when the configuration no longer has it. */
export const activityOf = (
  community: CommunityConfig,
  slot: Pick<SlotRow, 'resource_id'>,
): ActivityConfig | undefined => community.activities.find(({ id }) => id === slot.resource_id)

/** Errors: `not_found`, also for slots of other services. */
export const activityDateOf = async (
  context: Context,
  db: Database | Trx,
  address: SlotAddress,
): Promise<ActivityDate> => {
  const community = communityOf(context, address.communityId)
  const slot = await findSlotById(db, address)
  const activity = slot && activityOf(community, slot)
  if (slot?.service !== 'activities' || !activity) throw new AppError('not_found')
  return { community, activity, slot }
}

/** Each date is a slot. */
export const activityResources = (community: CommunityConfig): BookableResource[] =>
  community.activities.map(({ id, pattern, calendar, daysAhead }) => ({
    resourceId: id,
    patterns: [pattern],
    calendar,
    daysAhead,
  }))
