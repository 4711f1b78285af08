import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import {
  CommunityId,
  FollowUpId,
  PersonId,
  QueueId,
  ReplyTemplateId,
  SavedViewId,
  ServiceCode,
  WorkItemId,
} from '../kernel/ids.ts'
import { instant, pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { deskEndpoints } from './endpoints.ts'
import { FOLLOW_UP_RESULTS } from './events.ts'
import { QUEUE_VIEWS, QueueFilter, QueueItem } from './item.contract.ts'
import { WORK_ITEM_STATES } from './lifecycle.ts'
import { MAX_NAME_LENGTH, MAX_NOTE_LENGTH } from './limits.ts'
import { note } from './move.contract.ts'
import { unknownFields } from './reply-template.ts'
import { DISPATCH_MODES } from './roster.ts'

const minute = z.int().min(0).max(1440)

export const DutyShift = z
  .object({
    personId: PersonId,
    /** B, who stands in on the days of A's absence. */
    backupId: PersonId.nullable(),
    /** 0 is Sunday. */
    weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
    /** Minutes since midnight in Asia/Shanghai; a night is two shifts. */
    fromMinute: minute,
    toMinute: minute,
    absences: z
      .array(
        z
          .object({ from: serviceDate, to: serviceDate })
          .refine(({ from, to }) => from <= to, { message: 'absence_backwards' }),
      )
      .max(50),
  })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { path: ['toMinute'], message: 'shift_backwards' })
  .refine(({ personId, backupId }) => personId !== backupId, { path: ['backupId'], message: 'backup_is_same' })
  .meta({ id: 'DutyShift' })

const staff = z.object({ id: PersonId, name: z.string() })

export const Roster = z
  .object({
    queueId: QueueId,
    queueName: z.string(),
    /** 0 before anybody has saved one. */
    version: z.int().min(0),
    mode: z.enum(DISPATCH_MODES),
    shifts: z.array(DutyShift),
    /** Everybody who serves the queue: whom a shift may name. */
    staff: z.array(staff),
    onDutyNow: z.array(staff),
    canEdit: z.boolean(),
    savedBy: z.string().nullable(),
    savedAt: instant.nullable(),
  })
  .meta({ id: 'Roster' })
export type Roster = z.infer<typeof Roster>

const templateText = freeText(MAX_NOTE_LENGTH).refine((text) => unknownFields(text).length === 0, {
  message: 'unknown_merge_field',
})
const templateFields = {
  name: freeText(MAX_NAME_LENGTH),
  /** With merge fields in braces: {title}, {receiptNumber}, {queueName}, {communityName}, {dueOn}, {workerName}. */
  zh: templateText,
  /** Attested or translated Tibetan; without it the Chinese is used. */
  bo: templateText.nullable(),
  /** Offered for these categories only; empty offers it for all. */
  serviceCodes: z.array(ServiceCode).max(60),
  /** Offered in these states only; empty offers it in all. */
  states: z.array(z.enum(WORK_ITEM_STATES)).max(WORK_ITEM_STATES.length),
  /** Kept in the history and offered to nobody. */
  isRetired: z.boolean(),
}

export const ReplyTemplate = z
  .object({
    id: ReplyTemplateId,
    ...templateFields,
    /** 0 for what configuration brings and nobody has edited. */
    version: z.int().min(0),
    savedBy: z.string().nullable(),
    savedAt: instant.nullable(),
  })
  .meta({ id: 'ReplyTemplate' })
export type ReplyTemplate = z.infer<typeof ReplyTemplate>

export const SavedView = z
  .object({
    id: SavedViewId,
    name: freeText(MAX_NAME_LENGTH),
    queueId: QueueId,
    view: z.enum(QUEUE_VIEWS),
    filter: QueueFilter,
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof SavedView>

export const FollowUp = z
  .object({
    id: FollowUpId,
    communityId: CommunityId,
    workItemId: WorkItemId,
    dueOn: serviceDate,
    isLate: z.boolean(),
    item: QueueItem,
    result: z.enum(FOLLOW_UP_RESULTS).nullable(),
  })
  .meta({ id: 'FollowUp' })
export type FollowUp = z.infer<typeof FollowUp>

export const NotOursEntry = z
  .object({
    workItemId: WorkItemId,
    receiptNumber: z.string(),
    title: z.string(),
    destination: z.string(),
    phone: z.string().nullable(),
    registeredAt: instant,
  })
  .meta({ id: 'NotOursEntry' })

const queueParams = z.object({ queueId: QueueId })
const viewParams = z.object({ viewId: SavedViewId })

export const deskContract = contract(deskEndpoints, {
  getRoster: {
    summary: 'Who is on duty in a queue, with backups and absences',
    permission: 'queue.read',
    delegation: 'nobody',
    params: queueParams,
    ok: [200, Roster],
    errors: ['not_served_queue'],
  },
  saveRoster: {
    summary: 'Replace the duty roster of a queue; earlier versions are kept',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    params: queueParams,
    body: z.object({ version: z.int().min(0), mode: z.enum(DISPATCH_MODES), shifts: z.array(DutyShift).max(100) }),
    ok: [200, Roster],
    errors: ['not_served_queue', 'stale_version', 'assignee_not_in_queue', 'not_queue_lead'],
  },
  listReplyTemplates: {
    summary: 'The reply templates of a community in both languages',
    permission: 'queue.read',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    ok: [200, z.object({ items: z.array(ReplyTemplate), nextCursor: z.null() })],
    errors: [],
  },
  saveReplyTemplate: {
    summary: 'Write a reply template or a new version of it; version 0 for one that nobody has saved before',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    params: z.object({ communityId: CommunityId, templateId: ReplyTemplateId }),
    body: z.object({ ...templateFields, version: z.int().min(0) }),
    ok: [200, ReplyTemplate],
    errors: ['stale_version', 'not_queue_lead', 'unknown_service'],
  },
  listSavedViews: {
    summary: "The caller's own saved views",
    permission: 'queue.read',
    delegation: 'nobody',
    ok: [200, z.object({ items: z.array(SavedView), nextCursor: z.null() })],
    errors: [],
  },
  saveSavedView: {
    summary: 'Keep a view of a queue under a name',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    params: viewParams,
    body: SavedView.omit({ id: true }),
    ok: [200, SavedView],
    errors: ['not_served_queue', 'too_many_views'],
  },
  deleteSavedView: {
    summary: "Forget one of the caller's saved views",
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    params: viewParams,
    ok: [200, z.object({ isDeleted: z.literal(true) })],
    errors: [],
  },
  listFollowUps: {
    summary: 'Calls to make for a queue (回访), due first; today and earlier unless `isDone` asks for those made',
    permission: 'queue.read',
    delegation: 'nobody',
    params: queueParams,
    query: z.object({ ...pageQuery, isDone: z.stringbool().default(false) }),
    ok: [200, pageOf(FollowUp)],
    errors: ['not_served_queue'],
  },
  recordFollowUp: {
    summary: 'What the resident said on the telephone; `not_solved` reopens the item with another handler',
    permission: 'queue.read',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, followUpId: FollowUpId }),
    body: z.object({ result: z.enum(FOLLOW_UP_RESULTS), note }),
    ok: [200, FollowUp],
    errors: ['already_recorded'],
  },
  listNotOurs: {
    summary: 'The register of what was not ours and where it was sent, newest first',
    permission: 'queue.read',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId }),
    query: z.object(pageQuery),
    ok: [200, pageOf(NotOursEntry)],
    errors: [],
  },
})
