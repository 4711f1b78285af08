import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, InboxMessageId, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery } from '../kernel/page.ts'
import { notificationEndpoints } from './endpoints.ts'
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
    query: z.object(pageQuery),
    ok: [200, pageOf(InboxMessage).extend({ unread: z.int() })],
    errors: [],
  },
  markInboxMessageRead: {
    summary: 'Mark one message as read',
    permission: 'session',
    params: z.object({ messageId: InboxMessageId }),
    ok: [200, InboxMessage],
    errors: [],
  },
})
