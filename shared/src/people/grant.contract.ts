import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { AssistSessionId, CommunityId, PersonId, ProxyGrantId, WorkItemId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { ASSIST_REASONS } from './assist.ts'
import { grantEndpoints } from './endpoints.ts'
import { FREEDOMS, GRANT_STATES, RELATIONSHIPS } from './grants.ts'
import { POWERS, PROXY_SERVICES } from './powers.ts'
import { OneTimeCode, typedCode } from './profile.contract.ts'

const MAX_CALL_NAME = 10

export const ProxyScope = z
  .object({ service: z.enum(PROXY_SERVICES), powers: z.array(z.enum(POWERS)).min(1).max(POWERS.length) })
  .meta({ id: 'ProxyScope' })

/** Who ended a grant: the person, the proxy, or the counter at the person's word. */
export const GRANT_ENDERS = ['principal', 'agent', 'counter'] as const

const party = z.object({ id: PersonId, name: z.string() })

/** Seen by its two parties and, in an assist session with the person, by the counter; for everybody else it does not exist. */
export const ProxyGrant = z
  .object({
    id: ProxyGrantId,
    principal: party,
    /** Null until somebody has entered the code. */
    agent: party.nullable(),
    relationship: z.enum(RELATIONSHIPS),
    /** What the proxy calls the person: 「阿妈」; null until the proxy has accepted. */
    callName: z.string().nullable(),
    scopes: z.array(ProxyScope),
    state: z.enum(GRANT_STATES),
    /** Given at the counter, with staff as witness. */
    isWitnessed: z.boolean(),
    offeredAt: instant,
    answeredAt: instant.nullable(),
    validUntil: serviceDate,
    /** The day on which the person is asked whether they still want it. */
    reviewOn: serviceDate,
    endedAt: instant.nullable(),
    endedBy: z.enum(GRANT_ENDERS).nullable(),
    canAnswer: z.boolean(),
    canRevoke: z.boolean(),
  })
  .meta({ id: 'ProxyGrant' })
export type ProxyGrant = z.infer<typeof ProxyGrant>

/** One write that somebody made for the person, or one session in which staff helped them. */
export const ProxyAct = z
  .object({
    id: z.uuid(),
    at: instant,
    /** Who did it; masked, but for staff, who act by name. */
    actorName: z.string(),
    isByStaff: z.boolean(),
    isYou: z.boolean(),
    /** For whom; only in the list of the proxy is it somebody else. */
    principalId: PersonId,
    principalName: z.string(),
    /** What was done, in the caller's language: 「说了一件事」. */
    said: z.string(),
    /** The item it was about, so that a page can open it. */
    item: z
      .object({
        communityId: CommunityId,
        workItemId: WorkItemId,
        subjectId: z.uuid(),
        service: z.enum(PROXY_SERVICES),
        receiptNumber: z.string(),
        title: z.string(),
      })
      .nullable(),
    assist: z
      .object({
        sessionId: AssistSessionId,
        reason: z.enum(ASSIST_REASONS),
        endsAt: instant,
        endedAt: instant.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'ProxyAct' })
export type ProxyAct = z.infer<typeof ProxyAct>

const terms = {
  relationship: z.enum(RELATIONSHIPS),
  scopes: z.array(ProxyScope).min(1).max(PROXY_SERVICES.length),
  validUntil: serviceDate,
  /** 「有没有人催您、逼您?」 asked of the person alone; never shown to the proxy. */
  freedom: z.enum(FREEDOMS),
}
const termErrors = ['power_not_offered', 'grant_period_invalid', 'too_many_grants', 'grant_exists'] as const
const grantParams = z.object({ grantId: ProxyGrantId })

export const grantContract = contract(grantEndpoints, {
  listProxyGrants: {
    summary: 'The grants that the caller has given and received, newest first; ended ones for a year',
    permission: 'profile.own',
    delegation: 'counter',
    ok: [
      200,
      z.object({
        given: z.array(ProxyGrant),
        received: z.array(ProxyGrant),
        /** Everything given stands still until the person lifts it. */
        isFrozen: z.boolean(),
      }),
    ],
    errors: [],
  },
  offerProxyGrant: {
    summary: 'Let somebody act for oneself: a member of the household, or whoever enters the code',
    permission: 'profile.own',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    /** Without `agentId` a code is made. */
    body: z.object({ ...terms, agentId: PersonId.optional() }),
    ok: [201, z.object({ grant: ProxyGrant, code: OneTimeCode.nullable() })],
    errors: [...termErrors, 'grant_to_oneself', 'not_in_household'],
  },
  redeemProxyCode: {
    summary: 'Enter the code of a grant: shows whom one would act for, in what and until when; nothing counts yet',
    permission: 'profile.own',
    delegation: 'nobody',
    rateLimit: 'code',
    idempotent: true,
    body: z.object({ code: typedCode }),
    ok: [200, ProxyGrant],
    errors: ['code_invalid', 'grant_to_oneself', 'grant_exists'],
  },
  answerProxyGrant: {
    summary: 'Accept a grant, saying what one calls the person, or refuse it',
    permission: 'profile.own',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: grantParams,
    body: z.object({ isAccepted: z.boolean(), callName: freeText(MAX_CALL_NAME).optional() }),
    ok: [200, ProxyGrant],
    errors: ['grant_not_answerable', 'grant_exists'],
  },
  revokeProxyGrant: {
    summary: 'End a grant at once, from either side',
    permission: 'profile.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    params: grantParams,
    ok: [200, ProxyGrant],
    errors: ['grant_not_answerable'],
  },
  freezeProxyGrants: {
    summary: 'Let everything that the person has given stand still, or lift that again',
    permission: 'profile.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    body: z.object({ isFrozen: z.boolean() }),
    ok: [200, z.object({ isFrozen: z.boolean(), grants: z.int() })],
    errors: [],
  },
  listProxyActs: {
    summary: 'What others did for the caller, and what the caller did for others, newest first',
    permission: 'profile.own',
    delegation: 'counter',
    query: z.object({ ...pageQuery, side: z.enum(['for_me', 'by_me']).default('for_me') }),
    ok: [200, pageOf(ProxyAct)],
    errors: [],
  },
  witnessProxyGrant: {
    summary: 'Give a grant at the counter for somebody without a telephone; staff witness it and print the code',
    permission: 'resident.assist',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId }),
    body: z.object({
      ...terms,
      /** With whom the caller has an open assist session. */
      residentId: PersonId,
      /** The question about coercion was asked with nobody else in hearing. */
      isAskedAlone: z.literal(true),
    }),
    ok: [201, z.object({ grant: ProxyGrant, code: OneTimeCode })],
    errors: termErrors,
  },
})
