import type { ActivityConfig } from '@little-bench/config/model'
import { yearsOld } from '@little-bench/shared/kernel/age'
import type { ErrorCode } from '@little-bench/shared/kernel/errors'
import { addDays, type ServiceDate } from '@little-bench/shared/kernel/time'
import type { RoleAssignment } from '../platform/http/viewer.ts'

/** No minor has an account: whoever has never said their age is a grown-up. */
const GROWN_UP_YEARS = 18

/** Days after a date on which its list is still read, so that somebody can be ticked off late. */
const ROSTER_DAYS = 7

/** Whether somebody keeps the lists of a community's activities. */
export const hostsActivities = (roles: readonly RoleAssignment[], communityId: string): boolean =>
  roles.some((assignment) => assignment.role === 'community_staff' && assignment.communityId === communityId)

/** Whether somebody born on that day is of the right age on the day of the activity; null when they have not said. */
export const isOfAge = (
  { fromYears, belowYears }: Pick<ActivityConfig, 'fromYears' | 'belowYears'>,
  bornOn: ServiceDate | null,
  on: ServiceDate,
): boolean => {
  if (bornOn === null) return (fromYears ?? 0) <= GROWN_UP_YEARS && belowYears === null
  if (bornOn > on) return false
  const years = yearsOld(bornOn, on)
  return years >= (fromYears ?? 0) && (belowYears === null || years < belowYears)
}

/** Who comes is read from the day before until a week after; undefined when it may be read. */
export const rosterRefusal = (on: ServiceDate, today: ServiceDate): ErrorCode | undefined =>
  today < addDays(on, -1) || today > addDays(on, ROSTER_DAYS) ? 'date_too_far' : undefined
