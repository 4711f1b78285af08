import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, minuteOf, shanghaiTime } from '../kernel/time.ts'
import { type DeadlineClass, dueAtOf, isWorkday, type ServiceCalendar } from './deadline.ts'

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

describe('whatever the start', () => {
  const start = fc.date({
    min: new Date('2026-11-01T00:00:00Z'),
    max: new Date('2027-04-01T00:00:00Z'),
    noInvalidDate: true,
  })
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

  test('hours are hours', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 2160 }), (instant, hours) => {
        const due = dueAtOf(instant, { kind: 'hours', hours }, calendar)
        expect(due.getTime() - instant.getTime()).toBe(hours * 3_600_000)
      }),
    )
  })
})
