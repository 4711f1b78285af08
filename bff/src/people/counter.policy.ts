import type { RoleAssignment } from '../platform/http/viewer.ts'

/** Roles that help residents of their community in person. */
const BESIDE: readonly RoleAssignment['role'][] = ['grid_worker', 'grid_leader', 'community_staff']

/** Whether somebody may help the residents of a community: it is where they work. */
export const assistsCommunity = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => BESIDE.includes(assignment.role) && assignment.communityId === communityId)

/** Whose facts somebody may verify: everybody's in a community, or those of residents in some of its grid cells. */
export type VerifiableFacts = { everybody: true } | { everybody: false; gridCellIds: readonly string[] }

/** Community staff sit at the counter for all; grid workers and leaders know the people of their own cells. */
export const verifiableFacts = (roles: readonly RoleAssignment[], communityId: string): VerifiableFacts => {
  const here = roles.filter((assignment) => assignment.communityId === communityId && BESIDE.includes(assignment.role))
  if (here.some(({ role }) => role === 'community_staff')) return { everybody: true }
  return { everybody: false, gridCellIds: here.flatMap(({ gridCellId }) => gridCellId ?? []) }
}

/** Whether somebody lives in a community: only there can its counter help them. */
export const livesIn = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some(({ role, communityId: home }) => role === 'resident' && home === communityId)

/** The community that somebody calls home: whose counter tells them, and keeps what they give. */
export const homeCommunityOf = (roles: readonly RoleAssignment[]): string | undefined =>
  roles.find(({ role, communityId }) => role === 'resident' && communityId !== null)?.communityId ?? undefined
