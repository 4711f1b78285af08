import type { CommunityConfig, LoadedConfig, QueueConfig } from '@little-bench/config/model'
import { route } from '@little-bench/shared/work-queue/routing'
import type { ItemCategory, Subjects } from './subjects.ts'
import type { WorkItemRow } from './work-item.repository.ts'

type PlacedItem = Pick<
  WorkItemRow,
  'community_id' | 'service' | 'queue_id' | 'barred_queue_ids' | 'participating_queue_ids'
>

/** Every queue that items of a community can reach: its own, its subdistrict's and the departments'. */
export const reachableQueues = (config: LoadedConfig, communityId: string): QueueConfig[] => {
  const ladder = config.communities.get(communityId)?.ladder
  if (!ladder) return []
  const ids = new Set([
    ladder.communityQueueId,
    ladder.subdistrictQueueId,
    ...Object.values(ladder.queueIdOfGridCell),
    ...Object.values(ladder.queueIdOfDepartment),
  ])
  return [...ids].flatMap((id) => config.queues.get(id) ?? [])
}

/** Where an item may be referred to: anywhere it can reach but where it is, and never where it must not be seen. */
export const referableQueues = (config: LoadedConfig, item: PlacedItem): QueueConfig[] =>
  [...reachableQueues(config, item.community_id), ...queuesOfService(config, item)].filter(
    ({ id }) => id !== item.queue_id && !item.barred_queue_ids.includes(id),
  )

/** Where only this service is worked on: nothing else is ever referred there. */
const queuesOfService = (config: LoadedConfig, { community_id: communityId, service }: PlacedItem): QueueConfig[] =>
  [...config.queues.values()].filter((queue) => queue.communityId === communityId && queue.service === service)

/** What else an item may be called: never what would bring it where it must not be seen. */
export const otherCategories = (
  subjects: Subjects,
  community: CommunityConfig,
  item: Pick<WorkItemRow, 'service' | 'service_code' | 'grid_cell_id' | 'barred_queue_ids'>,
): ItemCategory[] =>
  (subjects.of(item.service).listCategories?.(community) ?? []).filter(
    (category) =>
      category.serviceCode !== item.service_code &&
      (item.barred_queue_ids.length === 0 ||
        !item.barred_queue_ids.includes(
          route({ ...category, gridCellId: item.grid_cell_id }, community.routing, community.ladder).queueId,
        )),
  )

/** Whom the lead may still invite. */
export const invitableQueues = (config: LoadedConfig, item: PlacedItem): QueueConfig[] =>
  referableQueues(config, item).filter(({ id }) => !item.participating_queue_ids.includes(id))
