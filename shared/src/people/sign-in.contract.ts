import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { CommunityId, SessionId } from '../kernel/ids.ts'
import { instant } from '../kernel/page.ts'
import { Person } from './contract.ts'
import { personName, phoneNumber } from './counter.contract.ts'
import { signInEndpoints } from './endpoints.ts'
import { DESKS, PHONE_CODE_DIGITS, SIGN_IN_METHODS } from './sign-in.ts'

/** What WeChat gives the mini-program for its server; works once, for five minutes. */
const wechatCode = z.string().min(1).max(200)
/** Digits from a short message, however they were typed. */
const phoneCode = z
  .string()
  .max(20)
  .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
  .refine((code) => new RegExp(`^\\d{${PHONE_CODE_DIGITS}}$`).test(code), { message: 'phone_code_invalid' })
/** Names the request that a code answers: a code counts for that one alone. */
const requestId = z.uuid()

/** Sent by whoever has no account yet and wants one: without it nobody who is unknown gets one. */
const NewAccount = z.object({
  /** Where they live or go; it can be changed at the counter. */
  communityId: CommunityId,
  name: personName.optional(),
  /** The version of the policy that they have read and agreed to. */
  policyVersion: z.string().max(40),
})

export const SignedIn = z
  .object({
    token: z.string(),
    expiresAt: instant,
    person: Person,
    /** The account was made by this very call. */
    isNew: z.boolean(),
    /** Whether this session reaches the desk of whoever is staff. */
    desk: z.enum(DESKS),
  })
  .meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>

/** What belongs to the account itself and to nobody but the caller. */
export const Account = z
  .object({
    /** Masked: 「138****34」; null when none is bound. */
    phone: z.string().nullable(),
    hasWechat: z.boolean(),
    hasTotp: z.boolean(),
    desk: z.enum(DESKS),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof Account>

export const OpenSession = z
  .object({
    id: SessionId,
    method: z.enum(SIGN_IN_METHODS),
    /** The kind of device, as far as it said so: 「iPhone · 微信」; never an address. */
    device: z.string(),
    reachesDesk: z.boolean(),
    startedAt: instant,
    /** To ten minutes. */
    lastSeenAt: instant,
    expiresAt: instant,
    /** It is the one that asks. */
    isThis: z.boolean(),
  })
  .meta({ id: 'OpenSession' })
export type OpenSession = z.infer<typeof OpenSession>

export const signInContract = contract(signInEndpoints, {
  getSignInWays: {
    summary: 'In which ways one can sign in here',
    permission: 'anyone',
    delegation: 'anybody',
    ok: [200, z.object({ wechat: z.boolean(), phone: z.boolean(), demo: z.boolean() })],
    errors: [],
  },
  signInWithWechat: {
    summary: 'Sign in inside the mini-program; only with `account` is an account made for somebody who has none',
    permission: 'anyone',
    delegation: 'nobody',
    rateLimit: 'sign_in',
    body: z.object({ code: wechatCode, account: NewAccount.optional() }),
    ok: [201, SignedIn],
    errors: [
      'account_unknown',
      'policy_changed',
      'wechat_code_invalid',
      'wechat_sign_in_refused',
      'wechat_unavailable',
    ],
  },
  requestPhoneCode: {
    summary: 'Have a code sent by short message; the answer is the same whether anybody here has the number or not',
    permission: 'anyone',
    delegation: 'nobody',
    rateLimit: 'sign_in',
    body: z.object({ phone: phoneNumber }),
    ok: [201, z.object({ requestId, expiresAt: instant, /** Not before then. */ nextAt: instant })],
    errors: ['too_many_phone_codes', 'phone_codes_unavailable'],
  },
  signInWithPhoneCode: {
    summary: 'Sign in with a code from a short message; such a session alone reaches no desk',
    permission: 'anyone',
    delegation: 'nobody',
    rateLimit: 'sign_in',
    body: z.object({ requestId, code: phoneCode, account: NewAccount.optional() }),
    ok: [201, SignedIn],
    errors: ['account_unknown', 'policy_changed', 'phone_code_wrong'],
  },
  getMyAccount: {
    summary: "What is bound to the caller's account",
    permission: 'session',
    delegation: 'nobody',
    ok: [200, Account],
    errors: [],
  },
  bindPhone: {
    summary:
      'Bind a number that WeChat or a short message has proven; the account that had it already becomes one with this',
    permission: 'session',
    delegation: 'nobody',
    rateLimit: 'sign_in',
    idempotent: true,
    body: z.union([z.object({ wechatPhoneCode: wechatCode }), z.object({ requestId, code: phoneCode })]),
    ok: [
      200,
      z.object({ account: Account, person: Person, /** Two accounts have become one. */ wasMerged: z.boolean() }),
    ],
    errors: [
      'phone_code_wrong',
      'wechat_code_invalid',
      'wechat_unavailable',
      'phone_bound_elsewhere',
      'accounts_not_mergeable',
    ],
  },
  listSessions: {
    summary: 'Where the caller is signed in, this one first',
    permission: 'session',
    delegation: 'nobody',
    ok: [200, z.object({ items: z.array(OpenSession), nextCursor: z.null() })],
    errors: [],
  },
  endOtherSession: {
    summary: 'Sign out on another device',
    permission: 'session',
    delegation: 'nobody',
    params: z.object({ sessionId: SessionId }),
    ok: [200, z.object({ ended: z.int() })],
    errors: [],
  },
})
