// What the resident server answers about children and childcare: it keeps what was written down and booked, and refuses
// what the contract refuses.
import { ChildcareBooking, ChildcareCentre, ChildcareSlot } from '@little-bench/shared/childcare/contract'
import { Child } from '@little-bench/shared/people/child.contract'
import { type Answer, type Call, failure, type ResidentServer } from './resident-server'

const idOf = (number: number) => `0190b1c4-7777-7aaa-8bbb-${String(number).padStart(12, '0')}`
export const QUEUE = { id: 'raosai-childcare', name: '绕赛社区托育点（示范）' }
export const DAY = '2026-11-30'

export const childOf = (number: number, fields: Partial<(typeof Child)['_input']> = {}): Child =>
  Child.parse({
    id: idOf(number),
    nickname: '小石头',
    bornIn: '2025-10',
    ageMonths: 13,
    allergies: null,
    pickUps: [],
    consentedAt: '2026-11-28T02:00:00.000Z',
    ...fields,
  })

export const grandmother = {
  id: idOf(80),
  name: '外婆（示范）',
  relation: 'grandparent' as const,
  phone: '0891-0000-151',
}

export const centreOf = (fields: Partial<(typeof ChildcareCentre)['_input']> = {}): ChildcareCentre =>
  ChildcareCentre.parse({
    id: 'raosai-childcare',
    name: '绕赛社区托育点（示范）',
    address: '东孜苏3巷（示范地址）',
    phone: '0891-0000-131',
    hours: '周一至周五 9:00–18:00',
    groups: [
      { id: 'little', name: '托小班', bandId: 'toddler', fromMonths: 12, belowMonths: 24, carers: 2, seats: 10 },
      { id: 'big', name: '托大班', bandId: 'two_year_old', fromMonths: 24, belowMonths: 36, carers: 2, seats: 14 },
    ],
    sessions: ['full_day', 'morning', 'afternoon', 'temporary'],
    rules: ['住在本社区，或者在附近上班的家庭可以来。'],
    waitlistOrder: ['住在本社区的，按报名先后', '在附近上班的排在本社区居民之后'],
    isDemo: true,
    ...fields,
  })

export const slotOf = (number: number, fields: Partial<(typeof ChildcareSlot)['_input']> = {}): ChildcareSlot =>
  ChildcareSlot.parse({
    id: idOf(100 + number),
    on: DAY,
    startsAt: '2026-11-30T01:00:00.000Z',
    endsAt: '2026-11-30T10:00:00.000Z',
    cutoffAt: '2026-11-29T12:00:00.000Z',
    refusal: null,
    seatsLeft: 3,
    waiting: 0,
    centreId: 'raosai-childcare',
    groupId: 'little',
    groupName: '托小班',
    bandId: 'toddler',
    session: 'full_day',
    children: [],
    ...fields,
  })

export const bookingOf = (
  number: number,
  fields: Partial<(typeof ChildcareBooking)['_input']> = {},
): ChildcareBooking =>
  ChildcareBooking.parse({
    id: idOf(200 + number),
    communityId: 'raosai',
    centreId: 'raosai-childcare',
    centreName: '绕赛社区托育点（示范）',
    groupName: '托小班',
    session: 'full_day',
    on: DAY,
    startsAt: '2026-11-30T01:00:00.000Z',
    endsAt: '2026-11-30T10:00:00.000Z',
    cutoffAt: '2026-11-29T12:00:00.000Z',
    state: 'booked',
    childId: idOf(1),
    childName: '小石头',
    queue: QUEUE,
    pickUpCode: '482913',
    waitlist: null,
    expiresAt: null,
    absence: null,
    arrivedAt: null,
    pickedUpAt: null,
    pickedUpBy: null,
    canCancel: true,
    canReportAbsence: false,
    ...fields,
  })

export interface ChildcareState {
  children: Child[]
  reads: unknown[]
  centres: ChildcareCentre[]
  slots: ChildcareSlot[]
  booking: ChildcareBooking
  /** What the next write is answered instead. */
  refusal: Answer | undefined
}

/** Makes the server answer these too; what it keeps can be set and read. */
export const serveChildcare = (server: ResidentServer): ChildcareState => {
  const state: ChildcareState = {
    children: [],
    reads: [],
    centres: [centreOf()],
    slots: [],
    booking: bookingOf(1),
    refusal: undefined,
  }
  const before = server.more
  server.more = (call) => answerOf(state, call) ?? before(call)
  return state
}

const answerOf = (state: ChildcareState, call: Call): Answer | undefined => {
  const { method, path } = call
  if (!/children|childcare|\/bookings\//.test(path)) return undefined
  if (method !== 'GET' && state.refusal) return state.refusal
  const [, what = ''] = /^\/api\/communities\/raosai\/(.*)$/.exec(path) ?? []
  switch (`${method} ${what.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')}`) {
    case 'GET children':
      return [200, { items: state.children }]
    case 'POST children':
      return saved(state, call)
    case 'DELETE children/:id':
      state.children = state.children.filter(({ id }) => !path.endsWith(id))
      return [200, { hasRemoved: true }]
    case 'GET children/:id/reads':
      return [200, { items: state.reads }]
    case 'GET childcare-centres':
      return [200, { items: state.centres }]
    case 'GET childcare-slots':
      return [200, { items: state.slots }]
    case 'POST childcare-bookings':
      return [201, { bookings: booked(state, call, {}), queue: QUEUE }]
    case 'POST childcare-waits': {
      const waiting = {
        state: 'waitlisted',
        pickUpCode: null,
        waitlist: { position: 2, reason: '住在本社区' },
      } as const
      return [201, { bookings: booked(state, call, waiting), queue: QUEUE }]
    }
    case 'GET childcare-bookings/:id':
      return [200, state.booking]
    case 'DELETE childcare-bookings/:id':
      return changed(state, { state: 'cancelled', pickUpCode: null, canCancel: false })
    case 'POST childcare-bookings/:id/absence':
      return changed(state, { absence: 'ill', canReportAbsence: false })
    case 'POST bookings/:id/acceptance':
      return changed(state, { state: 'booked', expiresAt: null })
    case 'POST bookings/:id/refusal':
    case 'DELETE bookings/:id/wait':
      return changed(state, { state: 'cancelled', waitlist: null, expiresAt: null })
    default:
      return undefined
  }
}

const saved = (state: ChildcareState, { body }: Call): Answer => {
  if (body.consents !== true) return failure(422, 'consent_missing', '要先同意才能记下这些。')
  const id = typeof body.childId === 'string' ? body.childId : idOf(state.children.length + 1)
  const pickUps = Array.isArray(body.pickUps)
    ? body.pickUps.map((each, index) => ({ id: idOf(80 + index), phone: null, ...each }))
    : []
  const allergies = typeof body.allergies === 'string' && body.allergies !== '' ? body.allergies : null
  const { nickname, bornIn } = state.children.find((child) => child.id === id) ?? childOf(1)
  const child = Child.parse({ ...childOf(1, { id, nickname, bornIn }), ...body, id, allergies, pickUps })
  state.children = [...state.children.filter((each) => each.id !== id), child]
  return [200, child]
}

const booked = (state: ChildcareState, { body }: Call, fields: Partial<(typeof ChildcareBooking)['_input']>) => {
  const childIds = Array.isArray(body.childIds) ? body.childIds.map(String) : []
  return childIds.map((childId, index) => {
    const childName = state.children.find(({ id }) => id === childId)?.nickname ?? ''
    return bookingOf(index + 1, { childId, childName, ...fields })
  })
}

const changed = (state: ChildcareState, fields: Partial<ChildcareBooking>): Answer => {
  state.booking = { ...state.booking, ...fields }
  return [200, state.booking]
}
