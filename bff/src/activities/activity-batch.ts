import { type Batch, type BatchItem, type BatchKey, findBatchItems, type SlotRow } from '../scheduling/index.ts'
import type { ActivityDate } from './activities.ts'

const keyOf = ({ resource_id: resourceId, kind, service_on: on }: SlotRow): BatchKey => ({
  serviceCode: 'activity_date',
  resourceId,
  kind,
  on,
})

/** A date of an activity is one piece of work, over when it is. */
export const dateBatch = ({ community, activity, slot }: ActivityDate): Batch => ({
  ...keyOf(slot),
  communityId: community.id,
  service: 'activities',
  title: `${activity.name.zh} ${slot.service_on}`,
  dueAt: new Date(slot.ends_at),
})

/** The work items of dates, by slot id; a date for which nobody has signed up yet has none. */
export const findDateItems = async (
  db: Parameters<typeof findBatchItems>[0],
  communityId: string,
  slots: readonly SlotRow[],
): Promise<ReadonlyMap<string, BatchItem>> => {
  const items = await findBatchItems(db, communityId, slots.map(keyOf))
  return new Map(
    slots.flatMap((slot): [string, BatchItem][] => {
      const item = items.find(({ resourceId, on }) => resourceId === slot.resource_id && on === slot.service_on)
      return item ? [[slot.id, item]] : []
    }),
  )
}
