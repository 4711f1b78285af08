import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { Applicant } from '@little-bench/shared/scheduling/eligibility'
import type { RoleAssignment, Viewer } from '../platform/http/viewer.ts'
import type { SlotRow } from '../scheduling/index.ts'

/** Roles that cook, serve and keep the till of their community's canteens. */
const SERVING: readonly RoleAssignment['role'][] = ['kitchen', 'community_staff']

/** Whether somebody works in the canteens of a community. */
export const servesMeals = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => SERVING.includes(assignment.role) && assignment.communityId === communityId)

/** Days before and after a sitting on which it is worked at: what is still to be cooked, told or given back. */
const SHEET_DAYS = 7

/** Whether the kitchen reads who eats: nobody has a use for the names of last month. */
export const namesEaters = (on: ServiceDate, today: ServiceDate): boolean =>
  addDays(on, -SHEET_DAYS) <= today && today <= addDays(on, SHEET_DAYS)

/** So long before a sitting the first meals leave for the doors. */
const READY_MS = 2 * 3_600_000

/**
 * Whether a meal can be handed out, brought or taken back: from two hours before the sitting, to the end of the next day,
 * when what was noted on paper or without a network is written in.
 */
export const isServing = (
  { starts_at: startsAt, service_on: on }: Pick<SlotRow, 'starts_at' | 'service_on'>,
  now: Date,
): boolean => now.getTime() >= new Date(startsAt).getTime() - READY_MS && shanghaiTime(now).date <= addDays(on, 1)

/** Whether somebody may eat there at all: who lives in the community, or works nearby. */
export const mayEat = ({ livesHere, worksNearby }: Applicant): boolean => livesHere || worksNearby

/** Whose order it is reads it; whoever acts for them too, by what their grant allows. */
export const isTheirs = (order: { person_id: string }, viewer: Pick<Viewer, 'personId'>): boolean =>
  order.person_id === viewer.personId

const WAITS: readonly BookingState[] = ['waitlisted', 'offered']

/** Only a wish so far: nothing is ordered, and nothing costs anything. */
export const isWish = (state: BookingState): boolean => WAITS.includes(state)
