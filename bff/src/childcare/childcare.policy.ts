import type { ChildcareCentreConfig } from '@little-bench/config/model'
import type { ErrorCode } from '@little-bench/shared/kernel/errors'
import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { type Applicant, decidedBy } from '@little-bench/shared/scheduling/eligibility'
import { reaches } from '../platform/authority.ts'
import type { RoleAssignment, Viewer } from '../platform/http/viewer.ts'

/** Days before and after today of which a worker reads: no further than what is still to be done or told. */
const ROSTER_DAYS = 7

/** Whether somebody looks after the children of a community. */
export const caresForChildren = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => assignment.role === 'childcare_worker' && assignment.communityId === communityId)

/** Whether a family may come to a centre on a day: one of its rules in force must hold. */
export const isAdmitted = ({ admission }: ChildcareCentreConfig, guardian: Applicant, on: ServiceDate): boolean =>
  decidedBy(admission, guardian, on) !== undefined

/** Why a day cannot be booked; undefined when it can. */
export const dayRefusal = (
  on: ServiceDate,
  { daysAhead }: Pick<ChildcareCentreConfig, 'daysAhead'>,
  today: ServiceDate,
): ErrorCode | undefined => {
  if (on < today) return 'date_in_past'
  return on >= addDays(today, daysAhead) ? 'date_too_far' : undefined
}

/** Why a worker may not read of a day; undefined when they may. */
export const rosterRefusal = (on: ServiceDate, today: ServiceDate): ErrorCode | undefined => {
  if (on < addDays(today, -ROSTER_DAYS)) return 'date_in_past'
  return on > addDays(today, ROSTER_DAYS) ? 'date_too_far' : undefined
}

/** What a child may not eat is known on the day and the day before, when food is bought; afterwards to nobody. */
export const showsNeeds = (on: ServiceDate, today: ServiceDate): boolean => on === today || on === addDays(today, 1)

/** Who fetches a child, and their numbers, only on the day itself. */
export const showsPickUps = (on: ServiceDate, today: ServiceDate): boolean => on === today

/** After the cut-off the seat cannot go to anybody else: until the day ends the centre is told that nobody comes. */
export const canReportAbsence = (
  state: BookingState,
  { cutoff_at: cutoffAt, service_on: on }: { cutoff_at: string; service_on: ServiceDate },
  viewer: Pick<Viewer, 'authority'>,
  now: Date,
): boolean =>
  reaches(viewer, 'childcare', 'manage') &&
  state === 'booked' &&
  now >= new Date(cutoffAt) &&
  shanghaiTime(now).date <= on
