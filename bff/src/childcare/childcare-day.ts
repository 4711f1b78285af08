import type { ChildcareCentreConfig } from '@little-bench/config/model'
import { instantOf, type ServiceDate } from '@little-bench/shared/kernel/time'
import { type Batch, type BatchItem, type BatchKey, findBatchItems } from '../scheduling/index.ts'
import type { PlacedCentre } from './centres.ts'

const CODE = 'childcare_day'

const keyOf = ({ id: resourceId }: Pick<ChildcareCentreConfig, 'id'>, on: ServiceDate): BatchKey => ({
  serviceCode: CODE,
  resourceId,
  kind: 'day',
  on,
})

/** A day of a centre is one piece of work, over when its last session is. */
export const dayBatch = ({ community, centre }: PlacedCentre, on: ServiceDate): Batch => {
  const ends = centre.groups.flatMap(({ patterns }) => patterns.map(({ endsAt }) => endsAt))
  return {
    ...keyOf(centre, on),
    communityId: community.id,
    service: 'childcare',
    title: `${centre.name.zh} ${on}`,
    dueAt: instantOf(on, Math.max(0, ...ends)),
  }
}

/** The work items of days of centres; a day that nobody has booked yet has none. */
export const findDayItems = (
  db: Parameters<typeof findBatchItems>[0],
  communityId: string,
  days: readonly { centre: Pick<ChildcareCentreConfig, 'id'>; on: ServiceDate }[],
): Promise<BatchItem[]> =>
  findBatchItems(
    db,
    communityId,
    days.map(({ centre, on }) => keyOf(centre, on)),
  )
