// What the resident server answers about signing in and about accounts: it sends codes, knows accounts, keeps sessions and
// refuses what the contract refuses.
import type { Person } from '@little-bench/shared/people/contract'
import { Account, OpenSession } from '@little-bench/shared/people/sign-in.contract'
import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { type Answer, type Call, failure, type ResidentServer, resident } from './resident-server'

export const PHONE_CODE = '204816'
const NOW = '2026-11-28T02:00:00.000Z'
const LATER = '2026-12-28T02:00:00.000Z'
const PAUSE_MS = 60_000

const idOf = (number: number) => `0190b1c4-9999-7aaa-8bbb-${String(number).padStart(12, '0')}`

export interface AccountState {
  ways: { wechat: boolean; phone: boolean; demo: boolean }
  /** Whether whoever shows a proof has an account here. */
  isKnown: boolean
  /** The number to which a code went, each time. */
  sentTo: string[]
  /** When another one may be asked for. */
  nextAt: () => string
  account: Account
  /** Whose account it is after a number was bound. */
  mergesInto: Person | null
  sessions: OpenSession[]
  /** What the next call to a path that ends so is refused with. */
  refusals: Map<string, Answer>
}

export const sessionOf = (number: number, fields: Partial<(typeof OpenSession)['_input']> = {}): OpenSession =>
  OpenSession.parse({
    id: idOf(number),
    method: 'phone_code',
    device: 'Android · 浏览器',
    reachesDesk: false,
    startedAt: NOW,
    lastSeenAt: NOW,
    expiresAt: LATER,
    isThis: false,
    ...fields,
  })

export const accountOf = (fields: Partial<(typeof Account)['_input']> = {}): Account =>
  Account.parse({ phone: null, hasWechat: false, hasTotp: false, desk: 'none', ...fields })

/** Makes the server answer these too; what it keeps can be set and read. */
export const serveAccounts = (server: ResidentServer): AccountState => {
  const state: AccountState = {
    ways: { wechat: false, phone: true, demo: false },
    isKnown: true,
    sentTo: [],
    nextAt: () => new Date(Date.now() + PAUSE_MS).toISOString(),
    account: accountOf(),
    mergesInto: null,
    sessions: [sessionOf(1, { isThis: true, device: 'iPhone · 微信', method: 'wechat' }), sessionOf(2)],
    refusals: new Map(),
  }
  const before = server.more
  server.more = (call) => refusalFor(state, call) ?? answerOf(state, call) ?? before(call)
  return state
}

const refusalFor = (state: AccountState, { path }: Call) => [...state.refusals].find(([end]) => path.endsWith(end))?.[1]

const answerOf = (state: AccountState, { method, path, body }: Call): Answer | undefined => {
  switch (`${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')}`) {
    case 'GET /api/sign-in/ways':
      return [200, state.ways]
    case 'POST /api/sign-in/phone-codes':
      state.sentTo.push(String(body.phone))
      return [201, { requestId: idOf(70 + state.sentTo.length), expiresAt: LATER, nextAt: state.nextAt() }]
    case 'POST /api/sign-in/phone':
      return signIn(state, body)
    case 'GET /api/my/account':
      return [200, state.account]
    case 'POST /api/my/account/phone':
      return bind(state, body)
    case 'GET /api/sessions':
      return [200, { items: state.sessions, nextCursor: null }]
    case 'DELETE /api/sessions/:id':
      state.sessions = state.sessions.filter(({ id }) => !path.endsWith(id))
      return [200, { ended: 1 }]
    case 'POST /api/my/account/closure':
      return [200, { isClosed: true, kept: ['办结的事，没有名字，留三年。'] }]
    default:
      return undefined
  }
}

const isRightCode = (state: AccountState, body: Call['body']) =>
  body.code === PHONE_CODE && body.requestId === idOf(70 + state.sentTo.length)

const signIn = (state: AccountState, body: Call['body']): Answer => {
  if (!isRightCode(state, body)) return failure(422, 'phone_code_wrong', '验证码不对，或者过期了。')
  const account = body.account as { policyVersion: string } | undefined
  if (!state.isKnown && !account) return failure(404, 'account_unknown', '这里还没有您的账号。')
  if (account && account.policyVersion !== POLICY_VERSION) return failure(409, 'policy_changed', '隐私说明改过了。')
  return [201, { token: 'signed-in', expiresAt: LATER, person: resident, isNew: !state.isKnown, desk: 'none' }]
}

const bind = (state: AccountState, body: Call['body']): Answer => {
  if (!isRightCode(state, body)) return failure(422, 'phone_code_wrong', '验证码不对，或者过期了。')
  state.account = { ...state.account, phone: '139****00' }
  return [200, { account: state.account, person: state.mergesInto ?? resident, wasMerged: state.mergesInto !== null }]
}
