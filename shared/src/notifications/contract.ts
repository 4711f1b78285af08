import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { CallId, CommunityId, InboxMessageId, PersonId, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { CALL_OUTCOMES } from './calls.ts'
import { callEndpoints, notificationEndpoints } from './endpoints.ts'
import { NOTICES } from './notices.ts'

export const InboxMessage = z
  .object({
    id: InboxMessageId,
    kind: z.enum(NOTICES),
    /** A label and what happened, in the caller's language; never free text of a person. */
    text: z.string(),
    communityId: CommunityId,
    workItemId: WorkItemId.nullable(),
    /** The subject of the work item, so that a page can open it: the id. */
    subjectId: z.uuid().nullable(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'InboxMessage' })
export type InboxMessage = z.infer<typeof InboxMessage>

export const notificationContract = contract(notificationEndpoints, {
  listInbox: {
    summary: "The caller's messages, newest first, complete whether or not WeChat delivers any",
    permission: 'session',
    delegation: 'nobody',
    query: z.object(pageQuery),
    ok: [200, pageOf(InboxMessage).extend({ unread: z.int() })],
    errors: [],
  },
  markInboxMessageRead: {
    summary: 'Mark one message as read',
    permission: 'session',
    delegation: 'nobody',
    params: z.object({ messageId: InboxMessageId }),
    ok: [200, InboxMessage],
    errors: [],
  },
})

const MAX_CALL_NOTE = 200

export const CALL_VIEWS = ['due', 'later', 'done'] as const

/** Somebody to call, with all that they have not been told yet. Each read of the list leaves a line. */
export const Call = z
  .object({
    id: CallId,
    person: z.object({
      id: PersonId,
      /** In full: whoever calls must know whom they speak to. */
      name: z.string(),
      /** Null when nobody knows a number: somebody should go there. */
      phone: z.string().nullable(),
    }),
    /** What to say, oldest first, in the caller's language. */
    lines: z.array(
      z.object({
        text: z.string(),
        at: instant,
        /** For the person alone: ask first whom you speak to. */
        isConfidential: z.boolean(),
      }),
    ),
    attempts: z.array(
      z.object({ at: instant, outcome: z.enum(CALL_OUTCOMES), byName: z.string(), note: z.string().nullable() }),
    ),
    /** Not before this day, Asia/Shanghai. */
    dueOn: serviceDate,
    /** Nobody answered often enough, or the number is wrong: go there. */
    needsVisit: z.boolean(),
    closedAt: instant.nullable(),
    /** Changes with each attempt and each new line. */
    version: z.int(),
  })
  .meta({ id: 'Call' })
export type Call = z.infer<typeof Call>

export const callContract = contract(callEndpoints, {
  listCallList: {
    summary: 'Whom the counter should call: who is told by telephone or slip and has something new; due ones first',
    permission: 'call.record',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    query: z.object({ ...pageQuery, view: z.enum(CALL_VIEWS).default('due') }),
    ok: [200, pageOf(Call)],
    errors: [],
  },
  recordCall: {
    summary: 'How a call went; told or a slip given ends it, the rest brings it back on the next working day',
    permission: 'call.record',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, callId: CallId }),
    body: z.object({
      /** As it was read: what came in meanwhile has not been told. */
      version: z.int(),
      outcome: z.enum(CALL_OUTCOMES),
      note: freeText(MAX_CALL_NOTE).optional(),
    }),
    ok: [200, Call],
    errors: ['call_is_closed', 'stale_version'],
  },
})
