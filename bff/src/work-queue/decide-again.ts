import { dueAtOf } from '@little-bench/shared/work-queue/deadline'
import type { Engine } from './engine.ts'
import type { WorkItemRow } from './work-item.repository.ts'

const DAY_MS = 86_400_000

/**
 * A new deadline for an item that comes back to its queue: the class of its category, from now. When the category has
 * since left the catalogue it gets a week, which is never shorter than what was promised for slow work.
 */
export const decideAgain = (engine: Engine, item: WorkItemRow, now: Date): Date => {
  const community = engine.config().communities.get(item.community_id)
  const entry = community?.catalogue.find(({ serviceCode }) => serviceCode === item.service_code)
  const deadline = entry && community?.deadlineClasses.get(entry.deadlineClass)?.deadline
  if (!community || !deadline) return new Date(now.getTime() + 7 * DAY_MS)
  return dueAtOf(now, deadline, community.calendar)
}
