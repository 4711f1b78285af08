import type { LoadedConfig } from '@little-bench/config/model'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { MyItem, QueueItem, Rating, TimelineEvent } from '@little-bench/shared/work-queue/contract'
import { canRate, type Relation } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import { movableOf } from './movable.ts'
import { isStaffRelation } from './work-item.policy.ts'
import type { ListedWorkItemRow, RatedWorkItemRow, WorkItemRow } from './work-item.repository.ts'
import type { EventRow } from './work-item-event.repository.ts'

/** Names that a page of items needs: requesters masked, staff as they are. */
export interface Names {
  requesters: ReadonlyMap<string, string>
  staff: ReadonlyMap<string, string>
}

export interface Presentation {
  config: LoadedConfig
  language: Language
  viewerId: string
  now: Date
}

const OPEN = ['queued', 'dispatched', 'accepted']

export const isOverdue = (item: Pick<WorkItemRow, 'state' | 'due_at'>, now: Date): boolean =>
  OPEN.includes(item.state) && Date.parse(item.due_at) < now.getTime()

export const queueName = (queueId: string, config: LoadedConfig, language: Language): string => {
  const queue = config.queues.get(queueId)
  return queue ? inLanguage(queue.name, language) : queueId
}

const presentFields = (item: ListedWorkItemRow, { config, language, now }: Presentation) => {
  const community = config.communities.get(item.community_id)
  return {
    id: item.id,
    communityId: item.community_id,
    communityName: community ? inLanguage(community.name, language) : item.community_id,
    receiptNumber: item.receipt_number,
    service: item.service,
    serviceCode: item.service_code,
    subjectId: item.subject_id,
    title: item.title,
    state: item.state,
    outcome: item.outcome,
    queue: { id: item.queue_id, name: queueName(item.queue_id, config, language) },
    gridCellId: item.grid_cell_id,
    dueAt: item.due_at,
    isOverdue: isOverdue(item, now),
    createdAt: item.created_at,
    version: item.version,
  }
}

/** An item as its requester sees it in a list. */
export const presentMyItem = (item: RatedWorkItemRow, presentation: Presentation): z.input<typeof MyItem> => ({
  ...presentFields(item, presentation),
  canRate: canRate(movableOf(item)),
})

/** An item as the staff of its queue see it in a list. */
export const presentQueueItem = (
  item: ListedWorkItemRow,
  names: Names,
  presentation: Presentation,
): z.input<typeof QueueItem> => ({
  ...presentFields(item, presentation),
  requesterName: names.requesters.get(item.requester_id) ?? '',
  assignee:
    item.assignee_id === null
      ? null
      : {
          id: item.assignee_id,
          name: names.staff.get(item.assignee_id) ?? '',
          isYou: item.assignee_id === presentation.viewerId,
        },
  priority: item.priority,
})

export const presentRating = (item: RatedWorkItemRow): z.input<typeof Rating> | null => {
  const { solved, satisfaction, rated_at: ratedAt } = item
  if (solved === null || solved === undefined || !satisfaction || !ratedAt) return null
  return { solved, satisfaction, comment: item.comment ?? null, ratedAt }
}

/**
 * The history as this viewer may read it. Somebody without a relation (a neighbour reading a public issue) sees that
 * something moved and when, never who did it, never a word that was written and not that it was rated.
 */
export const presentTimeline = (
  item: Pick<WorkItemRow, 'requester_id'>,
  events: readonly EventRow[],
  relations: readonly Relation[],
  names: Names,
  presentation: Presentation,
): z.input<typeof TimelineEvent>[] => {
  const isStaff = relations.some(isStaffRelation)
  const mayRead = (audience: EventRow['visible_to'] | null): boolean =>
    audience !== null && (isStaff || (relations.length > 0 && audience === 'requester'))
  const actorOf = (event: EventRow): string | null => {
    if (relations.length === 0) return null
    const isRequester = event.actor_id === item.requester_id
    return (isRequester ? names.requesters : names.staff).get(event.actor_id) ?? null
  }
  return events
    .filter((event) => (relations.length === 0 ? event.from_state !== event.to_state : mayRead(event.visible_to)))
    .map((event) => ({
      id: event.id,
      at: event.created_at,
      kind: event.kind,
      from: event.from_state,
      to: event.to_state,
      actor: actorOf(event),
      isYou: relations.length > 0 && event.actor_id === presentation.viewerId,
      queueName: queueName(event.queue_id, presentation.config, presentation.language),
      message: mayRead(event.message_visible_to) ? event.body : null,
    }))
}
