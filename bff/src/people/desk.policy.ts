import type { Desk } from '@little-bench/shared/people/sign-in'
import type { RoleAssignment } from '../platform/http/viewer.ts'

type Roles = readonly RoleAssignment[]

export const isStaff = (roles: Roles): boolean => roles.some(({ role }) => role !== 'resident')

/** What somebody may do in a session: whoever has shown no second proof is the resident that they also are, or nobody. */
export const rolesWithin = (roles: Roles, reachesDesk: boolean): Roles =>
  reachesDesk ? roles : roles.filter(({ role }) => role === 'resident')

export const deskOf = (roles: Roles, reachesDesk: boolean): Desk => {
  if (!isStaff(roles)) return 'none'
  return reachesDesk ? 'open' : 'locked'
}
