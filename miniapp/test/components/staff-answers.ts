// What the server answers about who works here: it gives codes for invitations, takes them once, and knows which codes of
// an authenticator app are right.
import { codeOf } from '@little-bench/shared/people/codes'
import { Person } from '@little-bench/shared/people/contract'
import { StaffInvitation, StaffMember, StaffUnit } from '@little-bench/shared/people/staff.contract'
import { type Answer, type Call, failure, type ResidentServer, resident } from './resident-server'

export const INVITATION_CODE = codeOf('staff_invitation', '1234567890')
export const TOTP_CODE = '318204'
export const SECRET = 'JBSWY3DPEHPK3PXP'
const LATER = '2026-12-01T02:00:00.000Z'

const idOf = (number: number) => `0190b1c4-aaaa-7aaa-8bbb-${String(number).padStart(12, '0')}`
const role = { role: 'grid_worker', scopeName: '绕赛社区 · 第一网格', communityId: 'raosai', gridCellId: 'raosai-1' }

/** Somebody of the community who invites others into it. */
export const inviter = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000081',
  name: '社区工作人员（示范）',
  roles: [{ role: 'community_staff', scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
})

export const invitationOf = (number: number): StaffInvitation =>
  StaffInvitation.parse({ id: idOf(number), name: '新同事（示范）', role: { ...role, unitId: null }, expiresAt: LATER })

export const UNITS: StaffUnit[] = [
  { id: 'demo-subdistrict', name: '示范街道', role: 'subdistrict_staff' },
  { id: 'demo-works', name: '市政设施（示范）', role: 'department_staff' },
].map((unit) => StaffUnit.parse(unit))

export const memberOf = (number: number): StaffMember =>
  StaffMember.parse({
    personId: idOf(number),
    name: '网格员（示范）',
    roles: [{ ...role, unitId: null }],
    deskKeys: ['wechat'],
  })

export interface StaffState {
  items: StaffMember[]
  invitations: StaffInvitation[]
  units: StaffUnit[]
  /** Whether a code of the app is right for the account already. */
  isLocked: boolean
  refusals: Map<string, Answer>
}

/** Makes the server answer these too; what it keeps can be set and read. */
export const serveStaff = (server: ResidentServer): StaffState => {
  const state: StaffState = {
    items: [memberOf(1)],
    invitations: [invitationOf(11)],
    units: [],
    isLocked: true,
    refusals: new Map(),
  }
  const before = server.more
  server.more = (call) => refusalFor(state, call) ?? answerOf(state, call) ?? before(call)
  return state
}

const refusalFor = (state: StaffState, { path }: Call) => [...state.refusals].find(([end]) => path.endsWith(end))?.[1]

const answerOf = (state: StaffState, { method, path, body }: Call): Answer | undefined => {
  switch (`${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')}`) {
    case 'GET /api/staff':
      return [200, { items: state.items, invitations: state.invitations, units: state.units, nextCursor: null }]
    case 'POST /api/staff-invitations':
      return [201, { invitation: invitationOf(12), code: { code: INVITATION_CODE, expiresAt: LATER } }]
    case 'DELETE /api/staff-invitations/:id':
      state.invitations = state.invitations.filter(({ id }) => !path.endsWith(id))
      return [200, { isWithdrawn: true }]
    case 'POST /api/staff/:id/end-of-role':
      state.items = []
      return [200, { hasEnded: true }]
    case 'POST /api/my/staff-invitation':
      return accept(body)
    case 'POST /api/my/totp':
      if (body.code !== TOTP_CODE) return failure(422, 'totp_wrong', '动态码不对。')
      return [200, { person: withRole(), desk: 'open', expiresAt: LATER }]
    default:
      return undefined
  }
}

const withRole = () => Person.parse({ ...resident, roles: [...resident.roles, { ...role, unitId: null }] })

const accept = (body: Call['body']): Answer => {
  if (body.code !== INVITATION_CODE) return failure(422, 'code_invalid', '这个码不能用。')
  const address = `otpauth://totp/demo?secret=${SECRET}`
  const totp = body.key === 'totp' ? { secret: SECRET, address } : null
  return [200, { person: totp ? resident : withRole(), desk: totp ? 'locked' : 'open', totp }]
}
