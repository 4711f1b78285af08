import { calendarOfQueue } from '@little-bench/config/calendars'
import type { CommunityConfig, LoadedConfig } from '@little-bench/config/model'
import type { Service } from '@little-bench/shared/communities/duty'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { type ClockStates, startClocks, startedChanges } from '@little-bench/shared/work-queue/clocks'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Route, type RoutingInput, route } from '@little-bench/shared/work-queue/routing'
import { nextTimer } from '@little-bench/shared/work-queue/timers'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { concerns } from '../platform/db/transaction.ts'
import { dispatchByRoster } from './dispatch-by-roster.ts'
import { type Engine, within } from './engine.ts'
import { circumstancesOf, clocksOf, columnsOfClocks, timedOf } from './item-facts.ts'
import { announceChange } from './live-changes.ts'
import { isBatch } from './work-item.policy.ts'
import { insertableOf, takeReceiptCount, type WorkItemRow } from './work-item.repository.ts'
import { insertWorkItemWithEvent } from './work-item-event.repository.ts'
import { insertItemWords } from './work-item-words.repository.ts'

/** What a feature hands to the engine. */
export interface NewWorkItem {
  service: Service
  subjectId: string
  /** Chinese, for staff lists; only a label when confidential. */
  title: string
  isConfidential: boolean
  /** Null for a batch: work for many at once, each of whom knows it by what they booked. */
  requesterId: string | null
  /** Who files it, and for whom when that is not the requester themselves; nobody files a batch. */
  hand: { actorId: string | null; actingForId: string | null }
  /** A proxy who is told of what becomes of it; null for the requester themselves and for staff beside them. */
  filedById: string | null
  gridCellId: string | null
  /** Whom it is about, and who leads them: they never see it. */
  excludedStaffIds?: readonly string[]
  /** What the subject says, by which the staff in charge find it. */
  words: string
  /** The catalogue's entry for the category. */
  category: Omit<RoutingInput, 'gridCellId'> & { deadlineClass: string; priority: number; isDelegable: boolean }
  /** When a batch is over, whoever had it. Nothing is promised to anybody before, so its clocks count for no figure. */
  dueAt?: Date
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

/** Queue, reason and promises of an item as configuration decides them at this instant; pure. */
export const decide = (
  config: LoadedConfig,
  community: CommunityConfig,
  item: Pick<NewWorkItem, 'category' | 'gridCellId'>,
  now: Date,
): { route: Route; clocks: ClockStates } => {
  const decided = route({ ...item.category, gridCellId: item.gridCellId }, community.routing, community.ladder)
  const deadlineClass = community.deadlineClasses.get(item.category.deadlineClass)
  // Configuration is only loaded when every category names an existing class.
  if (!deadlineClass) throw new Error(`no deadline class ${item.category.deadlineClass}`)
  const calendar = calendarOfQueue(config, decided.queueId, community.id)
  return { route: decided, clocks: startClocks(now, deadlineClass.clocks, calendar) }
}

/** The row of an item that has just come in: nobody has it, and only its clocks run. */
const newRow = (
  community: CommunityConfig,
  config: LoadedConfig,
  item: NewWorkItem & { id: string; receiptNumber: string },
  now: Date,
): WorkItemRow => {
  const { route: decided, clocks: promised } = decide(config, community, item, now)
  const clocks = item.dueAt ? clocksUntil(item.dueAt) : promised
  const createdAt = now.toISOString()
  return {
    community_id: community.id,
    id: item.id,
    receipt_number: item.receiptNumber,
    service: item.service,
    service_code: item.category.serviceCode,
    subject_id: item.subjectId,
    title: item.title,
    confidentiality: item.isConfidential ? 'confidential' : 'ordinary',
    grid_cell_id: item.gridCellId,
    queue_id: decided.queueId,
    requester_id: item.requesterId,
    filed_by_id: item.filedById,
    is_delegable: item.category.isDelegable,
    priority: item.category.priority,
    deadline_class: item.category.deadlineClass,
    route_rule_id: decided.ruleId,
    routed_because: decided.because,
    participating_queue_ids: decided.followingQueueIds,
    barred_queue_ids: decided.barredQueueIds,
    excluded_staff_ids: [...(item.excludedStaffIds ?? [])],
    config_hash: config.hash,
    round_started_at: createdAt,
    created_at: createdAt,
    ...columnsOfClocks(clocks),
    ...UNTOUCHED,
  }
}

const clocksUntil = (dueAt: Date): ClockStates => ({
  acceptance: { dueAt, endedAt: null },
  first_reply: { dueAt, endedAt: null },
  resolve: { dueAt, endedAt: null },
})

const UNTOUCHED = {
  state: 'queued',
  outcome: null,
  assignee_id: null,
  raised_by: 0,
  version: 1,
  reopened_count: 0,
  resolved_at: null,
  closed_at: null,
  pause: null,
  paused_at: null,
  suspension_reason: null,
  suspended_until: null,
  suspensions: 0,
  asked_again: 0,
  touched_at: null,
  is_untouched: false,
  climbed_at: null,
  referred_queue_id: null,
  supervising_queue_ids: [],
  reminded_at: null,
  reminders: 0,
  parent_id: null,
  open_children: 0,
  merged_into_id: null,
  is_asked_to_rate: false,
  former_handler_id: null,
  next_timer_at: null,
} satisfies Partial<WorkItemRow>

/**
 * Puts an item into its queue inside the caller's transaction, with its first event and the receipt to the requester; a
 * duty roster may give it to somebody at once. `receiptNumber` was taken before the transaction, so that reports of one
 * community do not wait for each other.
 */
export const enqueue = async (
  engine: Engine,
  trx: Trx,
  community: CommunityConfig,
  config: LoadedConfig,
  item: NewWorkItem & { id: string; receiptNumber: string },
  now: Date,
): Promise<EnqueuedWorkItem> => {
  const row = newRow(community, config, item, now)
  const inside = within(engine, trx)
  const { rules, calendar } = circumstancesOf(inside, row)
  const timer = nextTimer(timedOf(inside, row), rules, calendar)
  const queued: WorkItemRow = { ...row, next_timer_at: timer?.at.toISOString() ?? null }
  await insertWorkItemWithEvent(trx, insertableOf(queued), {
    community_id: community.id,
    id: uuidv7(),
    work_item_id: item.id,
    service: item.service,
    kind: 'enqueued',
    from_state: null,
    to_state: 'queued',
    queue_id: row.queue_id,
    actor_id: item.hand.actorId,
    acting_for_id: item.hand.actingForId,
    visible_to: 'requester',
    clocks: JSON.stringify(isBatch(row) ? [] : startedChanges(clocksOf(row))),
    created_at: row.created_at,
  })
  await insertItemWords(trx, row, item.words)
  if (item.requesterId !== null) {
    concerns(trx, { communityId: community.id, workItemId: item.id, eventKind: 'enqueued' })
    const isSaid = engine.subjects.of(item.service).speaksForItself !== true
    if (isSaid) await sendReceipt(engine, trx, config, row, item.requesterId)
  }
  announceChange(inside, trx, queued)
  const { state } = await dispatchByRoster(inside, trx, queued, { excluded: [], now })
  return {
    id: item.id,
    receiptNumber: item.receiptNumber,
    state,
    queueId: row.queue_id,
    routedBecause: row.routed_because,
    dueAt: row.due_at,
  }
}

const sendReceipt = (
  engine: Engine,
  trx: Trx,
  config: LoadedConfig,
  row: WorkItemRow,
  requesterId: string,
): Promise<void> =>
  engine.notifications.notify(trx, {
    kind: 'receipt',
    personId: requesterId,
    communityId: row.community_id,
    workItemId: row.id,
    subjectId: row.subject_id,
    details: {
      title: row.title,
      receiptNumber: row.receipt_number,
      queueName: config.queues.get(row.queue_id)?.name.zh ?? row.queue_id,
      dueAt: row.due_at,
    },
  })
