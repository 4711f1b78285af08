import { addDays, instantOf, type ServiceDate, shanghaiTime } from '../kernel/time.ts'

/** Elapsed hours for what cannot wait, minutes on duty for what waits for the morning, or working days. */
export type DeadlineClass =
  | { kind: 'hours'; hours: number }
  | { kind: 'duty_minutes'; minutes: number }
  | { kind: 'working_days'; days: number }

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
 * When a clock that starts now runs out. Working-day classes do not count the day of the start: what arrives on Friday
 * with 1 working day is due at closing time of the next workday. Minutes on duty stand still outside the duty hours.
 */
export const dueAtOf = (start: Date, deadline: DeadlineClass, calendar: ServiceCalendar): Date => {
  switch (deadline.kind) {
    case 'hours':
      return new Date(start.getTime() + deadline.hours * HOUR_MS)
    case 'duty_minutes':
      return afterDutyTime(start, deadline.minutes * MINUTE_MS, calendar)
    case 'working_days':
      return instantOf(afterWorkdays(shanghaiTime(start).date, deadline.days, calendar), calendar.closesAt)
  }
}

/**
 * When a clock runs out that stood still from `pausedAt` to `resumedAt`: later by what it did not count meanwhile.
 * A clock that had run out before the pause has run out.
 */
export const dueAfterPause = (
  dueAt: Date,
  pause: { pausedAt: Date; resumedAt: Date },
  kind: DeadlineClass['kind'],
  calendar: ServiceCalendar,
): Date => {
  const { pausedAt, resumedAt } = pause
  if (dueAt.getTime() <= pausedAt.getTime() || resumedAt.getTime() <= pausedAt.getTime()) return dueAt
  switch (kind) {
    case 'hours':
      return new Date(dueAt.getTime() + resumedAt.getTime() - pausedAt.getTime())
    case 'duty_minutes':
      return afterDutyTime(resumedAt, dutyTimeBetween(pausedAt, dueAt, calendar), calendar)
    case 'working_days': {
      const paused = workdaysAfter(shanghaiTime(pausedAt).date, shanghaiTime(resumedAt).date, calendar)
      return paused === 0
        ? dueAt
        : instantOf(afterWorkdays(shanghaiTime(dueAt).date, paused, calendar), calendar.closesAt)
    }
  }
}

export const isOnDuty = (instant: Date, calendar: ServiceCalendar): boolean => {
  const { date, minute } = shanghaiTime(instant)
  return isWorkday(date, calendar) && minute >= calendar.opensAt && minute < calendar.closesAt
}

/** Now when on duty, or else the next opening: no reminder wakes anybody at midnight or on 藏历新年. */
export const nextOnDuty = (instant: Date, calendar: ServiceCalendar): Date => {
  if (isOnDuty(instant, calendar)) return instant
  const { date, minute } = shanghaiTime(instant)
  const opensToday = isWorkday(date, calendar) && minute < calendar.opensAt
  return instantOf(opensToday ? date : afterWorkdays(date, 1, calendar), calendar.opensAt)
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const afterWorkdays = (from: ServiceDate, days: number, calendar: ServiceCalendar): ServiceDate => {
  let date = from
  let remaining = days
  for (let step = 0; step < MAX_DAYS_AHEAD && remaining > 0; step += 1) {
    date = addDays(date, 1)
    if (isWorkday(date, calendar)) remaining -= 1
  }
  return date
}

/** Workdays after the first date, up to and with the last. */
const workdaysAfter = (first: ServiceDate, last: ServiceDate, calendar: ServiceCalendar): number => {
  let count = 0
  for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) if (isWorkday(date, calendar)) count += 1
  return count
}

/** The hours of duty of one day as instants; null when it is closed. */
const dutyOf = (date: ServiceDate, calendar: ServiceCalendar): { opens: number; closes: number } | null =>
  isWorkday(date, calendar)
    ? {
        opens: instantOf(date, calendar.opensAt).getTime(),
        closes: instantOf(date, calendar.closesAt).getTime(),
      }
    : null

const afterDutyTime = (start: Date, milliseconds: number, calendar: ServiceCalendar): Date => {
  let { date } = shanghaiTime(start)
  let remaining = milliseconds
  for (let step = 0; step < MAX_DAYS_AHEAD; step += 1, date = addDays(date, 1)) {
    const duty = dutyOf(date, calendar)
    if (!duty) continue
    const from = Math.max(duty.opens, start.getTime())
    if (from + remaining <= duty.closes) return new Date(from + remaining)
    remaining -= Math.max(0, duty.closes - from)
  }
  return instantOf(date, calendar.closesAt)
}

const dutyTimeBetween = (start: Date, end: Date, calendar: ServiceCalendar): number => {
  let time = 0
  for (let { date } = shanghaiTime(start); date <= shanghaiTime(end).date; date = addDays(date, 1)) {
    const duty = dutyOf(date, calendar)
    if (!duty) continue
    time += Math.max(0, Math.min(duty.closes, end.getTime()) - Math.max(duty.opens, start.getTime()))
  }
  return time
}
