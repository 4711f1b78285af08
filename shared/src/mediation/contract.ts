import { z } from 'zod'
import { contract, fileAnswer } from '../kernel/endpoint.ts'
import { freeText, freeTextOrNone } from '../kernel/free-text.ts'
import { CommunityId, GridCellId, MediationCaseId, MediatorId, PersonId, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { personName, phoneNumber } from '../people/counter.contract.ts'
import { mediationEndpoints } from './endpoints.ts'
import { DISPUTE_KINDS, MAX_TRUSTED, MEDIATOR_ROLES, SIDES } from './kinds.ts'
import { CASE_MOVES, CASE_OUTCOMES, CASE_STATES } from './lifecycle.ts'

export const MAX_STATEMENT = 1000
/** Languages in which somebody mediates or wants to be spoken to. */
export const MEDIATION_LANGUAGES = ['zh', 'bo', 'other'] as const
export type MediationLanguage = (typeof MEDIATION_LANGUAGES)[number]

/** Who can be asked to mediate; a card carries a role and never tells who trusts them. */
export const MediatorCard = z
  .object({
    id: MediatorId,
    /** As the committee wrote it; on demonstration cards a role and no name. */
    name: z.string(),
    role: z.enum(MEDIATOR_ROLES),
    languages: z.array(z.enum(MEDIATION_LANGUAGES)),
    gridCellIds: z.array(GridCellId),
    gridCellNames: z.array(z.string()),
    kinds: z.array(z.enum(DISPUTE_KINDS)),
    about: z.string().nullable(),
    /** Cases they have open now; for residents in steps of three, so that no single case shows. */
    openCases: z.int().min(0),
    isOnLeave: z.boolean(),
    /** The account with which they work; null for everybody but the committee. */
    personId: PersonId.nullable(),
  })
  .meta({ id: 'MediatorCard' })
export type MediatorCard = z.infer<typeof MediatorCard>

const trusted = z.array(MediatorId).max(MAX_TRUSTED)

/** What the other side may read before it decides; whatever is not ticked it never sees. */
export const Disclosure = z.object({
  name: z.boolean(),
  statement: z.boolean(),
  /** Written for the other side. */
  words: freeTextOrNone(MAX_STATEMENT).optional(),
})

export const NewMediation = z
  .object({
    disputeKind: z.enum(DISPUTE_KINDS),
    statement: freeText(MAX_STATEMENT),
    disclosure: Disclosure,
    trustedMediatorIds: trusted,
    respondent: z.object({ name: personName, phone: phoneNumber.optional() }),
    needsInterpreter: z.boolean().default(false),
    language: z.enum(MEDIATION_LANGUAGES).optional(),
    /** An item that staff brought over with the resident's consent: what they say here completes that case. */
    fromWorkItemId: WorkItemId.optional(),
    /** Nobody is in danger: the question before the form. Yes leads to help and to no case. */
    isSafe: z.boolean(),
  })
  .meta({ id: 'NewMediation' })
export type NewMediation = z.infer<typeof NewMediation>

/** What one side is asked or waits for. */
export const SIDE_STAGES = [
  'waiting_for_invitation',
  'waiting_for_other_side',
  'tick',
  'tick_again',
  'answer_proposal',
  'waiting_for_mediator',
] as const

/** What somebody says when they are asked whether the agreement holds. */
export const CASE_FOLLOW_UP_RESULTS = ['holds', 'partly', 'began_again', 'no_answer'] as const
export type CaseFollowUpResult = (typeof CASE_FOLLOW_UP_RESULTS)[number]

export const SESSION_WAYS = ['visit', 'session', 'phone'] as const
export type SessionWay = (typeof SESSION_WAYS)[number]
export const CASE_READERS = ['committee', 'mediator'] as const
export type CaseReader = (typeof CASE_READERS)[number]

export const THREADS = ['joint', 'private'] as const

export const CaseSession = z.object({
  id: z.uuid(),
  at: instant,
  way: z.enum(SESSION_WAYS),
  /** Who was there. */
  sides: z.array(z.enum(SIDES)),
  /** For both sides; what concerns one alone is in its own thread. */
  summary: z.string(),
})

export const Agreement = z
  .object({
    version: z.int().min(1),
    dispute: z.string(),
    terms: z.string(),
    performance: z.string(),
    on: serviceDate,
    isConfirmedByApplicant: z.boolean(),
    isConfirmedByRespondent: z.boolean(),
    /** Both have confirmed it: since then it binds. */
    effectiveOn: serviceDate.nullable(),
    /** 人民调解法 33: the last day on which both may ask the court to confirm it. */
    confirmableUntil: serviceDate.nullable(),
  })
  .meta({ id: 'Agreement' })

/**
 * A case as one side, its mediator or the committee sees it. Until the time to answer is over, a side that refused and a
 * side that has not answered look the same to the other, in content and in size.
 */
export const MediationCase = z
  .object({
    id: MediationCaseId,
    communityId: CommunityId,
    receiptNumber: z.string(),
    disputeKind: z.enum(DISPUTE_KINDS),
    state: z.enum(CASE_STATES),
    outcome: z.enum(CASE_OUTCOMES).nullable(),
    /** Null for staff. */
    yourSide: z.enum(SIDES).nullable(),
    stage: z.enum(SIDE_STAGES).nullable(),
    /** The applicant's own words, or what the viewer may read of them. */
    statement: z.string().nullable(),
    disclosure: Disclosure.nullable(),
    applicantName: z.string().nullable(),
    respondentName: z.string().nullable(),
    /** By which the committee invites them, as the applicant gave it; null for everybody else. */
    respondentPhone: z.string().nullable(),
    /** How each side wants to be spoken to; a side reads what it asked for itself. */
    spoken: z.array(
      z.object({
        side: z.enum(SIDES),
        needsInterpreter: z.boolean(),
        language: z.enum(MEDIATION_LANGUAGES).nullable(),
      }),
    ),
    /** By when an invitation or a round of ticks is answered. */
    answerUntil: instant.nullable(),
    round: z.int(),
    /** What the viewer ticked; null for everybody else, always. */
    yourTicks: z.array(MediatorId).nullable(),
    /** Whether the committee can propose somebody now; false for everybody else, always. */
    canPropose: z.boolean(),
    /** The committee's proposal to both. */
    proposal: MediatorCard.nullable(),
    /** Whoever has taken the case; not who was asked and stepped back. */
    mediator: MediatorCard.nullable(),
    checklist: z.object({ law: z.boolean(), policy: z.boolean(), plan: z.boolean() }).nullable(),
    sessions: z.array(CaseSession),
    agreement: Agreement.nullable(),
    /** When the viewer is asked how it holds. */
    followUpsOn: z.array(serviceDate),
    /** Whom staff ask and when; null for the sides. */
    followUps: z
      .array(
        z.object({
          id: z.uuid(),
          side: z.enum(SIDES),
          on: serviceDate,
          result: z.enum(CASE_FOLLOW_UP_RESULTS).nullable(),
          /** What they said beside it; null in lists. */
          note: z.string().nullable(),
        }),
      )
      .nullable(),
    /** Sides that are asked something and have a telephone but no account: staff tell them; the number not in lists. */
    toCall: z.array(z.object({ side: z.enum(SIDES), phone: z.string().nullable() })),
    /** Why a mediator stepped back or the committee declined; null for everybody but the committee. */
    reasons: z
      .array(z.object({ at: instant, move: z.enum(CASE_MOVES), by: z.string(), reason: z.string() }))
      .nullable(),
    /** The item that it was made of; null for everybody but the committee and whoever reported that. */
    fromWorkItemId: WorkItemId.nullable(),
    moves: z.array(z.enum(CASE_MOVES)),
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'MediationCase' })
export type MediationCase = z.infer<typeof MediationCase>

const communityParams = z.object({ communityId: CommunityId })
const caseParams = z.object({ communityId: CommunityId, caseId: MediationCaseId })
const IN_PERSON = { permission: 'case.own', delegation: 'nobody' } as const
const WRITE = { ...IN_PERSON, rateLimit: 'write', idempotent: true } as const

export const mediationContract = contract(mediationEndpoints, {
  listMediators: {
    summary: 'Who can be asked to mediate here',
    permission: 'case.read',
    delegation: 'nobody',
    params: communityParams,
    query: z.object({ kind: z.enum(DISPUTE_KINDS).optional(), language: z.enum(MEDIATION_LANGUAGES).optional() }),
    ok: [200, z.object({ items: z.array(MediatorCard) })],
    errors: [],
  },
  requestMediation: {
    ...WRITE,
    summary: 'Ask for mediation, with up to five mediators one would trust; only the committee reads it',
    permission: 'case.request',
    params: communityParams,
    body: NewMediation,
    ok: [201, z.object({ id: MediationCaseId, receiptNumber: z.string(), state: z.enum(CASE_STATES) })],
    errors: ['not_for_mediation', 'unknown_mediator', 'respondent_is_yourself', 'case_changed'],
  },
  askForHelpCall: {
    ...WRITE,
    summary: 'Ask to be called by a person, because somebody is in danger; no case, and nobody else learns of it',
    permission: 'case.request',
    params: communityParams,
    body: z.object({ phone: phoneNumber.optional() }),
    ok: [201, z.object({ willBeCalled: z.boolean() })],
    errors: [],
  },
  openInvitation: {
    summary: 'Exchange the one-time code of an invitation for access to that case and to nothing else',
    permission: 'anyone',
    delegation: 'nobody',
    rateLimit: 'code',
    body: z.object({ code: z.string().max(40) }),
    /** `token` is null for somebody who is signed in: the case is theirs now. */
    ok: [200, z.object({ token: z.string().nullable(), case: MediationCase })],
    errors: ['code_invalid'],
  },
  answerInvitation: {
    ...WRITE,
    summary: 'Take part, with up to five mediators one would trust, or refuse without a reason',
    params: caseParams,
    body: z.object({
      accept: z.boolean(),
      trustedMediatorIds: trusted.default([]),
      /** How they want to be spoken to, if they come; the applicant does not read it. */
      needsInterpreter: z.boolean().default(false),
      language: z.enum(MEDIATION_LANGUAGES).optional(),
    }),
    ok: [200, MediationCase],
    errors: ['case_changed', 'unknown_mediator', 'answer_too_late'],
  },
  listMyCases: {
    ...IN_PERSON,
    summary: "One's own cases, as either side, the newest first",
    query: z.object(pageQuery),
    ok: [200, pageOf(MediationCase)],
    errors: [],
  },
  getMediationCase: {
    summary: 'One case as this viewer may see it; every read by staff leaves a line that both sides can see',
    permission: 'case.read',
    delegation: 'nobody',
    params: caseParams,
    ok: [200, MediationCase],
    errors: [],
  },
  chooseMediators: {
    ...WRITE,
    summary: 'Tick up to five mediators one would trust, in a further round; none leaves it to the committee',
    params: caseParams,
    body: z.object({ trustedMediatorIds: trusted }),
    ok: [200, MediationCase],
    errors: ['case_changed', 'unknown_mediator', 'answer_too_late'],
  },
  answerProposal: {
    ...WRITE,
    summary: "Take or refuse the mediator whom the committee proposes; the other side's answer is not shown",
    params: caseParams,
    body: z.object({ accept: z.boolean() }),
    ok: [200, MediationCase],
    errors: ['case_changed'],
  },
  moveMediationCase: {
    summary: 'One move of the table of cases: leave, invite, take, step back, meet, end, begin again',
    permission: 'case.read',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: caseParams,
    body: z.object({
      move: z.enum(CASE_MOVES),
      version: z.int().min(1),
      /** Why a mediator steps back, or the committee declines: for the committee alone. */
      reason: freeTextOrNone(300).optional(),
    }),
    ok: [200, MediationCase],
    errors: ['case_changed', 'move_not_allowed', 'reason_missing', 'checklist_incomplete'],
  },
  listCaseThreads: {
    summary: 'What both sides and the mediator write together, and what one side writes to the mediator alone',
    permission: 'case.read',
    delegation: 'nobody',
    params: caseParams,
    ok: [
      200,
      z.object({
        items: z.array(
          z.object({
            thread: z.enum(THREADS),
            /** Of a private thread; a side only ever gets its own. */
            side: z.enum(SIDES).nullable(),
            messages: z.array(
              z.object({ id: z.uuid(), at: instant, from: z.string(), isYou: z.boolean(), text: z.string() }),
            ),
          }),
        ),
      }),
    ],
    errors: [],
  },
  postToThread: {
    summary: 'Write to both, or to the mediator alone',
    permission: 'case.read',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: caseParams.extend({ thread: z.enum(THREADS) }),
    body: z.object({
      text: freeText(MAX_STATEMENT),
      /** To which side a mediator writes in private. */
      side: z.enum(SIDES).optional(),
    }),
    ok: [201, z.object({ id: z.uuid() })],
    errors: ['case_changed', 'side_missing'],
  },
  confirmAgreement: {
    ...WRITE,
    summary: "Confirm the agreement in one's own hand; when both have, it binds",
    params: caseParams,
    body: z.object({ version: z.int().min(1) }),
    ok: [200, MediationCase],
    errors: ['case_changed', 'agreement_changed'],
  },
  downloadAgreement: {
    summary: 'The agreement as a document to print and sign',
    permission: 'case.read',
    delegation: 'nobody',
    params: caseParams,
    query: z.object({ format: z.enum(['pdf', 'docx']).default('pdf') }),
    ok: [200, fileAnswer('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')],
    errors: [],
  },
  listCaseReads: {
    ...IN_PERSON,
    summary: 'Which staff read the case and when, for both sides alike',
    params: caseParams,
    ok: [200, z.object({ items: z.array(z.object({ at: instant, by: z.string(), role: z.enum(CASE_READERS) })) })],
    errors: [],
  },
})
