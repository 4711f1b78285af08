import type { Role } from './roles.ts'

/** `anyone` needs no session, `session` any session; the rest are `resource.verb` and follow from roles. */
export type Permission =
  | 'anyone'
  | 'session'
  | 'issue.report'
  | 'file.upload'
  | 'item.rate'
  | 'item.move'
  | 'queue.read'
  | 'ledger.export'
  | 'grid.redraw'
  | 'profile.own'
  | 'resident.assist'
  | 'fact.verify'
  | 'call.record'
  | 'booking.own'
  | 'meal.serve'
  | 'child.care'
  | 'activity.host'
  | 'case.request'
  | 'case.own'
  | 'case.read'
  | 'mediation.work'
  | 'mediation.lead'
  | 'mediation.oversee'
  | 'proof.own'
  | 'proof.follow'
  | 'visit.plan'
  | 'visit.make'
  | 'staff.invite'
  | 'delivery.read'
  | 'content.decide'
  | 'data.own'

type GrantedPermission = Exclude<Permission, 'anyone' | 'session'>

const RESIDENT: readonly GrantedPermission[] = [
  'issue.report',
  'file.upload',
  'item.rate',
  'item.move',
  'profile.own',
  'booking.own',
  'case.request',
  'case.own',
  'case.read',
  'proof.own',
  'data.own',
]
const QUEUE_STAFF: readonly GrantedPermission[] = ['queue.read', 'item.move', 'file.upload']
/** Whoever sits at the counter or walks a grid cell helps residents in person. */
const BESIDE_RESIDENTS: readonly GrantedPermission[] = [
  ...QUEUE_STAFF,
  'resident.assist',
  'fact.verify',
  'proof.follow',
  'visit.make',
]
const OVERSIGHT: readonly GrantedPermission[] = [...QUEUE_STAFF, 'ledger.export']

/** Deny by default: a role may do what stands here and nothing else. Which item it may do it to is each feature's policy. */
export const PERMISSIONS_OF_ROLE: Record<Role, readonly GrantedPermission[]> = {
  resident: RESIDENT,
  grid_worker: BESIDE_RESIDENTS,
  grid_leader: BESIDE_RESIDENTS,
  community_staff: [
    ...OVERSIGHT,
    ...BESIDE_RESIDENTS,
    'grid.redraw',
    'call.record',
    'meal.serve',
    'activity.host',
    'visit.plan',
    'staff.invite',
    'delivery.read',
    'content.decide',
  ],
  subdistrict_staff: [...OVERSIGHT, 'mediation.oversee'],
  department_staff: QUEUE_STAFF,
  mediation_committee: [...QUEUE_STAFF, 'case.read', 'mediation.work', 'mediation.lead', 'mediation.oversee'],
  mediator: ['case.read', 'mediation.work'],
  kitchen: [...QUEUE_STAFF, 'meal.serve'],
  // Who a child is and who fetches it is for those who look after it: not for the community's staff.
  childcare_worker: [...QUEUE_STAFF, 'child.care'],
  visiting_worker: [...QUEUE_STAFF, 'visit.make'],
  // Keeps the system running and gives roles; reads nobody's items.
  admin: ['staff.invite', 'delivery.read'],
}

/** Whoever was invited without an account reaches their case, and nothing else that needs a session. */
const PARTY: readonly Permission[] = ['anyone', 'case.own', 'case.read']

export const mayParty = (permission: Permission): boolean => PARTY.includes(permission)

export const hasPermission = (roles: readonly Role[], permission: Permission): boolean =>
  permission === 'anyone' ||
  permission === 'session' ||
  roles.some((role) => PERMISSIONS_OF_ROLE[role].includes(permission))
