// What the resident server answers about activities: it keeps who signed up, and refuses what the contract refuses.
import { Activity, ActivityRoster, ActivitySignUp } from '@little-bench/shared/activities/contract'
import { type Answer, type Call, failure, type ResidentServer } from './resident-server'

const idOf = (number: number) => `0190b1c4-8888-7aaa-8bbb-${String(number).padStart(12, '0')}`
const QUEUE = { id: 'raosai-community', name: '绕赛社区' }
const HALL = { name: '绕赛社区活动室（示范）', address: '东孜苏3巷（示范地址）', phone: '0891-0000-141' }

export const activityOf = (number: number, fields: Partial<(typeof Activity)['_input']> = {}): Activity =>
  Activity.parse({
    id: idOf(number),
    activityId: `lesson-${number}`,
    on: '2026-11-29',
    startsAt: '2026-11-29T07:00:00.000Z',
    endsAt: '2026-11-29T09:00:00.000Z',
    cutoffAt: '2026-11-28T12:00:00.000Z',
    refusal: null,
    seatsLeft: 4,
    waiting: 0,
    name: '周末课堂（示范）',
    about: '写作业、读书、画画',
    place: HALL,
    fromYears: 6,
    belowYears: 15,
    isForChildren: true,
    isDemo: true,
    yours: [],
    ...fields,
  })

export const rosterOf = (fields: Partial<(typeof ActivityRoster)['_input']> = {}): ActivityRoster =>
  ActivityRoster.parse({
    slotId: idOf(1),
    name: '周末课堂（示范）',
    on: '2026-11-29',
    startsAt: '2026-11-29T07:00:00.000Z',
    endsAt: '2026-11-29T09:00:00.000Z',
    workItem: null,
    canCancel: true,
    toTell: 3,
    people: [{ bookingId: idOf(51), state: 'booked', name: '小豆', guardianName: '居*' }],
    at: '2026-11-28T02:00:00.000Z',
    ...fields,
  })

export interface ActivityState {
  activities: Activity[]
  roster: ActivityRoster
  /** What the next write is answered instead. */
  refusal: Answer | undefined
}

/** Makes the server answer these too; what it keeps can be set and read. */
export const serveActivities = (server: ResidentServer): ActivityState => {
  const state: ActivityState = { activities: [], roster: rosterOf(), refusal: undefined }
  const before = server.more
  server.more = (call) => answerOf(state, call) ?? before(call)
  return state
}

const answerOf = (state: ActivityState, call: Call): Answer | undefined => {
  const { method, path } = call
  const [, what] = /^\/api\/communities\/raosai\/(activit.*)$/.exec(path) ?? []
  if (what === undefined) return undefined
  if (method !== 'GET' && state.refusal) return state.refusal
  switch (`${method} ${what.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')}`) {
    case 'GET activities':
      return [200, { items: state.activities }]
    case 'POST activities/:id/sign-ups':
      return signedUp(state, call, 'booked')
    case 'POST activities/:id/waits':
      return signedUp(state, call, 'waitlisted')
    case 'DELETE activity-sign-ups/:id':
      state.activities = state.activities.map((each) => ({ ...each, yours: [] }))
      return [200, signUpOf(state.activities[0], 'cancelled')]
    case 'GET activities/:id/roster':
      return [200, state.roster]
    case 'POST activities/:id/cancellation':
      state.roster = rosterOf({ canCancel: false, toTell: 0, people: [] })
      return [200, { told: 3 }]
    case 'POST activity-sign-ups/:id/check-in':
      return checkedIn(state, 'served')
    case 'DELETE activity-sign-ups/:id/check-in':
      return checkedIn(state, 'booked')
    default:
      return undefined
  }
}

const signedUp = (state: ActivityState, { body, path }: Call, became: 'booked' | 'waitlisted'): Answer => {
  const activity = state.activities.find(({ id }) => path.includes(id))
  if (activity?.isForChildren && body.consents !== true) return failure(422, 'consent_missing', '要先同意。')
  const childId = typeof body.childId === 'string' ? body.childId : null
  const yours = Activity.shape.yours.parse([{ bookingId: idOf(60), childId, state: became }])
  state.activities = state.activities.map((each) => (each.id === activity?.id ? { ...each, yours } : each))
  return [201, signUpOf(activity, became, childId)]
}

const signUpOf = (activity = activityOf(1), state: ActivitySignUp['state'], childId: string | null = null) => {
  const { id: slotId, name, on, startsAt, endsAt, cutoffAt } = activity
  return ActivitySignUp.parse({
    id: idOf(60),
    communityId: 'raosai',
    slotId,
    name,
    on,
    startsAt,
    endsAt,
    cutoffAt,
    state,
    childId,
    childName: childId === null ? null : '小豆',
    queue: QUEUE,
    waitlist: state === 'waitlisted' ? { position: 1, reason: '住在本社区' } : null,
    expiresAt: null,
    canCancel: state === 'booked',
  })
}

const checkedIn = (state: ActivityState, became: 'served' | 'booked'): Answer => {
  state.roster = { ...state.roster, people: state.roster.people.map((each) => ({ ...each, state: became })) }
  return [200, state.roster]
}
