import { type DeadlineClass, dueAfterPause, dueAtOf, type ServiceCalendar } from './deadline.ts'
import type { WorkItemEventKind } from './events.ts'

/** Three promises of one item, each with a clock of its own: somebody takes it, somebody answers, it is done. */
export const CLOCKS = ['acceptance', 'first_reply', 'resolve'] as const
export type Clock = (typeof CLOCKS)[number]

/** The time that each clock gives; a deadline class of the configuration. */
export type ClockClass = Readonly<Record<Clock, DeadlineClass>>

/** One clock of one item. */
export interface ClockState {
  dueAt: Date
  /** When it was stopped by its own event, or found to have run out. */
  endedAt: Date | null
}
export type ClockStates = Readonly<Record<Clock, ClockState>>

/** How a clock ended; what leaves without having been worked on counts for nobody. */
export const CLOCK_RESULTS = ['in_time', 'late', 'void'] as const
export type ClockResult = (typeof CLOCK_RESULTS)[number]

/** What an event did to the clocks: all that the figures are computed from. */
export type ClockChange =
  | { clock: Clock; change: 'started' | 'resumed'; dueAt: string }
  | { clock: Clock; change: 'paused' }
  | { clock: Clock; change: 'ended'; result: ClockResult }

/** Which events stop which clock. A public reply stops `first_reply`, whatever event carries it. */
export const CLOCKS_ENDED_BY: Partial<Record<WorkItemEventKind, readonly Clock[]>> = {
  claimed: ['acceptance'],
  accepted: ['acceptance'],
  referral_accepted: ['acceptance'],
  replied: ['first_reply'],
  asked: ['first_reply'],
  resolved: ['acceptance', 'first_reply', 'resolve'],
}

/** Events after which nobody waits for the promises any more. */
export const CLOCKS_VOIDED_BY: readonly WorkItemEventKind[] = ['withdrawn', 'closed', 'merged', 'converted']

export const startClocks = (start: Date, clockClass: ClockClass, calendar: ServiceCalendar): ClockStates => ({
  acceptance: { dueAt: dueAtOf(start, clockClass.acceptance, calendar), endedAt: null },
  first_reply: { dueAt: dueAtOf(start, clockClass.first_reply, calendar), endedAt: null },
  resolve: { dueAt: dueAtOf(start, clockClass.resolve, calendar), endedAt: null },
})

/** The clocks after an event and what changed; a clock that has ended stays as it is. */
export const endClocks = (
  clocks: ClockStates,
  event: WorkItemEventKind,
  now: Date,
): { clocks: ClockStates; changes: ClockChange[] } => {
  const isVoid = CLOCKS_VOIDED_BY.includes(event)
  const ending = (isVoid ? CLOCKS : (CLOCKS_ENDED_BY[event] ?? [])).filter((clock) => clocks[clock].endedAt === null)
  const result = (clock: Clock): ClockResult => {
    if (isVoid) return 'void'
    return now.getTime() <= clocks[clock].dueAt.getTime() ? 'in_time' : 'late'
  }
  return {
    clocks: withEnded(clocks, ending, now),
    changes: ending.map((clock) => ({ clock, change: 'ended', result: result(clock) })),
  }
}

/** The clock that has run out without its event: it ends late, once. */
export const endLate = (
  clocks: ClockStates,
  clock: Clock,
  now: Date,
): { clocks: ClockStates; changes: ClockChange[] } =>
  clocks[clock].endedAt === null
    ? { clocks: withEnded(clocks, [clock], now), changes: [{ clock, change: 'ended', result: 'late' }] }
    : { clocks, changes: [] }

/** Only the promise to resolve waits for somebody else; it goes on where it stood still. */
export const resumeClocks = (
  clocks: ClockStates,
  pause: { pausedAt: Date; resumedAt: Date },
  clockClass: ClockClass,
  calendar: ServiceCalendar,
): { clocks: ClockStates; changes: ClockChange[] } => {
  if (clocks.resolve.endedAt !== null) return { clocks, changes: [] }
  const dueAt = dueAfterPause(clocks.resolve.dueAt, pause, clockClass.resolve.kind, calendar)
  return {
    clocks: { ...clocks, resolve: { dueAt, endedAt: null } },
    changes: [{ clock: 'resolve', change: 'resumed', dueAt: dueAt.toISOString() }],
  }
}

export const startedChanges = (clocks: ClockStates): ClockChange[] =>
  CLOCKS.map((clock) => ({ clock, change: 'started', dueAt: clocks[clock].dueAt.toISOString() }))

const withEnded = (clocks: ClockStates, ending: readonly Clock[], endedAt: Date): ClockStates => {
  const after = (clock: Clock): ClockState =>
    ending.includes(clock) ? { dueAt: clocks[clock].dueAt, endedAt } : clocks[clock]
  return { acceptance: after('acceptance'), first_reply: after('first_reply'), resolve: after('resolve') }
}
