import type { LoadedConfig } from '@little-bench/config/model'
import { queuesServedBy } from '@little-bench/config/served-queues'
import type { Relation } from '@little-bench/shared/work-queue/lifecycle'
import type { Viewer } from '../platform/http/viewer.ts'

/** Queue id → whether the person leads it. */
export type ServedQueues = ReadonlyMap<string, boolean>

/** The queues that somebody serves in any of their roles; leading in one role is leading. */
export const servedQueues = (roles: Viewer['roles'], config: LoadedConfig): ServedQueues => {
  const served = new Map<string, boolean>()
  for (const assignment of roles) {
    for (const { queueId, isLead } of queuesServedBy(config, assignment)) {
      served.set(queueId, isLead || (served.get(queueId) ?? false))
    }
  }
  return served
}

export interface RelatableItem {
  requester_id: string
  assignee_id: string | null
  queue_id: string
  excluded_staff_ids: readonly string[]
}

/** What a viewer is to an item; nothing means that for them it does not exist. */
export const relationsTo = (item: RelatableItem, personId: string, served: ServedQueues): Relation[] => {
  const relations: Relation[] = item.requester_id === personId ? ['requester'] : []
  // Somebody whom the item is about never sees it, wherever they work.
  if (item.excluded_staff_ids.includes(personId)) return relations
  const isLead = served.get(item.queue_id)
  if (isLead === undefined) return relations
  if (item.assignee_id === personId) relations.push('assignee')
  relations.push('queue_staff')
  if (isLead) relations.push('queue_lead')
  return relations
}

export const isStaffRelation = (relation: Relation): boolean => relation !== 'requester'
