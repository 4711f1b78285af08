// What the resident server answers to those who look after children: it keeps arrivals and hand-overs, and refuses
// whoever is not on a child's list.
import { DayRoster, RosterChild } from '@little-bench/shared/childcare/roster.contract'
import { Person } from '@little-bench/shared/people/contract'
import { centreOf, DAY, grandmother } from './childcare-answers'
import { type Answer, type Call, failure, type ResidentServer, resident } from './resident-server'

const idOf = (number: number) => `0190b1c4-9999-7aaa-8bbb-${String(number).padStart(12, '0')}`
export const CODE = '482913'

export const carer = Person.parse({
  ...resident,
  name: '托育老师（示范）',
  roles: [{ role: 'childcare_worker', scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
})

export const rosterChildOf = (number: number, fields: Partial<(typeof RosterChild)['_input']> = {}): RosterChild =>
  RosterChild.parse({
    bookingId: idOf(number),
    state: 'booked',
    session: 'full_day',
    startsAt: '2026-11-30T01:00:00.000Z',
    endsAt: '2026-11-30T10:00:00.000Z',
    nickname: number === 1 ? '小石头' : '小豆',
    ageMonths: 13,
    allergies: number === 1 ? '花生' : null,
    note: null,
    pickUps: [{ id: null, name: '居民（示范一）', relation: null, phone: '08910000161' }, grandmother],
    absence: null,
    arrivedAt: null,
    pickedUpAt: null,
    pickedUpBy: null,
    pickUpWay: null,
    ...fields,
  })

export const rosterOf = (children: RosterChild[]): DayRoster =>
  DayRoster.parse({
    centreId: 'raosai-childcare',
    centreName: '绕赛社区托育点（示范）',
    on: DAY,
    workItem: null,
    canClose: children.length > 0,
    toTell: children.filter(({ state }) => state === 'booked').length,
    groups: [{ id: 'little', name: '托小班', bandId: 'toddler', carers: 2, seats: 10, children }],
    at: '2026-11-30T01:00:00.000Z',
  })

export interface RosterState {
  children: RosterChild[]
}

/** Makes the server answer these too; what it keeps can be set and read. */
export const serveRoster = (server: ResidentServer): RosterState => {
  const state: RosterState = { children: [rosterChildOf(1), rosterChildOf(2)] }
  const before = server.more
  server.more = (call) => answerOf(state, call) ?? before(call)
  return state
}

const answerOf = (state: RosterState, call: Call): Answer | undefined => {
  const { method, path, body } = call
  if (path.endsWith('/childcare-centres')) return [200, { items: [centreOf()] }]
  if (path.endsWith('/roster')) return [200, rosterOf(state.children)]
  if (path.endsWith('/closed-days')) {
    const told = rosterOf(state.children).toTell
    state.children = []
    return [200, { told }]
  }
  const child = state.children.find(({ bookingId }) => path.includes(bookingId))
  if (!child) return undefined
  const at = typeof body.at === 'string' ? body.at : '2026-11-30T01:30:00.000Z'
  if (path.endsWith('/arrival'))
    return changed(
      state,
      child,
      method === 'POST' ? { arrivedAt: at, state: 'served' } : { arrivedAt: null, state: 'booked' },
    )
  if (!path.endsWith('/pick-up')) return undefined
  if (method === 'DELETE') return changed(state, child, { pickedUpAt: null, pickedUpBy: null, pickUpWay: null })
  const fetcher = child.pickUps.find(({ id }) => id === body.pickUpId)
  if (!fetcher) return failure(422, 'pick_up_not_listed', '这个人不在接送名单上，不能交给他。')
  if (body.way === 'code' && body.code !== CODE) return failure(422, 'pick_up_code_wrong', '接送码不对。')
  return changed(state, child, { pickedUpAt: at, pickedUpBy: fetcher.name, pickUpWay: 'code' })
}

const changed = (state: RosterState, child: RosterChild, fields: Partial<RosterChild>): Answer => {
  const after = { ...child, ...fields }
  state.children = state.children.map((each) => (each.bookingId === child.bookingId ? after : each))
  return [200, after]
}
