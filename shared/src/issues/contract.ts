import { z } from 'zod'
import { VISIBILITIES } from '../communities/duty.ts'
import { Attachments, fileIds } from '../files/contract.ts'
import { contract } from '../kernel/endpoint.ts'
import { freeTextOrNone } from '../kernel/free-text.ts'
import { CommunityId, IssueId, PersonId, PlaceId, ServiceCode, VolunteerTeamId, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery } from '../kernel/page.ts'
import { ASSIST_REASONS } from '../people/assist.ts'
import { personName, phoneNumber } from '../people/counter.contract.ts'
import { OneTimeCode } from '../people/profile.contract.ts'
import { NotOurs, QueueRef, Rating, TimelineEvent } from '../work-queue/item.contract.ts'
import { OUTCOMES, WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { issueEndpoints } from './endpoints.ts'
import { MAX_DESCRIPTION_LENGTH } from './limits.ts'
import { PUBLIC_STATES } from './public-state.ts'
import { ISSUE_SOURCES } from './sources.ts'

/** WGS 84 degrees. */
export const Position = z
  .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
  .meta({ id: 'Position' })

const newIssue = z.object({
  /** Parsed as any text, so that an unknown category gets its own answer. */
  serviceCode: z.string().min(1).max(61),
  /** May be empty when a photo or a voice note says it. */
  description: freeTextOrNone(MAX_DESCRIPTION_LENGTH),
  placeId: PlaceId.optional(),
  position: Position.optional(),
  visibility: z.enum(VISIBILITIES).default('private'),
  /** Photos and a voice note, in the order in which they are shown. */
  fileIds,
  /** The volunteer team on whose round it was found (随手拍); the reporter is a member. */
  teamId: VolunteerTeamId.optional(),
  /** For a complaint about staff: whom it is about. They and whoever leads them never see it. */
  aboutStaffIds: z.array(PersonId).max(5).default([]),
})
const hasPlace = (issue: { placeId?: unknown; position?: unknown }): boolean =>
  issue.placeId !== undefined || issue.position !== undefined
const PLACE_MISSING = { path: ['placeId'], message: 'place_missing' }

const saysSomething = (issue: { description: string; fileIds: readonly unknown[] }): boolean =>
  issue.description !== '' || issue.fileIds.length > 0
const WORDS_MISSING = { path: ['description'], message: 'text_empty' }

export const NewIssue = newIssue
  .refine(hasPlace, PLACE_MISSING)
  .refine(saysSomething, WORDS_MISSING)
  .meta({ id: 'NewIssue' })
export type NewIssue = z.infer<typeof NewIssue>

/** Somebody who came or called: known here, with an open assist session, or with a name and perhaps a number only. */
export const NewAssistedIssue = newIssue
  .extend({
    resident: z.union([
      z.object({ residentId: PersonId }),
      z.object({ name: personName, phone: phoneNumber.optional() }),
    ]),
    source: z.enum(ASSIST_REASONS),
  })
  .refine(hasPlace, PLACE_MISSING)
  .refine(saysSomething, WORDS_MISSING)
  .meta({ id: 'NewAssistedIssue' })
export type NewAssistedIssue = z.infer<typeof NewAssistedIssue>

export const IssueReceipt = z
  .object({
    id: IssueId,
    /** Can be read out on the telephone: `RS-20261122-0007`. The number alone opens nothing. */
    receiptNumber: z.string(),
    workItemId: WorkItemId,
    state: z.enum(WORK_ITEM_STATES),
    queue: QueueRef,
    routedBecause: z.string(),
    dueAt: instant,
  })
  .meta({ id: 'IssueReceipt' })
export type IssueReceipt = z.infer<typeof IssueReceipt>

const summaryFields = {
  id: IssueId,
  communityId: CommunityId,
  serviceCode: ServiceCode,
  serviceName: z.string(),
  description: z.string(),
  /** The courtyard or street; null when only a map position was given. */
  placeName: z.string().nullable(),
  state: z.enum(WORK_ITEM_STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  createdAt: instant,
  /** Households that said 我也一样. */
  endorsements: z.int().min(0),
  /** The first photo, small; null without one. */
  thumbnailUrl: z.string().nullable(),
}

export const PublicIssue = z.object(summaryFields).meta({ id: 'PublicIssue' })
export type PublicIssue = z.infer<typeof PublicIssue>

/** What a viewer may not know is null: a neighbour sees no receipt, no exact position, no messages and no rating. */
export const Issue = z
  .object({
    ...summaryFields,
    isYours: z.boolean(),
    attachments: Attachments,
    /** 我也一样 would be taken from this viewer now. */
    canEndorse: z.boolean(),
    /** The viewer's household has said so already. */
    isEndorsed: z.boolean(),
    /** The viewer wrote it and may hide parts of it from neighbours. */
    canRedact: z.boolean(),
    /** Its reporter has hidden something; staff may ask for the original with a reason. */
    isRedacted: z.boolean(),
    /** The volunteer team that found it. */
    teamName: z.string().nullable(),
    visibility: z.enum(VISIBILITIES),
    /** Whether neighbours see it; to a neighbour it is always shown. */
    publicState: z.enum(PUBLIC_STATES),
    /** Its photos that somebody must look at before neighbours see them; none for a neighbour. */
    waitingPhotos: z.int().min(0),
    /** Its photos that neighbours will not see; none for a neighbour. */
    refusedPhotos: z.int().min(0),
    /** Why neighbours do not see it, or a photo of it; null when nothing was refused, and for a neighbour. */
    refusalReason: z.string().nullable(),
    /** How it came in; null for a neighbour. */
    source: z.enum(ISSUE_SOURCES).nullable(),
    workItemId: WorkItemId.nullable(),
    receiptNumber: z.string().nullable(),
    position: Position.nullable(),
    gridCellName: z.string().nullable(),
    queue: QueueRef,
    routedBecause: z.string(),
    dueAt: instant,
    isOverdue: z.boolean(),
    canRate: z.boolean(),
    rating: Rating.nullable(),
    /** Where its reporter goes instead; null unless it was closed as not ours, and for a neighbour. */
    notOurs: NotOurs.nullable(),
    timeline: z.array(TimelineEvent),
  })
  .meta({ id: 'Issue' })
export type Issue = z.infer<typeof Issue>

const communityParams = z.object({ communityId: CommunityId })

export const issueContract = contract(issueEndpoints, {
  reportIssue: {
    summary: 'Report an issue (居民说事); it is on disk and in a queue when this answers',
    permission: 'issue.report',
    delegation: { power: 'file', of: 'issues' },
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: NewIssue,
    ok: [201, IssueReceipt],
    errors: [
      'unknown_service',
      'person_report_refused',
      'unknown_place',
      'position_outside_community',
      'visibility_refused',
      'unknown_file',
      'too_many_files',
      'not_in_team',
      'unknown_staff',
      'nobody_to_read',
      'words_refused',
    ],
  },
  fileIssueForResident: {
    summary:
      'Report for somebody who came or called, registered or not; the code on the receipt lets them have it later',
    permission: 'resident.assist',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: NewAssistedIssue,
    /** `code` binds the receipt to an account, once; null for somebody who has one. */
    ok: [201, z.object({ receipt: IssueReceipt, code: OneTimeCode.nullable() })],
    errors: [
      'unknown_service',
      'person_report_refused',
      'unknown_place',
      'position_outside_community',
      'visibility_refused',
      'unknown_file',
      'too_many_files',
      'not_in_team',
      'unknown_staff',
      'nobody_to_read',
    ],
  },
  listPublicIssues: {
    summary: 'Issues that their reporters made public, without names, newest first',
    permission: 'anyone',
    delegation: 'anybody',
    params: communityParams,
    query: z.object(pageQuery),
    ok: [200, pageOf(PublicIssue)],
    errors: [],
  },
  getIssue: {
    summary: 'One issue as this viewer may see it: its reporter, the staff in charge, or anybody when it is public',
    permission: 'anyone',
    delegation: { power: 'read', of: 'issues' },
    params: z.object({ communityId: CommunityId, issueId: IssueId }),
    ok: [200, Issue],
    errors: [],
  },
})
