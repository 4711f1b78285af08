import { type Role, SCOPE_OF_ROLE } from './roles.ts'

/** How staff prove in a session that it is theirs: by the WeChat account that took the invitation, or a code of an app. */
export const DESK_KEYS = ['wechat', 'totp'] as const
export type DeskKey = (typeof DESK_KEYS)[number]

export const STAFF_ROLES = [
  'grid_worker',
  'grid_leader',
  'community_staff',
  'subdistrict_staff',
  'department_staff',
  'mediation_committee',
  'mediator',
  'kitchen',
  'childcare_worker',
  'visiting_worker',
  'admin',
] as const satisfies readonly Exclude<Role, 'resident'>[]
export type StaffRole = (typeof STAFF_ROLES)[number]

interface Scoped {
  role: Role
  communityId: string | null
}

/** Whom staff of a community may invite into it; every other role is given by the administrator alone. */
const INVITED_BY_COMMUNITY: readonly StaffRole[] = [
  'grid_worker',
  'grid_leader',
  'kitchen',
  'childcare_worker',
  'visiting_worker',
]

/** Whether somebody may give or end a role: nobody gives one that reads more than their own. */
export const mayGiveRole = (held: readonly Scoped[], given: { role: StaffRole; communityId: string | null }): boolean =>
  held.some(({ role }) => role === 'admin') ||
  (INVITED_BY_COMMUNITY.includes(given.role) &&
    held.some(({ role, communityId }) => role === 'community_staff' && communityId === given.communityId))

/** Exactly the part of the town that a role is scoped to is named, and nothing else. */
export const hasScopeOfRole = (given: {
  role: StaffRole
  communityId?: unknown
  gridCellId?: unknown
  unitId?: unknown
}): boolean => {
  const scope = SCOPE_OF_ROLE[given.role]
  const isNamed = (value: unknown) => value !== undefined && value !== null
  return (
    isNamed(given.communityId) === (scope === 'community' || scope === 'grid_cell') &&
    isNamed(given.gridCellId) === (scope === 'grid_cell') &&
    isNamed(given.unitId) === (scope === 'unit')
  )
}
