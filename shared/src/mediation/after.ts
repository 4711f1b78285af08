import { addDays, type ServiceDate } from '../kernel/time.ts'

/** 回访: both sides are asked, each on their own, so many days after the agreement. */
export const FOLLOW_UP_DAYS = [7, 30] as const

export const followUpsOn = (agreedOn: ServiceDate): ServiceDate[] =>
  FOLLOW_UP_DAYS.map((days) => addDays(agreedOn, days))

/** 人民调解法 33: both may ask the court together to confirm an agreement within so many days from when it took effect. */
export const COURT_CONFIRMATION_DAYS = 30
/** Days after the effect on which both are reminded of it. */
export const COURT_REMINDER_DAYS = [7, 20, 27] as const

/** The last day on which the court can be asked. */
export const confirmableUntil = (effectiveOn: ServiceDate): ServiceDate => addDays(effectiveOn, COURT_CONFIRMATION_DAYS)

/** The days on which both sides are reminded. */
export const courtRemindersOn = (effectiveOn: ServiceDate): ServiceDate[] =>
  COURT_REMINDER_DAYS.map((days) => addDays(effectiveOn, days))
