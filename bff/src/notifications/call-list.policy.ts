import type { RoleAssignment } from '../platform/http/viewer.ts'

/** Whether somebody calls the residents of a community: they sit at its counter, and at no other. */
export const callsFor = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => assignment.role === 'community_staff' && assignment.communityId === communityId)
