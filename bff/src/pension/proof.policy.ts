import type { ProofRecorder } from '@little-bench/shared/pension/ways'
import type { Authority } from '../platform/authority.ts'
import type { RoleAssignment } from '../platform/http/viewer.ts'

/** As whom somebody writes down that it is done: for themselves, by a grant, or beside the person at the counter. */
export const recorderOf = (authority: Authority | null): Exclude<ProofRecorder, 'visitor'> => {
  if (authority === null) return 'person'
  return authority.kind === 'grant' ? 'proxy' : 'counter'
}

/** Whose proofs somebody follows: everybody's of a community, or those of people in some of its grid cells. */
export type Followed = { everybody: true } | { everybody: false; gridCellIds: readonly string[] }

const BY_CELL: readonly RoleAssignment['role'][] = ['grid_worker', 'grid_leader']

/** The counter looks after all, grid workers and leaders after their own cells; null for whoever works elsewhere. */
export const followedBy = (roles: readonly RoleAssignment[], communityId: string): Followed | null => {
  const here = roles.filter((assignment) => assignment.communityId === communityId)
  if (here.some(({ role }) => role === 'community_staff')) return { everybody: true }
  const gridCellIds = here.filter(({ role }) => BY_CELL.includes(role)).flatMap(({ gridCellId }) => gridCellId ?? [])
  return gridCellIds.length === 0 ? null : { everybody: false, gridCellIds }
}

/** Of somebody of whom nobody knows where they live, the counter alone knows. */
export const follows = (followed: Followed, gridCellId: string | null): boolean =>
  followed.everybody || (gridCellId !== null && followed.gridCellIds.includes(gridCellId))
