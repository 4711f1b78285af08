import type { LoadedConfig } from '@little-bench/config/model'
import { queuesServedBy } from '@little-bench/config/served-queues'
import type { Outcome, Relation } from '@little-bench/shared/work-queue/lifecycle'
import { reaches } from '../platform/authority.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { WorkItemRow } from './work-item.repository.ts'

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

/** What somebody may do with items of each queue, as far as merging asks for it. */
export const mergerOf = ({ personId }: Pick<Viewer, 'personId'>, served: ServedQueues) => ({
  viewerId: personId,
  ledQueueIds: [...served].flatMap(([queueId, isLead]) => (isLead ? [queueId] : [])),
  servedQueueIds: [...served.keys()],
})

export interface RelatableItem {
  requester_id: string | null
  assignee_id: string | null
  queue_id: string
  referred_queue_id: string | null
  participating_queue_ids: readonly string[]
  supervising_queue_ids: readonly string[]
  excluded_staff_ids: readonly string[]
}

/** What a viewer is to an item; nothing means that for them it does not exist. */
export const relationsTo = (item: RelatableItem, personId: string, served: ServedQueues): Relation[] => {
  const relations: Relation[] = item.requester_id === personId ? ['requester'] : []
  // Somebody whom the item is about never sees it, wherever they work.
  if (item.excluded_staff_ids.includes(personId)) return relations
  if (item.referred_queue_id !== null && served.has(item.referred_queue_id)) relations.push('receiver')
  if (item.participating_queue_ids.some((id) => served.has(id))) relations.push('participant')
  if (item.supervising_queue_ids.some((id) => served.has(id))) relations.push('supervisor')
  const isLead = served.get(item.queue_id)
  if (isLead === undefined) return relations
  if (item.assignee_id === personId) relations.push('assignee')
  relations.push('queue_staff')
  if (isLead) relations.push('queue_lead')
  return relations
}

/**
 * What a viewer is to an item, also when they act for somebody: then only what that person asked for exists, in the
 * services of the grant, and never what is not delegable. A complaint about a daughter is not the daughter's to read.
 */
export const relationsOf = (
  item: RelatableItem & Pick<WorkItemRow, 'service' | 'is_delegable'>,
  viewer: Pick<Viewer, 'personId' | 'authority'>,
  served: ServedQueues,
): Relation[] => {
  if (viewer.authority === null) return relationsTo(item, viewer.personId, served)
  const mayKnow = item.is_delegable && reaches(viewer, item.service, 'read')
  return mayKnow && item.requester_id === viewer.personId ? ['requester'] : []
}

/** Work for many at once, each of whom knows it by what they booked: it has no requester. */
export const isBatch = ({ requester_id: requesterId }: Pick<WorkItemRow, 'requester_id'>): boolean =>
  requesterId === null

/** The requester did it, with their own hands or with those of somebody who may act for them. */
export const isByRequester = (
  item: Pick<WorkItemRow, 'requester_id'>,
  { actorId, actingForId = null }: { actorId: string | null; actingForId?: string | null },
): boolean => actingForId !== null || (actorId !== null && actorId === item.requester_id)

export const isStaffRelation = (relation: Relation): boolean => relation !== 'requester'

/** Colleagues write notes to each other on whatever they may see as staff. */
export const canNote = (relations: readonly Relation[]): boolean => relations.some(isStaffRelation)

/** Whoever took it back or took it elsewhere is not written to any more. */
export const isReachable = ({ outcome }: { outcome: Outcome | null }): boolean =>
  outcome !== 'withdrawn' && outcome !== 'converted'

/**
 * To the resident speaks the unit that has the item, so that one voice answers; the resident may always add something.
 * What is said in a work reaches them as long as the whole does. Of a batch there is nobody to speak to.
 */
export const canReply = (
  item: { outcome: Outcome | null; parent_id: string | null; requester_id: string | null },
  relations: readonly Relation[],
  whole: { outcome: Outcome | null } = item,
): boolean =>
  item.requester_id !== null &&
  isReachable(whole) &&
  (relations.includes('queue_staff') || (relations.includes('requester') && item.parent_id === null))
