import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { LoadedConfig } from './model.ts'

/** By which hours a queue works on an item of a community: its own, or else the community's. */
export const calendarOfQueue = (config: LoadedConfig, queueId: string, communityId: string): ServiceCalendar => {
  const own = config.queues.get(queueId)?.dutyCalendar
  if (own) return own
  const community = config.communities.get(communityId)
  // Both ids come from the configuration, and a community with items is never taken out of it.
  if (!community) throw new Error(`no community ${communityId}`)
  return community.calendar
}
