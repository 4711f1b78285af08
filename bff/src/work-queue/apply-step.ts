import { AppError } from '@little-bench/shared/kernel/errors'
import { type ClockChange, type ClockStates, endClocks, resumeClocks } from '@little-bench/shared/work-queue/clocks'
import {
  type Audience,
  audienceOfEvent,
  type EventDetails,
  type WorkItemEventKind,
} from '@little-bench/shared/work-queue/events'
import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { nextTimer } from '@little-bench/shared/work-queue/timers'
import { v7 as uuidv7 } from 'uuid'
import { attachFiles } from '../files/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { concerns } from '../platform/db/transaction.ts'
import type { Engine } from './engine.ts'
import { type Circumstances, circumstancesOf, clocksOf, columnsOfClocks, timedOf } from './item-facts.ts'
import { announceChange } from './live-changes.ts'
import { passOnToDuplicates } from './pass-on-to-duplicates.ts'
import { tell } from './tell.ts'
import { isBatch, isByRequester, isReachable } from './work-item.policy.ts'
import {
  countChildDone,
  lockWorkItemById,
  type RatedWorkItemRow,
  updateWorkItem,
  type WorkItemRow,
} from './work-item.repository.ts'
import { insertEvent, insertEventWithMessage } from './work-item-event.repository.ts'
import { addItemWords, relabelItem } from './work-item-words.repository.ts'

/** One line of an item's history with all that it changes. */
export interface Step {
  kind: WorkItemEventKind
  /** Null when nobody did it: a time had come, or the roster chose. */
  actorId: string | null
  /** For whom, when the actor did it for the requester: then it counts as the requester's own. */
  actingForId?: string | null
  /** Columns that change; `state` among them when it does. */
  change?: Partial<WorkItemRow>
  /** Words that came with it, with files of whoever did it; or the id of words that were written in a work and are this item's too. */
  message?: { body: string; visibleTo: Audience; fileIds?: readonly string[] } | { id: string; visibleTo: 'requester' }
  details?: EventDetails
  /** A line that is not a move leaves the version as it is; the caller holds the row's lock. */
  keepsVersion?: boolean
  /** Clocks that this step sets itself, before its event ends any: a new round, or one that ran out. */
  clocks?: { clocks: ClockStates; changes: ClockChange[] }
}

/**
 * The only way an item changes: the row, its clocks, its next timer, the event, the subject and whoever is told, in the
 * caller's transaction. Answers the row after. Errors: `stale_version` when somebody else changed it since `item` was read.
 */
export const applyStep = async (
  engine: Engine,
  trx: Trx,
  item: RatedWorkItemRow,
  step: Step,
  now: Date,
): Promise<RatedWorkItemRow> => {
  const { after, changes } = rowAfter(engine, item, step, now)
  if (!(await updateWorkItem(trx, after, item))) throw new AppError('stale_version')
  if (after.title !== item.title) await relabelItem(trx, after)
  await recordEvent(engine, trx, { before: item, after }, step, changes, now)
  // What nobody did is no act of whoever set it off.
  if (step.actorId !== null) {
    concerns(trx, { communityId: after.community_id, workItemId: after.id, eventKind: step.kind })
  }
  if (after.parent_id !== null && isOpen(item.state) && !isOpen(after.state)) {
    await countChildDone(trx, after.community_id, after.parent_id)
  }
  await engine.subjects.moved(trx, after, step.kind, now)
  await tell(engine, trx, item, after, step, now)
  announceChange(engine, trx, item, after)
  return after
}

/** Events after which an item stands still no longer. */
const PAUSE_ENDED_BY: readonly WorkItemEventKind[] = [
  'answered',
  'resumed',
  'returned',
  'transferred',
  'referral_accepted',
  'resolved',
  'closed',
  'merged',
  'converted',
  'withdrawn',
]
/** Whatever puts it back into a queue ends its pause too: nobody is there who waits. */
const isPauseOver = (item: WorkItemRow, changed: WorkItemRow, { kind }: Step): boolean =>
  item.pause !== null && (PAUSE_ENDED_BY.includes(kind) || changed.state === 'queued')

/** Events by which somebody gets the item into their hands. */
const TAKEN_BY: readonly WorkItemEventKind[] = ['claimed', 'accepted', 'dispatched', 'transferred', 'referral_accepted']

const rowAfter = (
  engine: Engine,
  item: RatedWorkItemRow,
  step: Step,
  now: Date,
): { after: RatedWorkItemRow; changes: ClockChange[] } => {
  const changed: RatedWorkItemRow = { ...item, ...step.change, ...handsAfter(item, step, now) }
  // A new round has not been rated.
  if (changed.reopened_count !== item.reopened_count) changed.solved = null
  const circumstances = circumstancesOf(engine, changed)
  const isResumed = isPauseOver(item, changed, step)
  const { clocks, changes } = clocksAfter(item, changed, step, circumstances, now)
  const after: RatedWorkItemRow = {
    ...changed,
    ...columnsOfClocks(clocks),
    ...(isResumed && { pause: null, paused_at: null, suspended_until: null, suspension_reason: null, asked_again: 0 }),
    ...(!isOpen(changed.state) && { referred_queue_id: null }),
    version: step.keepsVersion ? item.version : item.version + 1,
  }
  const timer = nextTimer(timedOf(engine, after), circumstances.rules, circumstances.calendar)
  // The works of a split item are counted with their item, and a batch is promised to nobody.
  return {
    after: { ...after, next_timer_at: timer?.at.toISOString() ?? null },
    changes: item.parent_id === null && !isBatch(item) ? changes : [],
  }
}

/** Events by which somebody says that they do it: whoever had it before is nobody in particular from then on. */
const BEGUN_BY: readonly WorkItemEventKind[] = ['claimed', 'accepted', 'referral_accepted']

const handsAfter = (item: WorkItemRow, step: Step, now: Date): Partial<WorkItemRow> => {
  const begun = BEGUN_BY.includes(step.kind) ? { former_handler_id: null } : {}
  if (TAKEN_BY.includes(step.kind)) return { touched_at: now.toISOString(), is_untouched: true, ...begun }
  if (step.change?.assignee_id === null) return { touched_at: null, is_untouched: false }
  return step.actorId !== null && step.actorId === item.assignee_id ? { is_untouched: false } : {}
}

const clocksAfter = (
  item: WorkItemRow,
  changed: WorkItemRow,
  step: Step,
  { clockClass, calendar }: Circumstances,
  now: Date,
): { clocks: ClockStates; changes: ClockChange[] } => {
  const set = step.clocks ?? { clocks: clocksOf(changed), changes: [] }
  const resumed = isPauseOver(item, changed, step)
    ? resumeClocks(set.clocks, { pausedAt: new Date(item.paused_at ?? now), resumedAt: now }, clockClass, calendar)
    : { clocks: set.clocks, changes: [] }
  // A reply ends its clock below, and only when staff wrote it: the resident's own words answer nothing.
  const isReply = step.kind === 'replied'
  const ended = isReply ? { clocks: resumed.clocks, changes: [] } : endClocks(resumed.clocks, step.kind, now)
  const replied = isPublicWordOfStaff(item, step)
    ? endClocks(ended.clocks, 'replied', now)
    : { clocks: ended.clocks, changes: [] }
  const isPausing = item.paused_at === null && changed.paused_at !== null
  return {
    clocks: replied.clocks,
    changes: [
      ...set.changes,
      ...resumed.changes,
      ...ended.changes,
      ...replied.changes,
      ...(isPausing ? [{ clock: 'resolve', change: 'paused' } as const] : []),
    ],
  }
}

/** Whatever staff write for the resident is an answer to them; why they took it up again is not yet one. */
const isPublicWordOfStaff = (item: WorkItemRow, step: Step): boolean =>
  step.message?.visibleTo === 'requester' &&
  step.kind !== 'reopened' &&
  step.actorId !== null &&
  !isByRequester(item, step)

const recordEvent = async (
  engine: Engine,
  trx: Trx,
  { before, after }: { before: WorkItemRow; after: WorkItemRow },
  step: Step,
  changes: ClockChange[],
  now: Date,
): Promise<void> => {
  const createdAt = now.toISOString()
  const event = {
    community_id: after.community_id,
    id: uuidv7(),
    work_item_id: after.id,
    service: after.service,
    kind: step.kind,
    from_state: before.state,
    to_state: after.state,
    queue_id: after.queue_id,
    actor_id: step.actorId,
    acting_for_id: step.actingForId ?? null,
    visible_to: audienceOfEvent(step.kind),
    details: JSON.stringify(step.details ?? {}),
    clocks: JSON.stringify(changes),
    created_at: createdAt,
  }
  const { actorId, message } = step
  if (!message || actorId === null) return insertEvent(trx, event)
  const messageId = 'id' in message ? message.id : uuidv7()
  if ('id' in message) await insertEvent(trx, { ...event, message_id: messageId })
  else {
    await insertEventWithMessage(trx, event, {
      community_id: after.community_id,
      id: messageId,
      work_item_id: after.id,
      author_id: actorId,
      body: message.body,
      visible_to: message.visibleTo,
      created_at: createdAt,
    })
    const subject = { communityId: after.community_id, kind: 'message', id: messageId } as const
    await attachFiles(trx, { ownerId: actorId, fileIds: message.fileIds ?? [], subject }, now)
    await addItemWords(trx, after.community_id, after.id, message.body)
  }
  if (!isPublicWordOfStaff(before, step)) return
  await passOnToDuplicates(engine, trx, after, { messageId, actorId, now })
  await passOnToWhole(engine, trx, after, { messageId, actorId, now })
}

/** The resident speaks with the item as a whole: what is said to them about a work of it is said there, and answers them. */
const passOnToWhole = async (
  engine: Engine,
  trx: Trx,
  { community_id: communityId, parent_id: parentId }: WorkItemRow,
  { messageId, actorId, now }: { messageId: string; actorId: string; now: Date },
): Promise<void> => {
  if (parentId === null) return
  const whole = await lockWorkItemById(trx, communityId, parentId)
  if (!whole || !isReachable(whole)) return
  const message = { id: messageId, visibleTo: 'requester' } as const
  await applyStep(engine, trx, whole, { kind: 'replied', actorId, message, keepsVersion: true }, now)
}
