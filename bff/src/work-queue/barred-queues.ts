import type { CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import { route } from '@little-bench/shared/work-queue/routing'
import type { Viewer } from '../platform/http/viewer.ts'
import type { NewWorkItem } from './enqueue.service.ts'
import { servedQueues } from './work-item.policy.ts'

/**
 * Whether somebody works where such an item must never be seen, and not where it goes: whoever it may be about does not
 * write it down either.
 */
export const isBarredFrom = (
  config: LoadedConfig,
  community: CommunityConfig,
  roles: Viewer['roles'],
  { category, gridCellId }: Pick<NewWorkItem, 'category' | 'gridCellId'>,
): boolean => {
  const served = servedQueues(roles, config)
  const { queueId, barredQueueIds } = route({ ...category, gridCellId }, community.routing, community.ladder)
  return !served.has(queueId) && barredQueueIds.some((barred) => served.has(barred))
}
