// What the resident server answers about proofs of life and visits: it keeps what was written down, refuses what the
// contract refuses, and locks a card after three wrong codes.
import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { ProofOfLife, VisitCard } from '@little-bench/shared/pension/contract'
import { RoundVisit, VisitRound, VisitToPlan } from '@little-bench/shared/pension/visit.contract'
import { MAX_WRONG_VISIT_CODES } from '@little-bench/shared/pension/ways'
import { Person } from '@little-bench/shared/people/contract'
import { type Answer, type Call, community, failure, type ResidentServer } from './resident-server'

export const VISIT_CODE = '482913'
export const today = (): string => shanghaiTime(new Date()).date

const idOf = (block: number, number: number) => `0190b1c4-${block}000-7aaa-8bbb-${String(number).padStart(12, '0')}`
export const visitIdOf = (number: number): string => idOf(8, number)

export const visitor = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000081',
  name: '上门人员（示范）',
  roles: [{ role: 'visiting_worker', scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
})

export const cardOf = (fields: Partial<(typeof VisitCard)['_input']> = {}): VisitCard =>
  VisitCard.parse({
    id: visitIdOf(1),
    state: 'planned',
    on: today(),
    from: 570,
    until: 630,
    visitor: { name: '上门人员（示范）', role: '上门服务人员', photoUrl: null },
    placeName: '东孜苏3巷7号',
    code: VISIT_CODE,
    isLocked: false,
    canReschedule: true,
    canCancel: true,
    ...fields,
  })

export const proofOf = (fields: Partial<(typeof ProofOfLife)['_input']> = {}): ProofOfLife =>
  ProofOfLife.parse({
    communityId: 'raosai',
    forWhom: { name: '居民（示范一）', isYou: true },
    status: 'due',
    from: addDays(today(), -20),
    dueOn: addDays(today(), 14),
    rule: '一年两次：1月到6月一次，7月到12月一次（示范）',
    lastDone: null,
    way: null,
    channels: [
      {
        id: 'laolai',
        name: '老来',
        link: 'https://example.org/laolai',
        steps: [
          '在应用商店里找「老来」',
          '打开后选「养老待遇资格认证」',
          '对着自己的脸，眨眨眼',
          '看到「认证成功」就好了',
        ],
      },
      { id: 'card', name: '电子社保卡', link: null, steps: ['登录后选「社保待遇资格认证」'] },
    ],
    offices: [
      { name: '社保窗口（示范）', address: '示范路1号', phone: '0891-0000-301', hours: '周一至周五 9:30–18:00' },
    ],
    remindsOn: [addDays(today(), 11)],
    visit: null,
    ...fields,
  })

export const toPlanOf = (
  number: number,
  fields: Partial<(typeof VisitToPlan)['_input']> = {},
): (typeof VisitToPlan)['_output'] =>
  VisitToPlan.parse({
    id: visitIdOf(number),
    state: 'requested',
    name: `老人（示范${number}）`,
    placeName: number === 3 ? '小广场（示范）' : '东孜苏3巷7号',
    gridCellId: 'raosai-1',
    gridCellName: '第一网格',
    requestedAt: '2026-11-20T02:00:00.000Z',
    dueOn: addDays(today(), 30 + number),
    notOn: [],
    needsInterpreter: number === 2,
    version: 1,
    ...fields,
  })

export const roundVisitOf = (
  number: number,
  fields: Partial<(typeof RoundVisit)['_input']> = {},
): (typeof RoundVisit)['_output'] =>
  RoundVisit.parse({
    id: visitIdOf(number),
    state: 'planned',
    name: `老人（示范${number}）`,
    placeName: '东孜苏3巷7号',
    door: `${number}单元301`,
    phone: `1380000000${number}`,
    reasons: ['limited_mobility'],
    note: null,
    needsInterpreter: false,
    from: 570 + 60 * (number - 1),
    until: 630 + 60 * (number - 1),
    code: VISIT_CODE,
    isLocked: false,
    outcome: null,
    others: [],
    version: 2,
    ...fields,
  })

export const roundOf = (
  visits: readonly Visit[],
  fields: Partial<(typeof VisitRound)['_input']> = {},
): (typeof VisitRound)['_output'] =>
  VisitRound.parse({
    on: today(),
    visitor: { id: visitor.id, name: visitor.name, isYou: true },
    capacity: 3,
    workItem: null,
    courtyards: [...new Set(visits.map(({ placeName }) => placeName))].map((placeName) => ({
      placeName,
      visits: visits.filter((visit) => visit.placeName === placeName),
    })),
    at: new Date().toISOString(),
    ...fields,
  })

type Visit = ReturnType<typeof roundVisitOf>

export interface PensionState {
  proof: ProofOfLife
  wrongCodes: number
  waiting: ReturnType<typeof toPlanOf>[]
  rounds: ReturnType<typeof roundOf>[]
  /** What another telephone has said of each visit before this one. */
  saidBefore: Record<string, Visit['outcome']>
  refusal: Answer | undefined
}

/** Everything that lies on the phone. */
export const keptOnPhone = (): string =>
  Object.keys(globalThis.localStorage)
    .map((key) => globalThis.localStorage.getItem(key))
    .join()

/** Makes the server answer these too; what it keeps can be set and read. */
export const servePension = (server: ResidentServer): PensionState => {
  const state: PensionState = {
    proof: proofOf(),
    wrongCodes: 0,
    waiting: [],
    rounds: [],
    saidBefore: {},
    refusal: undefined,
  }
  const before = server.more
  server.more = (call) => answerOf(state, call) ?? before(call)
  return state
}

const answerOf = (state: PensionState, call: Call): Answer | undefined => {
  const { method, path } = call
  if (path === '/api/communities/raosai') return [200, { ...community, services: ['issues', 'pension'] }]
  if (path.endsWith('/proxy-grants')) return [200, { given: [], received: [], isFrozen: false }]
  if (path.endsWith('/group-text')) return [200, { text: '【绕赛社区】领养老金的老人：请认证。https://example.org' }]
  if (!/\/(proof-of-life|home-visits|visit-rounds)(\/|$)/.test(path)) return undefined
  if (method !== 'GET' && state.refusal) return state.refusal
  if (path.endsWith('/proof-of-life')) return [200, state.proof]
  if (path.endsWith('/code-check')) return checkCode(state, call)
  if (path.endsWith('/outcome')) return recordOutcome(state, call)
  if (path.includes('/visit-rounds/')) return plan(state, call)
  if (path.endsWith('/visit-rounds')) return [200, { items: state.rounds }]
  if (path.endsWith('/home-visits') && method === 'GET')
    return [200, { items: state.waiting, visitors: [{ id: visitor.id, name: visitor.name }] }]
  return changed(state, changeOf(state, call))
}

const changed = (state: PensionState, fields: Partial<(typeof ProofOfLife)['_input']>): Answer => {
  state.proof = ProofOfLife.parse({ ...state.proof, ...fields })
  return [200, state.proof]
}

const changeOf = (state: PensionState, { method, path, body }: Call): Partial<(typeof ProofOfLife)['_input']> => {
  if (path.endsWith('/way')) return { way: body.needsVisit ? 'visit' : body.canUseApp ? 'self' : 'family' }
  if (path.endsWith('/done'))
    return {
      status: 'valid',
      lastDone: { on: String(body.on), evidence: 'app_says_so', by: '居民（示范一）', isByYou: true },
    }
  if (method === 'DELETE') return { visit: null }
  const waiting = { state: 'requested', on: null, from: null, until: null, visitor: null, code: null } as const
  return { visit: { ...(state.proof.visit ?? cardOf()), ...waiting } }
}

const checkCode = (state: PensionState, { body }: Call): Answer => {
  const isRight = body.code === VISIT_CODE
  if (!isRight) state.wrongCodes += 1
  const isLocked = state.wrongCodes >= MAX_WRONG_VISIT_CODES
  if (isLocked && state.proof.visit)
    state.proof = { ...state.proof, visit: { ...state.proof.visit, isLocked, code: null } }
  return [200, { isRight, isLocked, triesLeft: MAX_WRONG_VISIT_CODES - state.wrongCodes }]
}

const recordOutcome = (state: PensionState, { path, body }: Call): Answer => {
  const visits = state.rounds.flatMap(({ courtyards }) => courtyards.flatMap((each) => each.visits))
  const visit = visits.find(({ id }) => path.includes(id))
  if (!visit) return failure(409, 'visit_changed', '这次上门刚才有变化，请看最新的情况再决定。')
  const said = { ...body, byName: visitor.name, isYours: true, note: null }
  const first = state.saidBefore[visit.id]
  const after = RoundVisit.parse({
    ...visit,
    state: 'done',
    outcome: first ?? said,
    others: first ? [said] : [],
    version: visit.version + 1,
  })
  return [200, { visit: after, hasWon: !first }]
}

const plan = (state: PensionState, { path, body }: Call): Answer => {
  const planned = Array.isArray(body.visits) ? body.visits : []
  const on = path.split('/').at(-2) ?? ''
  const round = roundOf(
    planned.map(({ visitId, from, until }, index) => {
      const waiting = state.waiting.find(({ id }) => id === visitId)
      return roundVisitOf(index + 1, { id: visitId, from, until, ...(waiting ? { name: waiting.name } : {}) })
    }),
    { on },
  )
  state.waiting = state.waiting.filter(({ id }) => !planned.some(({ visitId }) => visitId === id))
  state.rounds = [round]
  return [200, round]
}
