import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeTextOrNone } from '../kernel/free-text.ts'
import { CommunityId, HomeVisitId, PlaceId } from '../kernel/ids.ts'
import { serviceDate } from '../kernel/page.ts'
import { homeVisitEndpoints, proofEndpoints } from './endpoints.ts'
import { PROOF_EVIDENCE, PROOF_WAYS, VISIT_REASONS, VISIT_STATES } from './ways.ts'
import { PROOF_STATUSES } from './windows.ts'

/** The card of a visit, as the elder has it: who comes, when, and how they know that it is really them. */
export const VisitCard = z
  .object({
    id: HomeVisitId,
    state: z.enum(VISIT_STATES),
    /** Null until the round is planned. */
    on: serviceDate.nullable(),
    /** Minutes since midnight, Asia/Shanghai: somebody comes between these. */
    from: z.int().nullable(),
    until: z.int().nullable(),
    visitor: z
      .object({
        /** 「网格员」: a role; never more of a name than this product shows of staff. */
        name: z.string(),
        role: z.string(),
        photoUrl: z.string().nullable(),
      })
      .nullable(),
    placeName: z.string(),
    /** What the visitor must say at the door; null until the round is planned, and once it is over or locked. */
    code: z.string().nullable(),
    /** Wrong codes were said: nobody needs to open. */
    isLocked: z.boolean(),
    canReschedule: z.boolean(),
    canCancel: z.boolean(),
  })
  .meta({ id: 'VisitCard' })
export type VisitCard = z.infer<typeof VisitCard>

export const ProofOfLife = z
  .object({
    communityId: CommunityId,
    forWhom: z.object({ name: z.string(), isYou: z.boolean() }),
    status: z.enum(PROOF_STATUSES),
    /** When it can be done, or can be done next. */
    from: serviceDate,
    dueOn: serviceDate,
    /** The rule in words: 「一年两次：1月到6月、7月到12月」. */
    rule: z.string(),
    lastDone: z
      .object({ on: serviceDate, evidence: z.enum(PROOF_EVIDENCE), by: z.string(), isByYou: z.boolean() })
      .nullable(),
    way: z.enum(PROOF_WAYS).nullable(),
    /** The official ways, with the name to look for and what to press; from the configuration. */
    channels: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Null where it cannot be opened from here. */
        link: z.string().nullable(),
        steps: z.array(z.string()),
      }),
    ),
    offices: z.array(z.object({ name: z.string(), address: z.string(), phone: z.string(), hours: z.string() })),
    /** Who reminds them and how. */
    remindsOn: z.array(serviceDate),
    visit: VisitCard.nullable(),
  })
  .meta({ id: 'ProofOfLife' })
export type ProofOfLife = z.infer<typeof ProofOfLife>

const communityParams = z.object({ communityId: CommunityId })
const visitParams = z.object({ communityId: CommunityId, visitId: HomeVisitId })
const MANAGE = {
  permission: 'proof.own',
  delegation: { power: 'manage', of: 'pension' },
  rateLimit: 'write',
  idempotent: true,
} as const

export const proofContract = contract(proofEndpoints, {
  getProofOfLife: {
    summary: 'Where somebody stands with their proof of life, what suits them, and who visits them',
    permission: 'proof.own',
    delegation: { power: 'read', of: 'pension' },
    params: communityParams,
    ok: [200, ProofOfLife],
    errors: [],
  },
  saveProofOfLifeWay: {
    ...MANAGE,
    summary: 'The way that suits them, from three questions',
    params: communityParams,
    body: z.object({ canUseApp: z.boolean(), hasHelper: z.boolean(), needsVisit: z.boolean() }),
    ok: [200, ProofOfLife],
    errors: [],
  },
  recordProofOfLifeDone: {
    ...MANAGE,
    summary: 'Write down that it is done, and how one knows; no face and no number of any paper',
    params: communityParams,
    body: z.object({ on: serviceDate, evidence: z.enum(PROOF_EVIDENCE) }),
    ok: [200, ProofOfLife],
    errors: ['date_in_future', 'evidence_not_yours'],
  },
  getGroupText: {
    summary: 'A text to paste into a WeChat group, with the right link and the date',
    permission: 'anyone',
    delegation: 'anybody',
    params: communityParams,
    ok: [200, z.object({ text: z.string() })],
    errors: [],
  },
})

export const homeVisitContract = contract(homeVisitEndpoints, {
  requestHomeVisit: {
    ...MANAGE,
    summary: 'Ask for a visit; the reasons are sensitive and kept only with a consent of their own',
    delegation: { power: 'file', of: 'pension' },
    params: communityParams,
    body: z.object({
      reasons: z.array(z.enum(VISIT_REASONS)).min(1),
      consents: z.boolean(),
      /** The courtyard; without it the one where they are known to live. */
      placeId: PlaceId.optional(),
      /** House, floor, door: sealed, shown to the visitor on the day. */
      door: freeTextOrNone(60).optional(),
      note: freeTextOrNone(100).optional(),
      needsInterpreter: z.boolean().default(false),
    }),
    ok: [201, ProofOfLife],
    errors: ['consent_missing', 'address_missing', 'unknown_place', 'visit_exists', 'biometrics_refused'],
  },
  rescheduleVisit: {
    ...MANAGE,
    summary: 'Another day: the visit goes back to be planned, and keeps its place',
    params: visitParams,
    body: z.object({ notOn: z.array(serviceDate).max(14).default([]), note: freeTextOrNone(100).optional() }),
    ok: [200, ProofOfLife],
    errors: ['visit_changed', 'biometrics_refused'],
  },
  cancelHomeVisit: {
    ...MANAGE,
    summary: 'No visit is needed any more',
    params: visitParams,
    ok: [200, ProofOfLife],
    errors: ['visit_changed'],
  },
  verifyVisitCode: {
    ...MANAGE,
    delegation: { power: 'read', of: 'pension' },
    summary:
      'Whether what the visitor said is the code of this visit; three wrong ones lock the card and tell the counter',
    params: visitParams,
    body: z.object({ code: z.string().max(20) }),
    ok: [200, z.object({ isRight: z.boolean(), isLocked: z.boolean(), triesLeft: z.int() })],
    errors: ['visit_changed'],
  },
})

/** Both, as a resident's pages call them. */
export const pensionContract = { ...proofContract, ...homeVisitContract }
