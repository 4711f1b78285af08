import { z } from 'zod'
import { SERVICES } from '../communities/duty.ts'
import { Attachments } from '../files/contract.ts'
import { CommunityId, GridCellId, PersonId, QueueId, ServiceCode, WorkItemId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { PAUSES } from './allowed-moves.ts'
import { CLOCKS } from './clocks.ts'
import { AUDIENCES, FOLLOW_UP_RESULTS, SUSPENSION_REASONS, WORK_ITEM_EVENTS } from './events.ts'
import { MOVES, NEEDS, OUTCOMES, WORK_ITEM_STATES } from './lifecycle.ts'
import { QUEUE_LEVELS } from './routing.ts'

export const QueueRef = z.object({ id: QueueId, name: z.string() }).meta({ id: 'QueueRef' })

export const TimelineEvent = z
  .object({
    id: z.uuid(),
    at: instant,
    kind: z.enum(WORK_ITEM_EVENTS),
    from: z.enum(WORK_ITEM_STATES).nullable(),
    to: z.enum(WORK_ITEM_STATES),
    /** Whoever did it, as this viewer may know them; null where the viewer may not. */
    actor: z.string().nullable(),
    /** For whom the actor did it, when not for themselves: 「由 王*明 代办」; null where the viewer may not know. */
    actingFor: z.string().nullable(),
    /** The viewer did it with their own hands. */
    isYou: z.boolean(),
    /** Nobody did it: a time had come, or the duty roster chose. */
    isBySystem: z.boolean(),
    /** The queue that had the item after the event. */
    queueName: z.string(),
    message: z.string().nullable(),
    /** Who may read the message; null without one. */
    messageFor: z.enum(AUDIENCES).nullable(),
    /** What hangs on the message, for whoever may read it. */
    attachments: Attachments,
    /** What it was and what it became, in the caller's language: queues, categories, places, grid cells, a colleague. */
    fromName: z.string().nullable(),
    toName: z.string().nullable(),
    reason: z.enum(SUSPENSION_REASONS).nullable(),
    until: instant.nullable(),
    /** Which promise ran out. */
    clock: z.enum(CLOCKS).nullable(),
    followUpResult: z.enum(FOLLOW_UP_RESULTS).nullable(),
    /** Works, duplicates or the item that goes on. */
    receiptNumbers: z.array(z.string()),
  })
  .meta({ id: 'TimelineEvent' })
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const Rating = z
  .object({
    solved: z.boolean(),
    /** 1 (not at all) to 5 (very). */
    satisfaction: z.int().min(1).max(5),
    comment: z.string().nullable(),
    ratedAt: instant,
  })
  .meta({ id: 'Rating' })
export type Rating = z.infer<typeof Rating>

const itemFields = {
  id: WorkItemId,
  communityId: CommunityId,
  communityName: z.string(),
  receiptNumber: z.string(),
  service: z.enum(SERVICES),
  serviceCode: ServiceCode,
  /** The subject's own id within its service. */
  subjectId: z.uuid(),
  title: z.string(),
  state: z.enum(WORK_ITEM_STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  queue: QueueRef,
  gridCellId: GridCellId.nullable(),
  /** By when it should be resolved. */
  dueAt: instant,
  isOverdue: z.boolean(),
  /** Why the clock stands still: a question to the resident, or a suspension. */
  pause: z.enum(PAUSES).nullable(),
  createdAt: instant,
  version: z.int(),
}

export const MyItem = z
  .object({
    ...itemFields,
    canRate: z.boolean(),
    /** Staff have asked a question and wait. */
    canAnswer: z.boolean(),
  })
  .meta({ id: 'MyItem' })
export type MyItem = z.infer<typeof MyItem>

const assignee = z.object({ id: PersonId, name: z.string(), isYou: z.boolean() }).nullable()

export const QueueItem = z
  .object({
    ...itemFields,
    /** Masked: 「王*明」. */
    requesterName: z.string(),
    assignee,
    priority: z.int(),
    reminders: z.int(),
    reopenedCount: z.int(),
    /** Asked to take it and has not answered; the item is still with `queue`. */
    referredTo: QueueRef.nullable(),
    isChild: z.boolean(),
    /** Many bookings at once: it has no requester, and nobody is asked, told or waited for. */
    isBatch: z.boolean(),
  })
  .meta({ id: 'QueueItem' })
export type QueueItem = z.infer<typeof QueueItem>

export const AllowedMove = z.object({ move: z.enum(MOVES), needs: z.array(z.enum(NEEDS)) }).meta({ id: 'AllowedMove' })

export const ClockView = z
  .object({ clock: z.enum(CLOCKS), dueAt: instant, endedAt: instant.nullable(), isLate: z.boolean() })
  .meta({ id: 'ClockView' })

/** A work of a split item, a duplicate that ended in it, or the item that goes on. */
export const RelatedItem = z
  .object({
    id: WorkItemId,
    receiptNumber: z.string(),
    title: z.string(),
    state: z.enum(WORK_ITEM_STATES),
    outcome: z.enum(OUTCOMES).nullable(),
  })
  .meta({ id: 'RelatedItem' })

/** Who does it instead of us, and how to reach them. */
export const NotOurs = z.object({ destination: z.string(), phone: z.string().nullable() }).meta({ id: 'NotOurs' })

export const WorkItem = QueueItem.extend({
  /** Why the item is in this queue, in the caller's language. */
  routedBecause: z.string(),
  /** Only moves that would succeed now; the first is the one to recommend. */
  allowedMoves: z.array(AllowedMove),
  canNote: z.boolean(),
  canReply: z.boolean(),
  canRate: z.boolean(),
  /** Until when the resident may rate; null before it is resolved. */
  rateUntil: instant.nullable(),
  rating: Rating.nullable(),
  /** Where the resident goes instead; null unless it was closed as not ours. */
  notOurs: NotOurs.nullable(),
  clocks: z.array(ClockView),
  suspension: z.object({ reason: z.enum(SUSPENSION_REASONS), until: instant }).nullable(),
  /** Units that follow or were invited; the item's own queue leads. */
  participants: z.array(QueueRef),
  /** Units it was passed up to. */
  supervisors: z.array(QueueRef),
  parent: RelatedItem.nullable(),
  children: z.array(RelatedItem),
  mergedInto: RelatedItem.nullable(),
  /** For staff: duplicates that ended in this item. */
  duplicates: z.array(RelatedItem),
  /** Who else has the item open now; always empty for the requester. */
  viewers: z.array(z.object({ id: PersonId, name: z.string() })),
  timeline: z.array(TimelineEvent),
}).meta({ id: 'WorkItem' })
export type WorkItem = z.infer<typeof WorkItem>

export const MyQueue = z
  .object({
    id: QueueId,
    name: z.string(),
    level: z.enum(QUEUE_LEVELS),
    /** Set for the queues of a community and of its grid cells. */
    communityId: CommunityId.nullable(),
    /** Whether the caller hands out work here and edits the roster. */
    isLead: z.boolean(),
    /** Items in the queue that are not resolved or closed. */
    open: z.int(),
    /** Of those, nobody's yet. */
    unclaimed: z.int(),
    mine: z.int(),
    overdue: z.int(),
    /** Offered by other units and not answered. */
    referredHere: z.int(),
    /** Passed up to this queue and still open. */
    passedUp: z.int(),
    /** Follow-up calls that are due. */
    followUpsDue: z.int(),
  })
  .meta({ id: 'MyQueue' })
export type MyQueue = z.infer<typeof MyQueue>

/**
 * `open`: queued, dispatched and accepted, the highest priority first and of each what is due first; of those `mine`,
 * `unclaimed` and `late`. `referred_here`: offered by other units; `following`: others work on it and this queue follows or was invited; `passed_up`: for whoever supervises.
 * `resolved`, `closed`: newest first.
 */
export const QUEUE_VIEWS = [
  'open',
  'mine',
  'unclaimed',
  'late',
  'referred_here',
  'following',
  'passed_up',
  'resolved',
  'closed',
] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

/** What narrows a view; all that are given must hold. */
export const queueFilter = {
  serviceCode: ServiceCode.optional(),
  gridCellId: GridCellId.optional(),
  assigneeId: PersonId.optional(),
  communityId: CommunityId.optional(),
}
export const QueueFilter = z.object(queueFilter).meta({ id: 'QueueFilter' })
export type QueueFilter = z.infer<typeof QueueFilter>
