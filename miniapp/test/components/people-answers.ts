// What the resident server answers about facts, households and grants: it keeps what was said, refuses what the contract
// refuses, and answers about whoever it is called for.
import { codeOf } from '@little-bench/shared/people/codes'
import { FACT_RULES } from '@little-bench/shared/people/facts'
import { ProxyAct, ProxyGrant } from '@little-bench/shared/people/grant.contract'
import { Fact, FactContent, Household } from '@little-bench/shared/people/profile.contract'
import { type Answer, type Call, failure, issueId, type ResidentServer, resident, workItemId } from './resident-server'

export const mother = { id: '0190b1c4-1111-7aaa-8bbb-000000000012', name: '居民（示范二）' }
export const HOUSEHOLD_CODE = codeOf('household', '1234567890')
export const GRANT_CODE = codeOf('proxy_grant', '1234567890')
export const RECEIPT_CODE = codeOf('receipt', '1234567890')

export interface PeopleState {
  facts: Fact[]
  household: Household | null
  given: ProxyGrant[]
  received: ProxyGrant[]
  isFrozen: boolean
  acts: ProxyAct[]
  /** Codes that are good for one use. */
  codes: string[]
  /** The right to act for the other person. */
  right: 'counts' | 'gone' | 'without_power'
}

const idOf = (number: number) => `0190b1c4-4444-7aaa-8bbb-${String(number).padStart(12, '0')}`
const NOW = '2026-11-28T02:00:00.000Z'
const code = (digits: string) => ({ code: digits, expiresAt: '2026-12-05T02:00:00.000Z' })

export const factOf = (number: number, fields: Partial<(typeof Fact)['_input']>): Fact =>
  Fact.parse({
    id: idOf(number),
    kind: 'birth_date',
    content: { kind: 'birth_date', value: { on: '1949-10-01' } },
    said: '1949年10月1日',
    state: 'pending',
    isCorrection: false,
    claimedAt: NOW,
    verifiedOn: null,
    verifiedUntil: null,
    refusal: null,
    ...fields,
  })

export const grantOf = (number: number, fields: Partial<(typeof ProxyGrant)['_input']>): ProxyGrant =>
  ProxyGrant.parse({
    id: idOf(number),
    principal: mother,
    agent: { id: resident.id, name: resident.name },
    relationship: 'child',
    callName: null,
    scopes: [{ service: 'issues', powers: ['read', 'file'] }],
    state: 'active',
    isWitnessed: false,
    offeredAt: NOW,
    answeredAt: null,
    validUntil: '2027-05-28',
    reviewOn: '2027-02-26',
    endedAt: null,
    endedBy: null,
    canAnswer: false,
    canRevoke: true,
    ...fields,
  })

export const actOf = (number: number, fields: Partial<(typeof ProxyAct)['_input']>): ProxyAct =>
  ProxyAct.parse({
    id: idOf(number),
    at: NOW,
    actorName: mother.name,
    isByStaff: false,
    isYou: false,
    principalId: resident.id,
    principalName: resident.name,
    said: '说了一件事',
    item: {
      communityId: 'raosai',
      workItemId,
      subjectId: issueId,
      service: 'issues',
      receiptNumber: 'RS-20261123-0001',
      title: '灯不亮',
    },
    assist: null,
    ...fields,
  })

export const householdOf = (fields: Partial<(typeof Household)['_input']> = {}): Household =>
  Household.parse({
    id: idOf(90),
    communityId: 'raosai',
    placeId: 'yard-7',
    placeName: '东孜苏3巷7号',
    members: [
      { personId: resident.id, name: resident.name, isYou: true, joinedAt: NOW },
      { personId: mother.id, name: mother.name, isYou: false, joinedAt: NOW },
    ],
    ...fields,
  })

/** Makes the server answer these too; what it keeps can be set and read. */
export const servePeople = (server: ResidentServer): PeopleState => {
  const state: PeopleState = {
    facts: [],
    household: null,
    given: [],
    received: [],
    isFrozen: false,
    acts: [],
    codes: [HOUSEHOLD_CODE, GRANT_CODE, RECEIPT_CODE],
    right: 'counts',
  }
  server.more = (call) => refusalFor(state, call) ?? answerOf(state, call)
  return state
}

const IN_PERSON = [/^\/api\/sessions?$/, /^\/api\/my\/inbox/, /^\/api\/demo\/sessions$/]

const refusalFor = (state: PeopleState, { path, actingFor }: Call): Answer | undefined => {
  if (actingFor === undefined) return undefined
  if (IN_PERSON.some((each) => each.test(path))) return failure(403, 'not_delegable', '这件事只能本人办。')
  if (!path.startsWith('/api/my/')) return undefined
  if (state.right === 'gone') return failure(403, 'proxy_grant_missing', '您现在没有对方的授权。')
  return state.right === 'without_power' ? failure(403, 'proxy_power_missing', '授权里没有这一项。') : undefined
}

const answerOf = (state: PeopleState, call: Call): Answer | undefined => {
  const { method, path, body, actingFor } = call
  switch (`${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')}`) {
    case 'GET /api/me':
      return [200, actingFor ? { ...resident, ...mother } : resident]
    case 'DELETE /api/session':
      return [200, { ended: 1 }]
    case 'GET /api/my/facts':
      return [200, { items: actingFor ? [] : state.facts, nextCursor: null }]
    case 'POST /api/my/facts':
      return claim(state, body)
    case 'POST /api/my/facts/:id/withdrawal':
      state.facts = state.facts.filter(({ id }) => !path.includes(id))
      return [200, { isWithdrawn: true }]
    case 'GET /api/my/household':
      return [200, { household: state.household }]
    case 'POST /api/my/household/codes':
      state.household ??= householdOf({ members: householdOf().members.slice(0, 1) })
      return [201, { household: state.household, code: code(HOUSEHOLD_CODE) }]
    case 'POST /api/my/household/members':
      return redeemed(state, body, () => (state.household = householdOf()))
    case 'POST /api/my/household/departure':
      state.household = null
      return [200, { hasLeft: true }]
    case 'GET /api/my/proxy-grants':
      return [200, { given: state.given, received: state.received, isFrozen: state.isFrozen }]
    case 'POST /api/my/proxy-grants':
      return offer(state, body)
    case 'POST /api/my/proxy-grants/redemption':
      return redeemed(state, body, () => {
        const asked = grantOf(30, { state: 'offered', canAnswer: true })
        state.received = [asked]
        return asked
      })
    case 'POST /api/my/proxy-grants/:id/answer':
      return changeGrant(state, call, {
        state: body.isAccepted ? 'active' : 'refused',
        callName: typeof body.callName === 'string' ? body.callName : null,
        canAnswer: false,
      })
    case 'POST /api/my/proxy-grants/:id/revocation':
      return changeGrant(state, call, { state: 'revoked', canRevoke: false })
    case 'POST /api/my/proxy-grants/freeze':
      state.isFrozen = body.isFrozen === true
      return [200, { isFrozen: state.isFrozen, grants: state.given.length }]
    case 'GET /api/my/proxy-acts':
      return [200, { items: state.acts, nextCursor: null }]
    case 'POST /api/assist-sessions/:id/end':
      state.acts = state.acts.map((act) => ({ ...act, assist: act.assist && { ...act.assist, endedAt: NOW } }))
      return [200, {}]
    case 'POST /api/my/receipts':
      return redeemed(state, body, () => ({ communityId: 'raosai', subjectId: issueId }))
    default:
      return undefined
  }
}

const claim = (state: PeopleState, body: Call['body']): Answer => {
  const content = FactContent.parse(body.content)
  const { kind } = content
  const isVerified = state.facts.some((fact) => fact.kind === kind && fact.state === 'verified')
  if (isVerified && body.isCorrection !== true) return failure(409, 'fact_is_verified', '这一项已经核实过了。')
  const fact = factOf(50, { kind, content, said: FACT_RULES[kind].name.zh, isCorrection: isVerified })
  state.facts.push(fact)
  return [201, fact]
}

const redeemed = (state: PeopleState, body: Call['body'], result: () => unknown): Answer => {
  const typed = String(body.code)
  if (!state.codes.includes(typed)) return failure(422, 'code_invalid', '这个码不能用。')
  state.codes = state.codes.filter((each) => each !== typed)
  return [200, result()]
}

const offer = (state: PeopleState, body: Call['body']): Answer => {
  const agent = body.agentId === mother.id ? mother : null
  const grant = grantOf(60, { principal: { id: resident.id, name: resident.name }, agent, state: 'offered' })
  state.given.push(grant)
  return [201, { grant, code: agent ? null : code(GRANT_CODE) }]
}

const changeGrant = (state: PeopleState, { path }: Call, fields: Partial<ProxyGrant>): Answer => {
  const change = (grant: ProxyGrant) => (path.includes(grant.id) ? { ...grant, ...fields } : grant)
  state.given = state.given.map(change)
  state.received = state.received.map(change)
  return [200, [...state.given, ...state.received].find(({ id }) => path.includes(id))]
}
