import type { RoleAssignment } from '../platform/http/viewer.ts'

/** The staff of a community decide what its residents read. */
export const decidesFor = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => assignment.role === 'community_staff' && assignment.communityId === communityId)
