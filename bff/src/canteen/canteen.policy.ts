import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { RoleAssignment, Viewer } from '../platform/http/viewer.ts'

/** Roles that cook, serve and keep the till of their community's canteens. */
const SERVING: readonly RoleAssignment['role'][] = ['kitchen', 'community_staff']

/** Whether somebody works in the canteens of a community. */
export const servesMeals = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => SERVING.includes(assignment.role) && assignment.communityId === communityId)

/** Whether somebody may eat there at all: who lives in the community, or works nearby. */
export const mayEat = ({ livesHere, worksNearby }: Applicant): boolean => livesHere || worksNearby

/** Whose order it is reads it; whoever acts for them too, by what their grant allows. */
export const isTheirs = (order: { person_id: string }, viewer: Pick<Viewer, 'personId'>): boolean =>
  order.person_id === viewer.personId

const WAITS: readonly BookingState[] = ['waitlisted', 'offered']

/** Only a wish so far: nothing is ordered, and nothing costs anything. */
export const isWish = (state: BookingState): boolean => WAITS.includes(state)
