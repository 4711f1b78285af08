import type { CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import type { Service } from '@little-bench/shared/communities/duty'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { dueAtOf } from '@little-bench/shared/work-queue/deadline'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Route, type RoutingInput, route } from '@little-bench/shared/work-queue/routing'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import type { Engine } from './engine.ts'
import { takeReceiptCount } from './work-item.repository.ts'
import { insertWorkItemWithEvent } from './work-item-event.repository.ts'

/** What a feature hands to the engine. */
export interface NewWorkItem {
  service: Service
  subjectId: string
  /** Chinese, for staff lists; only a label when confidential. */
  title: string
  isConfidential: boolean
  requesterId: string
  gridCellId: string | null
  /** The catalogue's entry for the category. */
  category: Omit<RoutingInput, 'gridCellId'> & { deadlineClass: string; priority: number }
}

export interface EnqueuedWorkItem {
  id: string
  receiptNumber: string
  state: WorkItemState
  queueId: string
  routedBecause: LocalText
  /** ISO 8601. */
  dueAt: string
}

/** `RS-20261122-0007`: the community, the day in Asia/Shanghai, the count of that day. */
export const takeReceiptNumber = async (engine: Engine, community: CommunityConfig, now: Date): Promise<string> => {
  const { date } = shanghaiTime(now)
  const count = await takeReceiptCount(engine.db, community.id, date)
  return `${community.receiptPrefix}-${date.replaceAll('-', '')}-${String(count).padStart(4, '0')}`
}

const deadlineOf = (community: CommunityConfig, deadlineClass: string, now: Date): Date => {
  const found = community.deadlineClasses.get(deadlineClass)
  // Configuration is only loaded when every category names an existing class.
  if (!found) throw new Error(`no deadline class ${deadlineClass}`)
  return dueAtOf(now, found.deadline, community.calendar)
}

/** Queue, reason and deadline of an item as configuration decides them at this instant; pure. */
export const decide = (
  community: CommunityConfig,
  item: Pick<NewWorkItem, 'category' | 'gridCellId'>,
  now: Date,
): { route: Route; dueAt: Date } => ({
  route: route({ ...item.category, gridCellId: item.gridCellId }, community.routing, community.ladder),
  dueAt: deadlineOf(community, item.category.deadlineClass, now),
})

/**
 * Puts an item into its queue inside the caller's transaction, with its first event and the receipt to the requester.
 * `receiptNumber` was taken before the transaction, so that reports of one community do not wait for each other.
 */
export const enqueue = async (
  engine: Engine,
  trx: Trx,
  community: CommunityConfig,
  config: LoadedConfig,
  item: NewWorkItem & { id: string; receiptNumber: string },
  now: Date,
): Promise<EnqueuedWorkItem> => {
  const decision = decide(community, item, now)
  const { queueId, ruleId, because } = decision.route
  const dueAt = decision.dueAt.toISOString()
  const createdAt = now.toISOString()
  await insertWorkItemWithEvent(
    trx,
    {
      community_id: community.id,
      id: item.id,
      receipt_number: item.receiptNumber,
      service: item.service,
      service_code: item.category.serviceCode,
      subject_id: item.subjectId,
      title: item.title,
      confidentiality: item.isConfidential ? 'confidential' : 'ordinary',
      grid_cell_id: item.gridCellId,
      queue_id: queueId,
      requester_id: item.requesterId,
      priority: item.category.priority,
      state: 'queued',
      due_at: dueAt,
      route_rule_id: ruleId,
      routed_because: JSON.stringify(because),
      config_hash: config.hash,
      created_at: createdAt,
    },
    {
      community_id: community.id,
      id: uuidv7(),
      work_item_id: item.id,
      kind: 'enqueued',
      from_state: null,
      to_state: 'queued',
      queue_id: queueId,
      actor_id: item.requesterId,
      visible_to: 'requester',
      created_at: createdAt,
    },
  )
  await engine.notifications.notify(trx, {
    kind: 'receipt',
    personId: item.requesterId,
    communityId: community.id,
    workItemId: item.id,
    subjectId: item.subjectId,
    details: {
      title: item.title,
      receiptNumber: item.receiptNumber,
      queueName: config.queues.get(queueId)?.name.zh ?? queueId,
      dueAt,
    },
  })
  return { id: item.id, receiptNumber: item.receiptNumber, state: 'queued', queueId, routedBecause: because, dueAt }
}
