import { addDays, instantOf, shanghaiTime } from '../kernel/time.ts'

/** The hours in which the system wakes no resident: minutes since midnight in Asia/Shanghai, across midnight or not. */
export interface QuietHours {
  fromMinute: number
  /** The first minute of the day at which somebody may be told again. */
  toMinute: number
}

/** Now, or when the quiet hours are over. What somebody does to another, and an answer to one's own act, wait for nothing. */
export const afterQuietHours = (instant: Date, { fromMinute, toMinute }: QuietHours): Date => {
  const { date, minute } = shanghaiTime(instant)
  const isAcrossMidnight = fromMinute > toMinute
  const isEvening = minute >= fromMinute && (isAcrossMidnight || minute < toMinute)
  const isMorning = isAcrossMidnight && minute < toMinute
  if (!isEvening && !isMorning) return instant
  return instantOf(isEvening && isAcrossMidnight ? addDays(date, 1) : date, toMinute)
}

/** So many minutes on, of which none is a quiet one: somebody is given that long to answer, and may sleep. */
export const afterWakingMinutes = (instant: Date, minutes: number, quiet: QuietHours): Date => {
  let at = afterQuietHours(instant, quiet)
  let left = minutes * 60_000
  for (;;) {
    const evening = nextEvening(at, quiet)
    const awake = evening.getTime() - at.getTime()
    if (left <= awake) return new Date(at.getTime() + left)
    left -= awake
    at = afterQuietHours(evening, quiet)
  }
}

const nextEvening = (instant: Date, { fromMinute }: QuietHours): Date => {
  const { date, minute } = shanghaiTime(instant)
  return instantOf(minute < fromMinute ? date : addDays(date, 1), fromMinute)
}
