import { type Pause, RATING_DAYS } from './allowed-moves.ts'
import { CLOCKS, type Clock, type ClockStates } from './clocks.ts'
import { type DeadlineClass, dueAtOf, type ServiceCalendar } from './deadline.ts'
import { isOpen, type Outcome, type WorkItemState } from './lifecycle.ts'
import type { RaiseRule } from './priority.ts'

/** What the engine does by itself when a time has come. */
export const TIMERS = [
  /** A clock ran out: it ends late, the item climbs a rung, the resident sees one line. */
  'clock_ran_out',
  /** Still open a while after it climbed: the next rung. */
  'climb_again',
  /** Dispatched or claimed, and not touched since: back to the queue. */
  'return_untouched',
  /** The resident has not answered a question. */
  'ask_again',
  'close_unanswered',
  'end_suspension',
  'ask_to_rate',
  /** The resident has not rated within the window: closed as unrated, which is not satisfied. */
  'close_unrated',
] as const
export type TimerKind = (typeof TIMERS)[number]

export type Timer =
  | { kind: Exclude<TimerKind, 'clock_ran_out'>; at: Date }
  | { kind: 'clock_ran_out'; clock: Clock; at: Date }

/** How long the engine waits; `work-queue.yaml`. */
export interface TimerRules {
  /** An item that was taken and not touched goes back after this. */
  claimReturnsAfter: DeadlineClass
  /** Days after the question at which the resident is asked again: exactly two. */
  questionRemindersAfterDays: readonly [number, number]
  /** Days after the question at which it is closed: only ever after both reminders. */
  questionClosesAfterDays: number
  climbsAgainAfter: DeadlineClass
  ratingReminderAfterDays: number
  maxSuspensionDays: number
  /** Between two openings of an item. */
  maxSuspensions: number
  followUpAfterDays: number
  /** What neighbours who say 我也一样 do to an item's place in its queue. */
  endorsementsRaise: readonly RaiseRule[]
}

/** All that decides when an item next does something by itself. */
export interface TimedItem {
  state: WorkItemState
  outcome: Outcome | null
  clocks: ClockStates
  pause: Pause | null
  pausedAt: Date | null
  suspendedUntil: Date | null
  /** How often the resident was asked again since the question. */
  askedAgain: number
  /** When the assignee took it or last did something; null once nobody holds it. */
  touchedAt: Date | null
  /** False once the assignee has done anything beyond taking it. */
  isUntouched: boolean
  /** When it last climbed; null when it has not, or when no rung is left. */
  climbedAt: Date | null
  canClimb: boolean
  resolvedAt: Date | null
  ratedSolved: boolean | null
  isAskedToRate: boolean
  isChild: boolean
  /** Whoever made it ends it, at its own time. */
  isBatch: boolean
}

/** The earliest thing that will happen to an item by itself; null when it waits for people alone. */
export const nextTimer = (item: TimedItem, rules: TimerRules, calendar: ServiceCalendar): Timer | null =>
  timersOf(item, rules, calendar).reduce<Timer | null>(
    (first, timer) => (first === null || timer.at.getTime() < first.at.getTime() ? timer : first),
    null,
  )

const timersOf = (item: TimedItem, rules: TimerRules, calendar: ServiceCalendar): Timer[] => {
  // Nobody was promised it, and nobody waits to be asked.
  if (item.isBatch) return []
  if (item.state === 'resolved') return ratingTimers(item, rules)
  // Closing early does not spare anybody the question whether it is solved.
  if (item.state === 'closed' && item.outcome === 'solved') return reminderTimers(item, rules)
  if (!isOpen(item.state)) return []
  return [...clockTimers(item), ...climbTimers(item, rules, calendar), ...holderTimers(item, rules, calendar)]
}

const DAY_MS = 86_400_000
const daysAfter = (start: Date, days: number): Date => new Date(start.getTime() + days * DAY_MS)

const clockTimers = ({ clocks, pause }: TimedItem): Timer[] =>
  CLOCKS.filter((clock) => clocks[clock].endedAt === null && !(clock === 'resolve' && pause !== null)).map((clock) => ({
    kind: 'clock_ran_out',
    clock,
    at: clocks[clock].dueAt,
  }))

const climbTimers = (item: TimedItem, rules: TimerRules, calendar: ServiceCalendar): Timer[] =>
  item.climbedAt !== null && item.canClimb && item.pause === null
    ? [{ kind: 'climb_again', at: dueAtOf(item.climbedAt, rules.climbsAgainAfter, calendar) }]
    : []

const holderTimers = (item: TimedItem, rules: TimerRules, calendar: ServiceCalendar): Timer[] => {
  const { pause, pausedAt, suspendedUntil, touchedAt } = item
  if (pause === 'suspended') return suspendedUntil === null ? [] : [{ kind: 'end_suspension', at: suspendedUntil }]
  if (pause === 'waiting_for_resident')
    return pausedAt === null ? [] : [questionTimer(pausedAt, item.askedAgain, rules)]
  if (item.state === 'queued' || touchedAt === null || !item.isUntouched) return []
  return [{ kind: 'return_untouched', at: dueAtOf(touchedAt, rules.claimReturnsAfter, calendar) }]
}

const questionTimer = (askedAt: Date, askedAgain: number, rules: TimerRules): Timer => {
  const reminderAfter = rules.questionRemindersAfterDays[askedAgain]
  return reminderAfter === undefined
    ? { kind: 'close_unanswered', at: daysAfter(askedAt, rules.questionClosesAfterDays) }
    : { kind: 'ask_again', at: daysAfter(askedAt, reminderAfter) }
}

const ratingTimers = (item: TimedItem, rules: TimerRules): Timer[] => {
  const { resolvedAt, ratedSolved, isChild } = item
  if (resolvedAt === null || ratedSolved !== null || isChild) return []
  return [...reminderTimers(item, rules), { kind: 'close_unrated', at: daysAfter(resolvedAt, RATING_DAYS) }]
}

/** Once, and before the time for rating is over. */
const reminderTimers = (item: TimedItem, { ratingReminderAfterDays }: TimerRules): Timer[] => {
  const { resolvedAt, ratedSolved, isAskedToRate, isChild } = item
  const isAsking = resolvedAt !== null && ratedSolved === null && !isAskedToRate && !isChild
  if (!isAsking || ratingReminderAfterDays >= RATING_DAYS) return []
  return [{ kind: 'ask_to_rate', at: daysAfter(resolvedAt, ratingReminderAfterDays) }]
}
