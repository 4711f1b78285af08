import { z } from 'zod'
import { contract, fileAnswer } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { CommunityId, PrivacyRequestId, WorkItemId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { OUTCOMES, WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { CONSENT_PURPOSES, WAYS_TO_WITHDRAW } from './consents.ts'
import { privacyEndpoints } from './endpoints.ts'
import { CORRECTABLE, DELETABLE } from './requests.ts'

const MAX_WORDS = 500

export const Consent = z
  .object({
    purpose: z.enum(CONSENT_PURPOSES),
    /** What it is for, and the sentence that was or would be agreed to, in the caller's language. */
    name: z.string(),
    words: z.string(),
    /** PIPL 28. */
    isSensitive: z.boolean(),
    /** The wording that is in force. */
    version: z.string(),
    /** When and to which wording it was given; null when it is not. */
    given: z.object({ at: instant, version: z.string() }).nullable(),
    withdrawnAt: instant.nullable(),
    /** Where it is withdrawn: in this list, or with what was written down for it. */
    withdrawal: z.enum(WAYS_TO_WITHDRAW),
    /** What follows when it is withdrawn. */
    afterwards: z.string(),
  })
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

export const PrivacyRequest = z
  .object({
    id: PrivacyRequestId,
    kind: z.enum(['correction', 'deletion']),
    /** What it is about, in the caller's language. */
    aboutName: z.string(),
    receiptNumber: z.string(),
    communityId: CommunityId,
    workItemId: WorkItemId,
    state: z.enum(WORK_ITEM_STATES),
    outcome: z.enum(OUTCOMES).nullable(),
    askedAt: instant,
    /** By then it is answered. */
    dueAt: instant,
  })
  .meta({ id: 'PrivacyRequest' })
export type PrivacyRequest = z.infer<typeof PrivacyRequest>

const communityParams = z.object({ communityId: CommunityId })

export const privacyContract = contract(privacyEndpoints, {
  listConsents: {
    summary: 'Each purpose that needs a consent of its own, whether it was given, when, and to which words',
    permission: 'data.own',
    delegation: 'counter',
    ok: [200, z.object({ items: z.array(Consent), nextCursor: z.null() })],
    errors: [],
  },
  giveConsent: {
    summary: 'Agree to one purpose in the words that are in force',
    permission: 'data.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    body: z.object({ purpose: z.enum(CONSENT_PURPOSES), version: z.string().max(40) }),
    ok: [200, Consent],
    errors: ['policy_changed', 'consent_not_withdrawable'],
  },
  withdrawConsent: {
    summary: 'Withdraw it, in one tap as it was given; what was kept for it is erased',
    permission: 'data.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ purpose: z.enum(CONSENT_PURPOSES) }),
    ok: [200, Consent],
    errors: ['consent_not_withdrawable'],
  },
  exportMyData: {
    summary: 'Everything that is kept about the caller, to read or to take elsewhere',
    permission: 'data.own',
    delegation: 'counter',
    query: z.object({ format: z.enum(['json', 'pdf']).default('json') }),
    ok: [200, fileAnswer('application/json', 'application/pdf')],
    errors: [],
  },
  listPrivacyRequests: {
    summary: 'What the caller asked to be corrected or deleted, and what became of it; newest first',
    permission: 'data.own',
    delegation: 'counter',
    ok: [200, z.object({ items: z.array(PrivacyRequest), nextCursor: z.null() })],
    errors: [],
  },
  requestCorrection: {
    summary: 'Ask the community to correct something; it is answered with a reason by a day that is told at once',
    permission: 'data.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: z.object({ about: z.enum(CORRECTABLE), words: freeText(MAX_WORDS) }),
    ok: [201, PrivacyRequest],
    errors: [],
  },
  requestDeletion: {
    summary: 'Ask the community to delete something that cannot be deleted in the app itself',
    permission: 'data.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: z.object({ about: z.enum(DELETABLE), words: freeText(MAX_WORDS).optional() }),
    ok: [201, PrivacyRequest],
    errors: [],
  },
  closeAccount: {
    summary: 'Close the account: what must not be kept is deleted now, the rest forgets whose it was',
    permission: 'data.own',
    delegation: 'nobody',
    rateLimit: 'write',
    body: z.object({ isSure: z.literal(true) }),
    ok: [
      200,
      z.object({
        isClosed: z.literal(true),
        /** What is kept without a name, and why, in the caller's language. */ kept: z.array(z.string()),
      }),
    ],
    errors: ['account_has_desk'],
  },
})
