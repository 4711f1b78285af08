import { z } from 'zod'
import { fileIds } from '../files/contract.ts'
import { MAX_TRANSCRIPT_LENGTH } from '../files/limits.ts'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { CommunityId, FileId, QueueId, WorkItemId } from '../kernel/ids.ts'
import { pageOf, pageQuery } from '../kernel/page.ts'
import { typedCode } from '../people/profile.contract.ts'
import { workQueueEndpoints } from './endpoints.ts'
import { MyItem, MyQueue, QUEUE_VIEWS, QueueItem, queueFilter, WorkItem } from './item.contract.ts'
import { MoveBody, MoveChoices, note } from './move.contract.ts'

const itemParams = z.object({ communityId: CommunityId, workItemId: WorkItemId })
const moveErrors = [
  'stale_version',
  'move_not_allowed',
  'assignee_not_in_queue',
  'queue_not_eligible',
  'unknown_service',
  'unknown_place',
  'suspension_too_long',
  'merge_not_possible',
  'conversion_not_possible',
  'unknown_file',
  'too_many_files',
] as const

export const workQueueContract = contract(workQueueEndpoints, {
  listMyItems: {
    summary: 'What the caller asked for, in every service and community, newest first',
    permission: 'session',
    delegation: { power: 'read' },
    query: z.object(pageQuery),
    ok: [200, pageOf(MyItem)],
    errors: [],
  },
  listMyQueues: {
    summary: 'The queues that the caller serves, with counts',
    permission: 'queue.read',
    delegation: 'nobody',
    ok: [200, z.object({ items: z.array(MyQueue), nextCursor: z.null() })],
    errors: [],
  },
  listQueueItems: {
    summary: 'The items of one queue; of the open ones the highest priority comes first, and of each what is due first',
    permission: 'queue.read',
    delegation: 'nobody',
    params: z.object({ queueId: QueueId }),
    query: z.object({ ...pageQuery, ...queueFilter, view: z.enum(QUEUE_VIEWS).default('open') }),
    ok: [200, pageOf(QueueItem)],
    errors: ['not_served_queue'],
  },
  claimNextItem: {
    summary: 'Take the first item of a queue that nobody has, in the order of its list; null when there is none',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ queueId: QueueId }),
    ok: [200, z.object({ item: WorkItem.nullable() })],
    errors: ['not_served_queue'],
  },
  getWorkItem: {
    summary: 'One item with its timeline and the moves that the caller could make now',
    permission: 'session',
    delegation: { power: 'read' },
    params: itemParams,
    ok: [200, WorkItem],
    errors: [],
  },
  getMoveChoices: {
    summary:
      'What the moves that the caller could make now may name: colleagues, units, categories, places, duplicates',
    permission: 'queue.read',
    delegation: 'nobody',
    params: itemParams,
    ok: [200, MoveChoices],
    errors: [],
  },
  moveWorkItem: {
    summary: 'Make one move of the lifecycle; refused when the version is stale or the move is not in the table',
    permission: 'item.move',
    delegation: { power: 'manage' },
    rateLimit: 'write',
    idempotent: true,
    params: itemParams,
    body: MoveBody,
    ok: [200, WorkItem],
    errors: moveErrors,
  },
  addNote: {
    summary: 'Write to colleagues; the resident never sees it',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: itemParams,
    body: z.object({ body: note, fileIds }),
    ok: [201, WorkItem],
    errors: ['unknown_file', 'too_many_files'],
  },
  addReply: {
    summary:
      'Write to the resident, or as the resident to the staff; everybody with a duplicate of the item reads it too',
    permission: 'item.move',
    delegation: { power: 'manage' },
    rateLimit: 'write',
    idempotent: true,
    params: itemParams,
    body: z.object({ body: note, fileIds }),
    ok: [201, WorkItem],
    errors: ['reply_not_possible', 'unknown_file', 'too_many_files'],
  },
  transcribeVoiceNote: {
    summary:
      'Write down what a voice note of the item says; whoever may hear it may read it, and staff find it by search',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: itemParams.extend({ fileId: FileId }),
    body: z.object({ transcript: freeText(MAX_TRANSCRIPT_LENGTH) }),
    ok: [200, WorkItem],
    errors: [],
  },
  announcePresence: {
    summary:
      'Say that the caller has the item open, for 40 seconds; answers who else has. For whoever has no live connection',
    permission: 'queue.read',
    delegation: 'nobody',
    params: itemParams,
    body: z.object({ isViewing: z.boolean() }),
    ok: [200, z.object({ viewers: WorkItem.shape.viewers })],
    errors: [],
  },
  rateWorkItem: {
    summary: 'The resident says whether it is solved and how satisfied they are, once after each resolve',
    permission: 'item.rate',
    delegation: { power: 'manage' },
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
  searchItems: {
    summary:
      'Items of the queues that the caller serves or supervises whose words or number hold the text, newest first',
    permission: 'queue.read',
    delegation: 'nobody',
    query: z.object({
      ...pageQuery,
      /** Chinese, Tibetan or a receipt number; each of its words, five at most, must be there. */
      text: freeText(60),
    }),
    /** `excerpt`: the words around what was found. */
    ok: [200, pageOf(QueueItem.extend({ excerpt: z.string() }).meta({ id: 'FoundItem' }))],
    errors: [],
  },
  bindReceipt: {
    summary: 'Take over what the counter filed for the caller, by the code on the printed receipt',
    permission: 'profile.own',
    delegation: 'counter',
    rateLimit: 'code',
    idempotent: true,
    body: z.object({ code: typedCode }),
    ok: [200, MyItem],
    errors: ['code_invalid'],
  },
})
