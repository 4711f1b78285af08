import { z } from 'zod'
import { SERVICES } from '../communities/duty.ts'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { CommunityId, GridCellId, PersonId, QueueId, ServiceCode, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery } from '../kernel/page.ts'
import { workQueueEndpoints } from './endpoints.ts'
import { MOVES, NEEDS, OUTCOMES, UNWORKED_OUTCOMES, WORK_ITEM_EVENTS, WORK_ITEM_STATES } from './lifecycle.ts'
import { MAX_NOTE_LENGTH } from './limits.ts'
import { QUEUE_LEVELS } from './routing.ts'

const note = freeText(MAX_NOTE_LENGTH)

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
    isYou: z.boolean(),
    /** The queue that had the item after the event. */
    queueName: z.string(),
    message: z.string().nullable(),
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
  /** The subject's own id within its service, for example the id. */
  subjectId: z.uuid(),
  title: z.string(),
  state: z.enum(WORK_ITEM_STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  queue: QueueRef,
  gridCellId: GridCellId.nullable(),
  /** By when it should be resolved. */
  dueAt: instant,
  isOverdue: z.boolean(),
  createdAt: instant,
  version: z.int(),
}

export const MyItem = z.object({ ...itemFields, canRate: z.boolean() }).meta({ id: 'MyItem' })
export type MyItem = z.infer<typeof MyItem>

const assignee = z.object({ id: PersonId, name: z.string(), isYou: z.boolean() }).nullable()

export const QueueItem = z
  .object({
    ...itemFields,
    /** Masked: 「王*明」. */
    requesterName: z.string(),
    assignee,
    priority: z.int(),
  })
  .meta({ id: 'QueueItem' })
export type QueueItem = z.infer<typeof QueueItem>

export const AllowedMove = z.object({ move: z.enum(MOVES), needs: z.array(z.enum(NEEDS)) }).meta({ id: 'AllowedMove' })

export const WorkItem = QueueItem.extend({
  /** Why the item is in this queue, in the caller's language. */
  routedBecause: z.string(),
  /** Only moves that would succeed now; the first is the one to recommend. */
  allowedMoves: z.array(AllowedMove),
  /** Whom `dispatch` may name; empty unless `dispatch` is allowed. */
  dispatchCandidates: z.array(z.object({ id: PersonId, name: z.string() })),
  canRate: z.boolean(),
  rating: Rating.nullable(),
  reopenedCount: z.int(),
  timeline: z.array(TimelineEvent),
}).meta({ id: 'WorkItem' })
export type WorkItem = z.infer<typeof WorkItem>

export const MyQueue = z
  .object({
    id: QueueId,
    name: z.string(),
    level: z.enum(QUEUE_LEVELS),
    /** Items in the queue that are not resolved or closed. */
    open: z.int(),
    /** Of those, nobody's yet. */
    unclaimed: z.int(),
    mine: z.int(),
    overdue: z.int(),
  })
  .meta({ id: 'MyQueue' })
export type MyQueue = z.infer<typeof MyQueue>

/** `open`: queued, dispatched and accepted, due first; `mine`: of those, the caller's; `resolved`, `closed`: newest first. */
export const QUEUE_VIEWS = ['open', 'mine', 'resolved', 'closed'] as const

const version = z.int().min(1)
const itemParams = z.object({ communityId: CommunityId, workItemId: WorkItemId })

export const MoveBody = z
  .discriminatedUnion('move', [
    z.object({ move: z.literal('claim'), version, note: note.optional() }),
    z.object({ move: z.literal('dispatch'), version, assigneeId: PersonId, note: note.optional() }),
    z.object({ move: z.literal('accept'), version, note: note.optional() }),
    z.object({ move: z.literal('return'), version, note }),
    z.object({ move: z.literal('resolve'), version, note }),
    z.object({
      move: z.literal('close'),
      version,
      outcome: z.enum(UNWORKED_OUTCOMES).optional(),
      note: note.optional(),
    }),
    z.object({ move: z.literal('reopen'), version, note }),
    z.object({ move: z.literal('withdraw'), version, note: note.optional() }),
  ])
  .meta({ id: 'MoveBody' })
export type MoveBody = z.infer<typeof MoveBody>

export const workQueueContract = contract(workQueueEndpoints, {
  listMyItems: {
    summary: 'What the caller asked for, in every service and community, newest first',
    permission: 'session',
    query: z.object(pageQuery),
    ok: [200, pageOf(MyItem)],
    errors: [],
  },
  listMyQueues: {
    summary: 'The queues that the caller serves, with counts',
    permission: 'queue.read',
    ok: [200, z.object({ items: z.array(MyQueue), nextCursor: z.null() })],
    errors: [],
  },
  listQueueItems: {
    summary: 'The items of one queue; open items come due first',
    permission: 'queue.read',
    params: z.object({ queueId: QueueId }),
    query: z.object({ ...pageQuery, view: z.enum(QUEUE_VIEWS).default('open') }),
    ok: [200, pageOf(QueueItem)],
    errors: ['not_served_queue'],
  },
  getWorkItem: {
    summary: 'One item with its timeline and the moves that the caller could make now',
    permission: 'session',
    params: itemParams,
    ok: [200, WorkItem],
    errors: [],
  },
  moveWorkItem: {
    summary: 'Make one move of the lifecycle; refused when the version is stale or the move is not in the table',
    permission: 'item.move',
    rateLimit: 'write',
    idempotent: true,
    params: itemParams,
    body: MoveBody,
    ok: [200, WorkItem],
    errors: ['stale_version', 'move_not_allowed', 'assignee_not_in_queue'],
  },
  rateWorkItem: {
    summary: 'The resident says whether it is solved and how satisfied they are, once after each resolve',
    permission: 'item.rate',
    rateLimit: 'write',
    idempotent: true,
    params: itemParams,
    body: z.object({
      solved: z.boolean(),
      satisfaction: z.int().min(1).max(5),
      comment: note.optional(),
    }),
    ok: [201, WorkItem],
    errors: ['not_rateable', 'already_rated'],
  },
})
