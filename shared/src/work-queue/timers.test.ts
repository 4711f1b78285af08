import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf, minuteOf } from '../kernel/time.ts'
import { RATING_DAYS } from './allowed-moves.ts'
import type { ClockStates } from './clocks.ts'
import type { ServiceCalendar } from './deadline.ts'
import { OUTCOMES } from './lifecycle.ts'
import { nextTimer, type TimedItem, type TimerRules } from './timers.ts'

const calendar: ServiceCalendar = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOn: [],
  makeUpWorkdays: [],
  opensAt: minuteOf('09:30'),
  closesAt: minuteOf('18:00'),
}
const rules: TimerRules = {
  claimReturnsAfter: { kind: 'duty_minutes', minutes: 480 },
  questionRemindersAfterDays: [3, 6],
  questionClosesAfterDays: 9,
  climbsAgainAfter: { kind: 'working_days', days: 1 },
  ratingReminderAfterDays: 5,
  maxSuspensionDays: 30,
  maxSuspensions: 2,
  endorsementsRaise: [],
  followUpAfterDays: 7,
}
const at = (date: string, clock: string): Date => instantOf(date, minuteOf(clock))
const monday = at('2026-11-23', '10:00')
const DAY_MS = 86_400_000
const daysLater = (days: number): Date => new Date(monday.getTime() + days * DAY_MS)

const running = (dueAt: Date) => ({ dueAt, endedAt: null })
const clocks: ClockStates = {
  acceptance: running(at('2026-11-23', '14:00')),
  first_reply: running(at('2026-11-24', '18:00')),
  resolve: running(at('2026-11-26', '18:00')),
}
const ended = (at_: Date) => ({ dueAt: at_, endedAt: at_ })
const allEnded: ClockStates = { acceptance: ended(monday), first_reply: ended(monday), resolve: ended(monday) }

const queued: TimedItem = {
  state: 'queued',
  outcome: null,
  clocks,
  pause: null,
  pausedAt: null,
  suspendedUntil: null,
  askedAgain: 0,
  touchedAt: null,
  isUntouched: false,
  climbedAt: null,
  canClimb: true,
  resolvedAt: null,
  ratedSolved: null,
  isAskedToRate: false,
  isChild: false,
  isBatch: false,
}
const accepted: TimedItem = { ...queued, state: 'accepted', clocks: allEnded, touchedAt: monday }
const resolved: TimedItem = { ...queued, state: 'resolved', clocks: allEnded, resolvedAt: monday }
const next = (item: TimedItem) => nextTimer(item, rules, calendar)

describe('an open item', () => {
  test('waits for the first of its promises to run out', () => {
    expect(next(queued)).toEqual({ kind: 'clock_ran_out', clock: 'acceptance', at: clocks.acceptance.dueAt })
    expect(next({ ...queued, clocks: { ...clocks, acceptance: ended(monday) } })).toEqual({
      kind: 'clock_ran_out',
      clock: 'first_reply',
      at: clocks.first_reply.dueAt,
    })
  })

  test('of which every promise has ended waits for people alone', () => {
    expect(next({ ...queued, clocks: allEnded })).toBeNull()
  })

  test('that has climbed climbs again a working day later, as long as a rung is left', () => {
    const climbed = { ...queued, clocks: allEnded, climbedAt: monday }
    expect(next(climbed)).toEqual({ kind: 'climb_again', at: at('2026-11-24', '18:00') })
    expect(next({ ...climbed, canClimb: false })).toBeNull()
  })

  test('that was taken and not touched goes back after 480 minutes on duty', () => {
    expect(next({ ...accepted, isUntouched: true })).toEqual({
      kind: 'return_untouched',
      at: at('2026-11-23', '18:00'),
    })
    const friday = { ...accepted, isUntouched: true, touchedAt: at('2026-11-27', '16:00') }
    expect(next(friday)?.at).toEqual(at('2026-11-30', '15:30'))
    expect(next({ ...friday, state: 'dispatched' })?.kind).toBe('return_untouched')
  })

  test('stays with whoever has begun', () => {
    expect(next({ ...accepted, isUntouched: false })).toBeNull()
    expect(next({ ...accepted, isUntouched: true, touchedAt: null })).toBeNull()
  })
})

describe('a question that the resident has not answered', () => {
  const asked: TimedItem = { ...accepted, pause: 'waiting_for_resident', pausedAt: monday, isUntouched: true }

  test('is asked again twice, and only then closed', () => {
    expect(next(asked)).toEqual({ kind: 'ask_again', at: daysLater(3) })
    expect(next({ ...asked, askedAgain: 1 })).toEqual({ kind: 'ask_again', at: daysLater(6) })
    expect(next({ ...asked, askedAgain: 2 })).toEqual({ kind: 'close_unanswered', at: daysLater(9) })
  })

  test('is never closed before two reminders, whatever else is true of the item', () => {
    fc.assert(
      fc.property(
        fc.record({
          askedAgain: fc.integer({ min: 0, max: 1 }),
          isUntouched: fc.boolean(),
          canClimb: fc.boolean(),
          climbedAt: fc.option(fc.constant(monday)),
          clocks: fc.constantFrom(clocks, allEnded),
          state: fc.constantFrom('queued', 'dispatched', 'accepted'),
        } as const),
        (rest) => {
          expect(next({ ...asked, ...rest })?.kind).not.toBe('close_unanswered')
        },
      ),
    )
  })

  test('stops the promise to resolve, the climbing and the return, and no other promise', () => {
    const late = { ...asked, climbedAt: monday, clocks: { ...allEnded, resolve: running(daysLater(1)) } }
    expect(next(late)?.kind).toBe('ask_again')
    expect(next({ ...late, clocks })).toMatchObject({ kind: 'clock_ran_out', clock: 'acceptance' })
  })
})

describe('a suspended item', () => {
  const suspended: TimedItem = { ...accepted, pause: 'suspended', pausedAt: monday, suspendedUntil: daysLater(20) }

  test('goes on when its time has come, and is not late before', () => {
    const due = { ...suspended, clocks: { ...allEnded, resolve: running(daysLater(1)) } }
    expect(next(due)).toEqual({ kind: 'end_suspension', at: daysLater(20) })
  })

  test('does nothing by itself without an end', () => {
    expect(next({ ...suspended, suspendedUntil: null })).toBeNull()
  })
})

describe('a resolved item', () => {
  test('asks once for the rating, and is closed when nobody rated it in time', () => {
    expect(next(resolved)).toEqual({ kind: 'ask_to_rate', at: daysLater(5) })
    expect(next({ ...resolved, isAskedToRate: true })).toEqual({ kind: 'close_unrated', at: daysLater(RATING_DAYS) })
  })

  test('does nothing by itself once it is rated, when it is part of another, or without a time of resolving', () => {
    expect(next({ ...resolved, ratedSolved: false })).toBeNull()
    expect(next({ ...resolved, isChild: true })).toBeNull()
    expect([queued, accepted, resolved].map((item) => next({ ...item, isBatch: true }))).toEqual([null, null, null])
    expect(next({ ...resolved, resolvedAt: null })).toBeNull()
  })
})

describe('a closed item', () => {
  const closed: TimedItem = { ...resolved, state: 'closed', outcome: 'solved' }

  test('that staff closed as solved before anybody rated it still asks for the rating, once', () => {
    expect(next(closed)).toEqual({ kind: 'ask_to_rate', at: daysLater(5) })
    expect(next({ ...closed, isAskedToRate: true })).toBeNull()
  })

  test('asks for nothing once it is rated, when it is part of another, or when it was not closed as solved', () => {
    expect(next({ ...closed, ratedSolved: true })).toBeNull()
    expect(next({ ...closed, isChild: true })).toBeNull()
    expect(next({ ...closed, resolvedAt: null })).toBeNull()
    for (const outcome of OUTCOMES.filter((each) => each !== 'solved')) expect(next({ ...closed, outcome })).toBeNull()
  })

  test('never asks when the time for rating is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (ratingReminderAfterDays, isClosed) => {
        const timer = nextTimer(isClosed ? closed : resolved, { ...rules, ratingReminderAfterDays }, calendar)
        const isLate = timer !== null && timer.at.getTime() >= daysLater(RATING_DAYS).getTime()
        expect(timer?.kind === 'ask_to_rate' && isLate).toBe(false)
      }),
    )
  })

  test('does nothing else by itself, whatever is left of it', () => {
    const left = { ...closed, isAskedToRate: true, climbedAt: monday, touchedAt: monday, clocks }
    expect(next(left)).toBeNull()
    expect(next({ ...left, pause: 'suspended', suspendedUntil: daysLater(1), isUntouched: true })).toBeNull()
  })
})
