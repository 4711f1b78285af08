import { addDays, instantOf, type ServiceDate, shanghaiTime } from '../kernel/time.ts'

/** Elapsed hours for what cannot wait, or working days of the service calendar. */
export type DeadlineClass = { kind: 'hours'; hours: number } | { kind: 'working_days'; days: number }

/**
 * Open days both ways: a weekday pattern, days closed beyond it (藏历新年, 雪顿节), and make-up workdays (调休) on which
 * it is open although the pattern says closed.
 */
export interface ServiceCalendar {
  /** 0 is Sunday. */
  openWeekdays: readonly number[]
  closedOn: readonly ServiceDate[]
  makeUpWorkdays: readonly ServiceDate[]
  /** Minutes since midnight in Asia/Shanghai. */
  opensAt: number
  closesAt: number
}

export const isWorkday = (date: ServiceDate, calendar: ServiceCalendar): boolean => {
  if (calendar.makeUpWorkdays.includes(date)) return true
  if (calendar.closedOn.includes(date)) return false
  return calendar.openWeekdays.includes(new Date(`${date}T00:00:00.000Z`).getUTCDay())
}

/** A calendar without a single open day in this many days is broken, not slow. */
const MAX_DAYS_AHEAD = 400

/**
 * When an item that starts now is due. Working-day classes do not count the day of the start: what arrives on Friday
 * with 1 working day is due at closing time of the next workday.
 */
export const dueAtOf = (start: Date, deadline: DeadlineClass, calendar: ServiceCalendar): Date => {
  if (deadline.kind === 'hours') return new Date(start.getTime() + deadline.hours * 3_600_000)
  let date = shanghaiTime(start).date
  let remaining = deadline.days
  for (let step = 0; step < MAX_DAYS_AHEAD && remaining > 0; step += 1) {
    date = addDays(date, 1)
    if (isWorkday(date, calendar)) remaining -= 1
  }
  return instantOf(date, calendar.closesAt)
}
