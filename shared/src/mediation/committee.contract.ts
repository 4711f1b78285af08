import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText, freeTextOrNone } from '../kernel/free-text.ts'
import { CommunityId, GridCellId, MediationCaseId, MediatorId, PersonId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { OneTimeCode } from '../people/profile.contract.ts'
import {
  CASE_FOLLOW_UP_RESULTS,
  MAX_STATEMENT,
  MEDIATION_LANGUAGES,
  MediationCase,
  MediatorCard,
  SESSION_WAYS,
} from './contract.ts'
import { committeeEndpoints } from './endpoints.ts'
import { DISPUTE_KINDS, MEDIATOR_ROLES, SIDES } from './kinds.ts'
import { CASE_OUTCOMES, CASE_STATES } from './lifecycle.ts'

const communityParams = z.object({ communityId: CommunityId })
const caseParams = z.object({ communityId: CommunityId, caseId: MediationCaseId })
const WRITE = { delegation: 'nobody', rateLimit: 'write', idempotent: true } as const

export const committeeContract = contract(committeeEndpoints, {
  saveMediator: {
    ...WRITE,
    summary: 'Write or change the card of a mediator; its history is kept',
    permission: 'mediation.lead',
    params: z.object({ communityId: CommunityId, mediatorId: MediatorId }),
    body: z.object({
      /** The account with which they work; left out, it stays as it is. */
      personId: PersonId.nullable().optional(),
      name: freeText(30),
      role: z.enum(MEDIATOR_ROLES),
      languages: z.array(z.enum(MEDIATION_LANGUAGES)).min(1),
      gridCellIds: z.array(GridCellId).max(50),
      kinds: z.array(z.enum(DISPUTE_KINDS)).min(1),
      about: freeTextOrNone(120).optional(),
      isOnLeave: z.boolean().default(false),
      isActive: z.boolean().default(true),
    }),
    ok: [200, MediatorCard],
    errors: ['unknown_staff', 'mediator_has_cases'],
  },
  listMediatorAccounts: {
    summary:
      'Accounts that a card can be given: who mediates here or sits on the committee, and whether a card has them',
    permission: 'mediation.lead',
    delegation: 'nobody',
    params: communityParams,
    ok: [200, z.object({ items: z.array(z.object({ id: PersonId, name: z.string(), hasCard: z.boolean() })) })],
    errors: [],
  },
  listCommunityCases: {
    summary: 'Cases of the community for its committee, those of a mediator for the mediator, the newest first',
    permission: 'mediation.work',
    delegation: 'nobody',
    params: communityParams,
    query: z.object({ ...pageQuery, isOpen: z.enum(['yes', 'no']).optional() }),
    ok: [200, pageOf(MediationCase)],
    errors: [],
  },
  renewInvitation: {
    ...WRITE,
    summary: 'A new one-time code for the other side, to be said in a call or given on paper; the old one ends',
    permission: 'mediation.lead',
    params: caseParams,
    ok: [201, OneTimeCode],
    errors: ['case_changed'],
  },
  proposeMediator: {
    ...WRITE,
    summary: 'Propose somebody to both when there is nobody whom both trust; both must agree',
    permission: 'mediation.lead',
    params: caseParams,
    body: z.object({ mediatorId: MediatorId }),
    ok: [200, MediationCase],
    errors: ['case_changed', 'unknown_mediator'],
  },
  saveChecklist: {
    ...WRITE,
    summary: 'What was prepared before the first meeting: law, policy, plan',
    permission: 'mediation.work',
    params: caseParams,
    body: z.object({ law: z.boolean(), policy: z.boolean(), plan: z.boolean() }),
    ok: [200, MediationCase],
    errors: ['case_changed'],
  },
  recordSession: {
    ...WRITE,
    summary: 'A visit, a meeting or a call: who was there and what was said, for both sides',
    permission: 'mediation.work',
    params: caseParams,
    body: z.object({
      at: instant,
      way: z.enum(SESSION_WAYS),
      sides: z.array(z.enum(SIDES)).min(1).max(2),
      summary: freeText(MAX_STATEMENT),
    }),
    ok: [201, MediationCase],
    errors: ['day_not_come', 'case_changed'],
  },
  draftAgreement: {
    ...WRITE,
    summary: 'Write the agreement; a change after one side has confirmed asks both again',
    permission: 'mediation.work',
    params: caseParams,
    body: z.object({
      dispute: freeText(MAX_STATEMENT),
      terms: freeText(2000),
      /** How, where and by when it is done (人民调解法 29). */
      performance: freeText(MAX_STATEMENT),
      on: serviceDate,
    }),
    ok: [200, MediationCase],
    errors: ['case_changed'],
  },
  recordCaseFollowUp: {
    ...WRITE,
    summary: 'What one side says a week and a month later; who says that it began again has the case opened again',
    permission: 'mediation.work',
    params: caseParams.extend({ followUpId: z.uuid() }),
    body: z.object({ result: z.enum(CASE_FOLLOW_UP_RESULTS), note: freeTextOrNone(300).optional() }),
    ok: [200, MediationCase],
    errors: ['already_recorded', 'day_not_come', 'case_changed'],
  },
  getMediationLedger: {
    summary: 'Cases and counts by kind, for the committee and those above it alone',
    permission: 'mediation.oversee',
    delegation: 'nobody',
    params: communityParams,
    query: z.object({ from: serviceDate, to: serviceDate }),
    ok: [
      200,
      z.object({
        byKind: z.array(z.object({ kind: z.enum(DISPUTE_KINDS), cases: z.int(), agreed: z.int(), open: z.int() })),
        byMonth: z.array(z.object({ month: z.string(), cases: z.int(), agreed: z.int() })),
        /** Only for the committee itself: those above it see counts. */
        cases: z
          .array(
            z.object({
              receiptNumber: z.string(),
              kind: z.enum(DISPUTE_KINDS),
              state: z.enum(CASE_STATES),
              outcome: z.enum(CASE_OUTCOMES).nullable(),
              openedOn: serviceDate,
              closedOn: serviceDate.nullable(),
              sessions: z.int(),
            }),
          )
          .nullable(),
      }),
    ],
    errors: ['ledger_range_invalid'],
  },
})
