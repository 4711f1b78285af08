import { z } from 'zod'
import { Attachments, Photo } from '../files/contract.ts'
import { contract } from '../kernel/endpoint.ts'
import { freeText, freeTextOrNone } from '../kernel/free-text.ts'
import { CommunityId, FileId, IssueId, PlaceId, ServiceCode } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { NewIssue, PublicIssue } from './contract.ts'
import { neighbourEndpoints } from './endpoints.ts'
import { MAX_DESCRIPTION_LENGTH, MAX_DUPLICATES } from './limits.ts'
import { PERSONAL_DATA_KINDS } from './personal-data.ts'

/** Enough of a public issue to see whether it is the same one. */
export const LikelyDuplicate = PublicIssue.extend({
  isSamePlace: z.boolean(),
  /**
   * Some hundred metres exact, in steps of 50 and never less, so that nobody works out where somebody stood; null when one
   * of the two has no position.
   */
  metres: z.int().min(0).nullable(),
  canEndorse: z.boolean(),
  isEndorsed: z.boolean(),
}).meta({ id: 'LikelyDuplicate' })
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>

/** A piece of the text that tells who somebody is. */
export const PersonalDataFound = z
  .object({
    kind: z.enum(PERSONAL_DATA_KINDS),
    text: z.string(),
    /** Code units from the beginning of the description. */
    from: z.int().min(0),
    to: z.int().min(1),
  })
  .meta({ id: 'PersonalDataFound' })
export type PersonalDataFound = z.infer<typeof PersonalDataFound>

export const IssuePreview = z
  .object({
    /** What of it a neighbour will see, beside who has it and how it goes on; null when nobody but staff will. */
    neighbours: z
      .object({
        serviceName: z.string(),
        description: z.string(),
        placeName: z.string().nullable(),
        /** The volunteer team for which it is reported. */
        teamName: z.string().nullable(),
        /** A voice note stays with the reporter and the staff in charge. */
        photos: z.array(Photo),
      })
      .nullable(),
    personalData: z.array(PersonalDataFound),
  })
  .meta({ id: 'IssuePreview' })
export type IssuePreview = z.infer<typeof IssuePreview>

const issueParams = z.object({ communityId: CommunityId, issueId: IssueId })
const endorsement = z.object({ endorsements: z.int().min(0), isEndorsed: z.boolean() })

export const neighbourContract = contract(neighbourEndpoints, {
  findDuplicates: {
    summary:
      'Public issues that are likely the same: same category, same place or within 250 m, still open or just solved',
    permission: 'anyone',
    delegation: 'anybody',
    params: z.object({ communityId: CommunityId }),
    query: z.object({
      serviceCode: ServiceCode,
      placeId: PlaceId.optional(),
      lat: z.coerce.number().min(-90).max(90).optional(),
      lng: z.coerce.number().min(-180).max(180).optional(),
    }),
    /** The nearest first, then the newest. */
    ok: [200, z.object({ items: z.array(LikelyDuplicate).max(MAX_DUPLICATES) })],
    errors: ['unknown_service', 'unknown_place', 'position_outside_community'],
  },
  previewIssue: {
    summary: 'What neighbours would see of a report, and what in it tells who somebody is; writes nothing',
    permission: 'issue.report',
    delegation: 'anybody',
    params: z.object({ communityId: CommunityId }),
    body: NewIssue,
    ok: [200, IssuePreview],
    errors: ['unknown_service', 'unknown_place', 'position_outside_community', 'visibility_refused', 'unknown_file'],
  },
  endorseIssue: {
    summary: 'Say 我也一样 to a public issue: once for a household; whoever says so is told how it goes on',
    permission: 'issue.report',
    delegation: { power: 'file', of: 'issues' },
    rateLimit: 'write',
    idempotent: true,
    params: issueParams,
    ok: [200, endorsement],
    errors: ['own_issue', 'not_endorsable'],
  },
  withdrawEndorsement: {
    summary: 'Take 我也一样 back',
    permission: 'issue.report',
    delegation: { power: 'manage', of: 'issues' },
    rateLimit: 'write',
    idempotent: true,
    params: issueParams,
    ok: [200, endorsement],
    errors: [],
  },
  redactIssue: {
    summary: 'Hide parts of one’s own report from everybody; staff in charge may ask for the original with a reason',
    permission: 'issue.report',
    delegation: { power: 'manage', of: 'issues' },
    rateLimit: 'write',
    idempotent: true,
    params: issueParams,
    body: z.object({
      /** The whole text as it is to read from now on; may be empty while a photo or a voice note stays. */
      description: freeTextOrNone(MAX_DESCRIPTION_LENGTH),
      hiddenFileIds: z.array(FileId).max(10).default([]),
    }),
    ok: [200, z.object({ description: z.string(), redactedAt: instant })],
    errors: ['redaction_empty', 'redaction_of_everything', 'unknown_file', 'words_refused'],
  },
  getIssueOriginal: {
    summary: 'What a redacted report said at first, for staff in charge who say why; the reading is written down',
    permission: 'queue.read',
    delegation: 'nobody',
    params: issueParams,
    query: z.object({ reason: freeText(200) }),
    /** `hidden`: the photos and the voice note that its reporter hid, good for this reader alone. */
    ok: [200, z.object({ description: z.string(), hidden: Attachments, redactedAt: instant })],
    errors: [],
  },
})
