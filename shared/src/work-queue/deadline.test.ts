import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, minuteOf, shanghaiTime } from '../kernel/time.ts'
import {
  type DeadlineClass,
  dueAfterPause,
  dueAtOf,
  isOnDuty,
  isWorkday,
  nextOnDuty,
  type ServiceCalendar,
} from './deadline.ts'

const daysFrom = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(from, index))

/** 藏历新年 and 春节 from Friday 5 to Saturday 13 February 2027; the Sunday before and the Saturday after are worked instead. */
const calendar: ServiceCalendar = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOn: daysFrom('2027-02-05', 9),
  makeUpWorkdays: ['2027-01-31', '2027-02-20'],
  opensAt: minuteOf('09:30'),
  closesAt: minuteOf('18:00'),
}

const workingDays = (days: number): DeadlineClass => ({ kind: 'working_days', days })
const at = (date: string, clock: string): Date => instantOf(date, minuteOf(clock))

describe('hours', () => {
  test('run through nights, weekends and 藏历新年', () => {
    expect(dueAtOf(at('2027-02-06', '23:00'), { kind: 'hours', hours: 2 }, calendar)).toEqual(at('2027-02-07', '01:00'))
    expect(dueAtOf(at('2027-02-05', '10:00'), { kind: 'hours', hours: 168 }, calendar)).toEqual(
      at('2027-02-12', '10:00'),
    )
  })
})

describe('working days', () => {
  test.each([
    ['Friday with one day is due on Monday', '2026-11-27', '16:00', 1, '2026-11-30'],
    ['Friday with three days is due on Wednesday', '2026-11-27', '16:00', 3, '2026-12-02'],
    ['Saturday with one day is due on Monday', '2026-11-28', '11:00', 1, '2026-11-30'],
    ['a day that has just begun does not count', '2026-11-23', '00:01', 1, '2026-11-24'],
    ['nor does a day that is nearly over', '2026-11-23', '23:59', 1, '2026-11-24'],
    ['the last day before 藏历新年 with one day is due after it', '2027-02-04', '10:00', 1, '2027-02-15'],
    ['in the middle of 藏历新年 the count starts after it', '2027-02-08', '10:00', 3, '2027-02-17'],
    ['a make-up Sunday counts', '2027-01-29', '10:00', 1, '2027-01-31'],
    ['a make-up Saturday counts', '2027-02-17', '10:00', 3, '2027-02-20'],
    ['an ordinary Saturday does not', '2027-02-24', '10:00', 3, '2027-03-01'],
  ])('%s', (_what, date, clock, days, dueOn) => {
    expect(dueAtOf(at(date, clock), workingDays(days), calendar)).toEqual(at(dueOn, '18:00'))
  })

  test('a make-up workday is open although it is also listed as closed', () => {
    expect(isWorkday('2027-02-08', { ...calendar, makeUpWorkdays: ['2027-02-08'] })).toBe(true)
  })

  test('a calendar that is never open ends the search instead of hanging', () => {
    const never: ServiceCalendar = { ...calendar, openWeekdays: [], makeUpWorkdays: [] }
    expect(dueAtOf(at('2026-11-23', '10:00'), workingDays(1), never).getTime()).toBeGreaterThan(
      at('2027-11-23', '10:00').getTime(),
    )
  })
})

describe('minutes on duty', () => {
  test.each([
    ['run while somebody is there', '2026-11-23', '10:00', 120, '2026-11-23', '12:00'],
    ['may end with the day', '2026-11-23', '16:00', 120, '2026-11-23', '18:00'],
    ['go on the next morning', '2026-11-23', '17:00', 120, '2026-11-24', '10:30'],
    ['begin with the opening when it comes at night', '2026-11-23', '03:00', 120, '2026-11-23', '11:30'],
    ['begin the next day when it comes in the evening', '2026-11-23', '21:00', 120, '2026-11-24', '11:30'],
    ['stand still over a weekend', '2026-11-27', '17:30', 120, '2026-11-30', '11:00'],
    ['stand still over 藏历新年', '2027-02-04', '17:30', 120, '2027-02-15', '11:00'],
    ['begin after 藏历新年 when it comes in the middle of it', '2027-02-08', '12:00', 120, '2027-02-15', '11:30'],
    ['run on a make-up Sunday', '2027-01-29', '17:30', 120, '2027-01-31', '11:00'],
    ['last several days when they are many', '2026-11-23', '10:00', 1200, '2026-11-25', '13:00'],
  ])('%s', (_what, date, clock, minutes, dueOn, dueAt) => {
    expect(dueAtOf(at(date, clock), { kind: 'duty_minutes', minutes }, calendar)).toEqual(at(dueOn, dueAt))
  })

  test('end although nobody is ever there', () => {
    const never: ServiceCalendar = { ...calendar, openWeekdays: [], makeUpWorkdays: [] }
    const due = dueAtOf(at('2026-11-23', '10:00'), { kind: 'duty_minutes', minutes: 1 }, never)
    expect(due.getTime()).toBeGreaterThan(at('2027-11-23', '10:00').getTime())
  })
})

describe('after a pause', () => {
  const later = (dueAt: Date, from: Date, to: Date, kind: DeadlineClass['kind']): Date =>
    dueAfterPause(dueAt, { pausedAt: from, resumedAt: to }, kind, calendar)

  test('hours are due later by exactly its length', () => {
    const due = at('2026-11-24', '10:00')
    expect(later(due, at('2026-11-23', '12:00'), at('2026-11-28', '15:00'), 'hours')).toEqual(at('2026-11-29', '13:00'))
  })

  test('minutes on duty go on with what was left of them', () => {
    // 60 of 120 minutes were left when it began; it ends on a Saturday.
    const due = at('2026-11-23', '12:00')
    expect(later(due, at('2026-11-23', '11:00'), at('2026-11-28', '15:00'), 'duty_minutes')).toEqual(
      at('2026-11-30', '10:30'),
    )
  })

  test('a night alone costs no minute on duty', () => {
    const due = at('2026-11-24', '10:30')
    expect(later(due, at('2026-11-23', '20:00'), at('2026-11-24', '08:00'), 'duty_minutes')).toEqual(due)
  })

  test('working days are due later by the workdays that passed, over a weekend, 藏历新年 and a make-up workday', () => {
    const due = at('2026-11-26', '18:00')
    expect(later(due, at('2026-11-25', '10:00'), at('2026-11-30', '10:00'), 'working_days')).toEqual(
      at('2026-12-01', '18:00'),
    )
    expect(
      later(at('2027-02-15', '18:00'), at('2027-02-04', '10:00'), at('2027-02-15', '10:00'), 'working_days'),
    ).toEqual(at('2027-02-16', '18:00'))
    expect(
      later(at('2027-02-19', '18:00'), at('2027-02-18', '10:00'), at('2027-02-19', '10:00'), 'working_days'),
    ).toEqual(at('2027-02-20', '18:00'))
  })

  test('within one day a working-day class loses nothing', () => {
    const due = at('2026-11-26', '18:00')
    expect(later(due, at('2026-11-25', '10:00'), at('2026-11-25', '17:00'), 'working_days')).toEqual(due)
  })

  test.each(['hours', 'duty_minutes', 'working_days'] as const)('what had run out before stays run out: %s', (kind) => {
    const due = at('2026-11-23', '12:00')
    expect(later(due, at('2026-11-23', '12:00'), at('2026-11-30', '12:00'), kind)).toEqual(due)
  })
})

describe('on duty', () => {
  test('from opening to closing of a workday', () => {
    expect(isOnDuty(at('2026-11-23', '09:29'), calendar)).toBe(false)
    expect(isOnDuty(at('2026-11-23', '09:30'), calendar)).toBe(true)
    expect(isOnDuty(at('2026-11-23', '17:59'), calendar)).toBe(true)
    expect(isOnDuty(at('2026-11-23', '18:00'), calendar)).toBe(false)
    expect(isOnDuty(at('2027-01-31', '10:00'), calendar)).toBe(true)
  })

  test.each([
    ['now when somebody is there', '2026-11-23', '10:00', '2026-11-23', '10:00'],
    ['this morning before the opening', '2026-11-23', '07:00', '2026-11-23', '09:30'],
    ['tomorrow in the evening', '2026-11-23', '18:00', '2026-11-24', '09:30'],
    ['on Monday after the weekend has begun', '2026-11-27', '19:00', '2026-11-30', '09:30'],
    ['after 藏历新年', '2027-02-06', '00:10', '2027-02-15', '09:30'],
    ['on the make-up Sunday', '2027-01-29', '20:00', '2027-01-31', '09:30'],
  ])('next: %s', (_what, date, clock, nextOn, nextAt) => {
    expect(nextOnDuty(at(date, clock), calendar)).toEqual(at(nextOn, nextAt))
  })
})

const start = fc.date({
  min: new Date('2026-11-01T00:00:00Z'),
  max: new Date('2027-04-01T00:00:00Z'),
  noInvalidDate: true,
})
const anyClass: fc.Arbitrary<DeadlineClass> = fc.oneof(
  fc.record({ kind: fc.constant('hours' as const), hours: fc.integer({ min: 1, max: 720 }) }),
  fc.record({ kind: fc.constant('duty_minutes' as const), minutes: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({ kind: fc.constant('working_days' as const), days: fc.integer({ min: 1, max: 20 }) }),
)

describe('whatever the pause', () => {
  const span = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * 60_000)

  test('it never brings the due date forward, and what was not over before it is not over when it ends', () => {
    fc.assert(
      fc.property(start, anyClass, span, span, (instant, deadline, until, length) => {
        const dueAt = dueAtOf(instant, deadline, calendar)
        const pausedAt = new Date(instant.getTime() + until)
        const pause = { pausedAt, resumedAt: new Date(pausedAt.getTime() + length) }
        const after = dueAfterPause(dueAt, pause, deadline.kind, calendar)
        expect(after.getTime()).toBeGreaterThanOrEqual(dueAt.getTime())
        // A working-day class counts whole days, so it may end at closing time of the day of the pause.
        const wasOpen = dueAt.getTime() > pausedAt.getTime()
        expect(wasOpen && deadline.kind !== 'working_days' && after <= pause.resumedAt && length > 0).toBe(false)
      }),
    )
  })

  test('none at all changes nothing', () => {
    fc.assert(
      fc.property(start, anyClass, span, (instant, deadline, until) => {
        const dueAt = dueAtOf(instant, deadline, calendar)
        const pausedAt = new Date(instant.getTime() + until)
        expect(dueAfterPause(dueAt, { pausedAt, resumedAt: pausedAt }, deadline.kind, calendar)).toEqual(dueAt)
      }),
    )
  })

  test('a longer one is never due sooner', () => {
    fc.assert(
      fc.property(start, anyClass, span, span, span, (instant, deadline, until, one, more) => {
        const dueAt = dueAtOf(instant, deadline, calendar)
        const pausedAt = new Date(instant.getTime() + until)
        const after = (length: number) =>
          dueAfterPause(dueAt, { pausedAt, resumedAt: new Date(pausedAt.getTime() + length) }, deadline.kind, calendar)
        expect(after(one + more).getTime()).toBeGreaterThanOrEqual(after(one).getTime())
      }),
    )
  })
})

describe('whatever the start', () => {
  const days = fc.integer({ min: 1, max: 20 })

  test('it is due at closing time of a workday', () => {
    fc.assert(
      fc.property(start, days, (instant, count) => {
        const { date, minute } = shanghaiTime(dueAtOf(instant, workingDays(count), calendar))
        expect([isWorkday(date, calendar), minute]).toEqual([true, calendar.closesAt])
      }),
    )
  })

  test('exactly the promised number of workdays lies after the day of the start', () => {
    fc.assert(
      fc.property(start, days, (instant, count) => {
        const from = shanghaiTime(instant).date
        const until = shanghaiTime(dueAtOf(instant, workingDays(count), calendar)).date
        const between = daysFrom(addDays(from, 1), 200).filter((date) => date <= until)
        expect(between.filter((date) => isWorkday(date, calendar))).toHaveLength(count)
      }),
    )
  })

  test('who comes later is never due earlier, and more days never end sooner', () => {
    fc.assert(
      fc.property(start, start, days, (one, other, count) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        const due = dueAtOf(earlier, workingDays(count), calendar)
        expect(dueAtOf(later, workingDays(count), calendar).getTime()).toBeGreaterThanOrEqual(due.getTime())
        expect(dueAtOf(earlier, workingDays(count + 1), calendar).getTime()).toBeGreaterThan(due.getTime())
      }),
    )
  })

  test('minutes on duty end while somebody is there, or as they close, with just so many of them before', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 2000 }), (instant, minutes) => {
        const due = dueAtOf(instant, { kind: 'duty_minutes', minutes }, calendar)
        expect(isOnDuty(new Date(due.getTime() - 1), calendar)).toBe(true)
        expect(dueAtOf(instant, { kind: 'duty_minutes', minutes: minutes + 1 }, calendar).getTime()).toBeGreaterThan(
          due.getTime(),
        )
      }),
    )
  })

  test('the next time on duty is on duty, and no time before it is', () => {
    fc.assert(
      fc.property(start, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (instant, share) => {
        const next = nextOnDuty(instant, calendar)
        expect(isOnDuty(next, calendar)).toBe(true)
        const between = new Date(instant.getTime() + Math.floor(share * (next.getTime() - instant.getTime())))
        expect(between < next && isOnDuty(between, calendar)).toBe(false)
      }),
    )
  })

  test('hours are hours', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 2160 }), (instant, hours) => {
        const due = dueAtOf(instant, { kind: 'hours', hours }, calendar)
        expect(due.getTime() - instant.getTime()).toBe(hours * 3_600_000)
      }),
    )
  })
})
