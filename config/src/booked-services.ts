import { CHILDCARE_SESSIONS } from '@little-bench/shared/childcare/sessions'
import { minuteOf } from '@little-bench/shared/kernel/time'
import type { SlotPattern } from '@little-bench/shared/scheduling/slots'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { ActivityConfig, ChildcareCentreConfig } from './model.ts'
import type { ActivitiesFile } from './schema/activity.ts'
import type { ChildcareFile } from './schema/childcare.ts'

type CentreSource = ChildcareFile['centres'][number]

/** A centre as the server reads it: each group with a pattern for each session that it has places for. */
export const childcareCentreOf = (
  { openWeekdays: _openWeekdays, sessions, cutoff, groups, ...centre }: CentreSource,
  calendar: ServiceCalendar,
): ChildcareCentreConfig => {
  const offered = CHILDCARE_SESSIONS.flatMap((kind) => {
    const hours = sessions[kind]
    return hours === undefined ? [] : [{ kind, startsAt: minuteOf(hours.from), endsAt: minuteOf(hours.to) }]
  })
  return {
    ...centre,
    calendar,
    sessions: offered.map(({ kind }) => kind),
    groups: groups.map(({ places, ...group }) => ({
      ...group,
      patterns: offered
        .filter(({ kind }) => places[kind] > 0)
        .map((session) => ({
          ...session,
          cutoff: { daysBefore: cutoff.daysBefore, minute: minuteOf(cutoff.at) },
          capacity: places[session.kind],
        })),
    })),
  }
}

/** An activity as the server reads it. */
export const activityOf = (
  { weekdays, from, to, capacity, cutoff, days, ...activity }: ActivitiesFile['activities'][number],
  holidays: Pick<ServiceCalendar, 'closedOn' | 'makeUpWorkdays'>,
): ActivityConfig => {
  const pattern: SlotPattern = {
    kind: 'lesson',
    startsAt: minuteOf(from),
    endsAt: minuteOf(to),
    cutoff: { daysBefore: cutoff.daysBefore, minute: minuteOf(cutoff.at) },
    capacity,
    weekdays,
    days,
  }
  return {
    ...activity,
    pattern,
    calendar: {
      openWeekdays: [0, 1, 2, 3, 4, 5, 6],
      // A lesson keeps to its weekday; children are at school on a make-up workday, whatever its weekday.
      closedOn: [...holidays.closedOn, ...(activity.isForChildren ? holidays.makeUpWorkdays : [])],
      makeUpWorkdays: [],
      opensAt: pattern.startsAt,
      closesAt: pattern.endsAt,
    },
  }
}
