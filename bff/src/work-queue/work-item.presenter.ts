import type { LoadedConfig } from '@little-bench/config/model'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { canRate, rateUntil } from '@little-bench/shared/work-queue/allowed-moves'
import { CLOCKS } from '@little-bench/shared/work-queue/clocks'
import type { MyItem, QueueItem, Rating } from '@little-bench/shared/work-queue/item.contract'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { raisedPriority } from '@little-bench/shared/work-queue/priority'
import type { z } from 'zod'
import type { FileLinks } from '../files/index.ts'
import { clocksOf, rateableOf } from './item-facts.ts'
import type { ListedWorkItemRow, RatedWorkItemRow, WorkItemRow } from './work-item.repository.ts'

/** Names that a page of items needs: residents masked, staff as they are. */
export interface Names {
  residents: ReadonlyMap<string, string>
  staff: ReadonlyMap<string, string>
}

export interface Presentation {
  config: LoadedConfig
  language: Language
  viewerId: string
  /** Who really looks: acting for somebody, they are not `viewerId`. */
  actorId: string
  /** Addresses of files, good for whoever looks. */
  links: FileLinks
  now: Date
}

/** While it waits for somebody else, nobody is late; nor with a batch, which nobody was promised and which ends by itself. */
export const isOverdue = (item: Pick<WorkItemRow, 'state' | 'due_at' | 'pause' | 'requester_id'>, now: Date): boolean =>
  isOpen(item.state) && item.pause === null && item.requester_id !== null && Date.parse(item.due_at) < now.getTime()

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
    pause: item.pause,
    createdAt: item.created_at,
    version: item.version,
  }
}

/** An item as its requester sees it in a list. */
export const presentMyItem = (item: RatedWorkItemRow, presentation: Presentation): z.input<typeof MyItem> =>
  // Spread into a literal, that many fields cost fifty times as much: a quarter of all that a page of a queue takes.
  Object.assign(presentFields(item, presentation), {
    canRate: canRate(rateableOf(item), presentation.now),
    canAnswer: item.pause === 'waiting_for_resident',
  })

/** An item as the staff of its queue see it in a list. */
export const presentQueueItem = (
  item: ListedWorkItemRow,
  names: Names,
  presentation: Presentation,
): z.input<typeof QueueItem> =>
  Object.assign(presentFields(item, presentation), {
    requesterName: item.requester_id === null ? '' : (names.residents.get(item.requester_id) ?? ''),
    assignee:
      item.assignee_id === null
        ? null
        : {
            id: item.assignee_id,
            name: names.staff.get(item.assignee_id) ?? '',
            isYou: item.assignee_id === presentation.viewerId,
          },
    priority: raisedPriority(item),
    reminders: item.reminders,
    reopenedCount: item.reopened_count,
    referredTo:
      item.referred_queue_id === null
        ? null
        : {
            id: item.referred_queue_id,
            name: queueName(item.referred_queue_id, presentation.config, presentation.language),
          },
    isChild: item.parent_id !== null,
    isBatch: item.requester_id === null,
  })

export const presentRating = (item: RatedWorkItemRow): z.input<typeof Rating> | null => {
  const { solved, satisfaction, rated_at: ratedAt } = item
  if (solved === null || solved === undefined || !satisfaction || !ratedAt) return null
  return { solved, satisfaction, comment: item.comment ?? null, ratedAt }
}

/** Why it is where it is, its promises, and who takes part; what is between units is for staff alone. */
export const presentStanding = (item: RatedWorkItemRow, isStaff: boolean, { config, language, now }: Presentation) => {
  const refOf = (id: string) => ({ id, name: queueName(id, config, language) })
  const clocks = clocksOf(item)
  return {
    routedBecause: inLanguage(item.routed_because, language),
    rateUntil: item.resolved_at === null ? null : rateUntil(new Date(item.resolved_at)).toISOString(),
    clocks: CLOCKS.map((clock) => ({
      clock,
      dueAt: clocks[clock].dueAt.toISOString(),
      endedAt: clocks[clock].endedAt?.toISOString() ?? null,
      isLate: (clocks[clock].endedAt ?? now).getTime() > clocks[clock].dueAt.getTime(),
    })),
    suspension:
      item.suspension_reason !== null && item.suspended_until !== null
        ? { reason: item.suspension_reason, until: item.suspended_until }
        : null,
    participants: isStaff ? item.participating_queue_ids.map(refOf) : [],
    supervisors: isStaff ? item.supervising_queue_ids.map(refOf) : [],
  }
}
