import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { VISITOR_ROLES, type VisitorRole } from '@little-bench/shared/pension/visitors'
import type { VisitState } from '@little-bench/shared/pension/ways'
import type { Role } from '@little-bench/shared/people/roles'
import type { RoleAssignment } from '../platform/http/viewer.ts'

const worksAs = (roles: readonly RoleAssignment[], communityId: string, those: readonly Role[]): boolean =>
  roles.some((assignment) => those.includes(assignment.role) && assignment.communityId === communityId)

/** Whether somebody can be sent to the doors of a community. */
export const makesVisits = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  worksAs(roles, communityId, VISITOR_ROLES)

/** Whether somebody plans the rounds of a community: its counter, to which the elders come and call. */
export const plansVisits = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  worksAs(roles, communityId, ['community_staff'])

/** The role under which an elder knows whoever comes. */
export const roleOfVisitor = (roles: readonly RoleAssignment[], communityId: string): VisitorRole | undefined =>
  VISITOR_ROLES.find((role) => worksAs(roles, communityId, [role]))

interface RoundOf {
  visitorId: string
  on: ServiceDate
}

/** While somebody may still be visited, there is a use for the door. */
const TO_VISIT: readonly VisitState[] = ['planned', 'not_at_home']

/**
 * Whether a reader sees behind which door somebody lives, their number, and why they are visited: whoever goes there, on
 * that day, until it is done. Not the day before, not the day after, and not whoever plans.
 */
export const showsDoor = (
  round: RoundOf,
  state: VisitState,
  { readerId, today }: { readerId: string; today: ServiceDate },
): boolean => round.visitorId === readerId && round.on === today && TO_VISIT.includes(state)

/** Whether a reader sees the whole name: whoever goes there, on that day. */
export const showsName = (round: RoundOf, { readerId, today }: { readerId: string; today: ServiceDate }): boolean =>
  round.visitorId === readerId && round.on === today
