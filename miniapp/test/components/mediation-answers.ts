// What the resident server answers about mediation: one case that each test puts where it needs it.
import { MediationCase, MediatorCard } from '@little-bench/shared/mediation/contract'
import { Person } from '@little-bench/shared/people/contract'
import { type Answer, type Call, community, failure, type ResidentServer } from './resident-server'

export const caseId = '0190b1c4-9999-7aaa-8bbb-000000000091'
const idOf = (number: number) => `0190b1c4-9999-7aaa-8bbb-${String(number).padStart(12, '0')}`

const staff = (role: 'mediation_committee' | 'mediator', name: string): Person =>
  Person.parse({
    id: idOf(role === 'mediator' ? 41 : 42),
    name,
    roles: [{ role, scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
  })
export const committeeMember = staff('mediation_committee', '调委会（示范）')
export const mediatorPerson = staff('mediator', '调解员（示范）')

export const mediatorOf = (number: number, fields: Partial<(typeof MediatorCard)['_input']> = {}): MediatorCard =>
  MediatorCard.parse({
    id: idOf(number),
    name: `调解员${number}（示范）`,
    role: 'three_elders',
    languages: ['zh'],
    gridCellIds: [],
    gridCellNames: [],
    kinds: ['neighbours'],
    about: null,
    openCases: 0,
    isOnLeave: false,
    personId: null,
    ...fields,
  })

export const caseOf = (fields: Partial<(typeof MediationCase)['_input']> = {}): MediationCase =>
  MediationCase.parse({
    id: caseId,
    communityId: 'raosai',
    receiptNumber: 'RS-20261128-0007',
    disputeKind: 'neighbours',
    state: 'requested',
    outcome: null,
    yourSide: 'applicant',
    stage: 'waiting_for_invitation',
    statement: '水管漏到我家。',
    disclosure: { name: true, statement: false },
    applicantName: '居民（示范一）',
    respondentName: '邻居（示范）',
    respondentPhone: null,
    spoken: [],
    answerUntil: null,
    round: 1,
    yourTicks: [],
    canPropose: false,
    proposal: null,
    mediator: null,
    checklist: null,
    sessions: [],
    agreement: null,
    followUpsOn: [],
    followUps: null,
    toCall: [],
    reasons: null,
    fromWorkItemId: null,
    moves: ['withdraw'],
    createdAt: '2026-11-28T02:00:00.000Z',
    version: 3,
    ...fields,
  })

export const agreementOf = (fields: object = {}) => ({
  version: 1,
  dispute: '水管漏水',
  terms: '修好水管',
  performance: '十二月五日以前修好',
  on: '2026-11-28',
  isConfirmedByApplicant: false,
  isConfirmedByRespondent: false,
  effectiveOn: null,
  confirmableUntil: null,
  ...fields,
})

interface Thread {
  thread: 'joint' | 'private'
  side: 'applicant' | 'respondent' | null
  messages: { id: string; at: string; from: string; isYou: boolean; text: string }[]
}

export interface MediationState {
  mediators: MediatorCard[]
  found: MediationCase
  accounts: { id: string; name: string; hasCard: boolean }[]
  threads: Thread[]
  /** Without an account: what the code is exchanged for. */
  token: string | null
  /** What the next write is answered instead. */
  refusal: Answer | undefined
}

/** Makes the server answer these too; what it keeps can be set and read. */
export const serveMediation = (server: ResidentServer): MediationState => {
  const state: MediationState = {
    mediators: [1, 2, 3, 4, 5, 6].map((number) => mediatorOf(number)),
    found: caseOf(),
    accounts: [],
    threads: [
      { thread: 'joint', side: null, messages: [] },
      { thread: 'private', side: 'applicant', messages: [] },
    ],
    token: null,
    refusal: undefined,
  }
  const before = server.more
  server.more = (call) => answerOf(state, call) ?? before(call)
  return state
}

const answerOf = (state: MediationState, call: Call): Answer | undefined => {
  const { method, path } = call
  if (path === '/api/communities/raosai') return [200, { ...community, services: [...community.services, 'mediation'] }]
  if (path === '/api/my/mediation-cases') return [200, { items: [state.found], nextCursor: null }]
  const isOurs = /mediat|help-calls/.test(path)
  if (!isOurs) return undefined
  if (!call.token && path !== '/api/mediation-invitations') return failure(401, 'unauthenticated', '请先登录。')
  if (method !== 'GET' && state.refusal) return state.refusal
  const what = path.replace('/api/communities/raosai/', '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':case')
  switch (`${method} ${what}`) {
    case 'GET mediators':
      return [200, { items: state.mediators }]
    case 'GET mediator-accounts':
      return [200, { items: state.accounts }]
    case 'POST mediation-cases':
      return [201, { id: caseId, receiptNumber: state.found.receiptNumber, state: 'requested' }]
    case 'GET mediation-cases':
      return [200, { items: [state.found], nextCursor: null }]
    case 'POST help-calls':
      return [201, { willBeCalled: true }]
    case 'POST /api/mediation-invitations':
      return [200, { token: state.token, case: state.found }]
    case 'GET mediation-cases/:case/threads':
      return [200, { items: state.threads }]
    case 'GET mediation-cases/:case/reads':
      return [200, { items: [{ at: '2026-11-28T03:00:00.000Z', by: '调委会（示范）', role: 'committee' }] }]
    case 'PUT mediation-cases/:case/checklist':
      state.found = MediationCase.parse({ ...state.found, checklist: call.body })
      return [200, state.found]
    case 'POST mediation-cases/:case/invitations':
      return [201, { code: '312345678903', expiresAt: '2026-12-12T03:00:00.000Z' }]
    default:
      if (/threads\/(joint|private)\/messages$/.test(what)) return [201, { id: idOf(77) }]
      return [200, state.found]
  }
}
