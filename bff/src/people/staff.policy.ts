import type { LoadedConfig } from '@little-bench/config/model'
import { mayGiveRole, STAFF_ROLES, type StaffRole } from '@little-bench/shared/people/staff'
import type { RoleAssignment } from '../platform/http/viewer.ts'

/** A role as it is given: what is not named reaches nothing. */
export interface GivenRole {
  role: StaffRole
  communityId?: string | undefined
  gridCellId?: string | undefined
  unitId?: string | undefined
}
export type StaffAssignment = RoleAssignment & { role: StaffRole }

export const assignmentOf = ({ role, communityId, gridCellId, unitId }: GivenRole): StaffAssignment => ({
  role,
  communityId: communityId ?? null,
  gridCellId: gridCellId ?? null,
  unitId: unitId ?? null,
})

/** Whether what a role is to reach is there. */
export const isKnownScope = (
  config: LoadedConfig,
  { communityId, gridCellId, unitId }: Omit<RoleAssignment, 'role'>,
): boolean => {
  const community = communityId === null ? undefined : config.communities.get(communityId)
  if (communityId !== null && !community) return false
  if (gridCellId !== null && !community?.gridCells.some(({ id }) => id === gridCellId)) return false
  return unitId === null || config.units.has(unitId)
}

/** Whether somebody with these roles may give or end that one. */
export const mayGive = (held: readonly RoleAssignment[], { role, communityId }: RoleAssignment): boolean => {
  const given = STAFF_ROLES.find((one) => one === role)
  return given !== undefined && mayGiveRole(held, { role: given, communityId })
}
