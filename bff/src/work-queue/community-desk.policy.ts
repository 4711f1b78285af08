import type { LoadedConfig } from '@little-bench/config/model'
import { reachableQueues } from './item-choices.ts'
import type { ServedQueues } from './work-item.policy.ts'

/** Queues of the community itself: its own and those of its grid cells, not those above it, and not those of one service. */
export const ownQueueIds = (config: LoadedConfig, communityId: string): string[] =>
  [...config.queues.values()]
    .filter((queue) => queue.communityId === communityId && queue.service === null)
    .map(({ id }) => id)

/** Somebody who works on items of this community, wherever they sit. */
export const worksForCommunity = (served: ServedQueues, config: LoadedConfig, communityId: string): boolean =>
  reachableQueues(config, communityId).some(({ id }) => served.has(id))

/** The queues through which somebody oversees a community: its own and that of the subdistrict above it. */
export const overseeingQueueIds = (served: ServedQueues, config: LoadedConfig, communityId: string): string[] => {
  const above = config.communities.get(communityId)?.ladder.subdistrictQueueId
  const candidates = [...ownQueueIds(config, communityId), ...(above === undefined ? [] : [above])]
  return candidates.filter((id) => served.has(id))
}

/** Whoever leads a queue of the community writes what all of it say to residents. */
export const writesForCommunity = (served: ServedQueues, config: LoadedConfig, communityId: string): boolean =>
  ownQueueIds(config, communityId).some((id) => served.get(id) === true)
