import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, minuteOf } from '../kernel/time.ts'
import {
  CLOCKS,
  CLOCKS_ENDED_BY,
  CLOCKS_VOIDED_BY,
  type ClockClass,
  endClocks,
  endLate,
  resumeClocks,
  startClocks,
  startedChanges,
} from './clocks.ts'
import type { ServiceCalendar } from './deadline.ts'
import { WORK_ITEM_EVENTS } from './events.ts'

/** 藏历新年 and 春节 from Friday 5 to Saturday 13 February 2027; the Sunday before and the Saturday after are worked instead. */
const calendar: ServiceCalendar = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOn: Array.from({ length: 9 }, (_, index) => addDays('2027-02-05', index)),
  makeUpWorkdays: ['2027-01-31', '2027-02-20'],
  opensAt: minuteOf('09:30'),
  closesAt: minuteOf('18:00'),
}
const threeDays: ClockClass = {
  acceptance: { kind: 'duty_minutes', minutes: 240 },
  first_reply: { kind: 'working_days', days: 1 },
  resolve: { kind: 'working_days', days: 3 },
}
const oneDay: ClockClass = {
  acceptance: { kind: 'duty_minutes', minutes: 120 },
  first_reply: { kind: 'hours', hours: 12 },
  resolve: { kind: 'hours', hours: 24 },
}
const at = (date: string, clock: string): Date => instantOf(date, minuteOf(clock))
const monday = at('2026-11-23', '10:00')
const started = startClocks(monday, threeDays, calendar)

const dueAts = (start: Date, clockClass: ClockClass): Date[] => {
  const clocks = startClocks(start, clockClass, calendar)
  return CLOCKS.map((clock) => clocks[clock].dueAt)
}

describe('three clocks start with an item', () => {
  test('over a weekend the minutes on duty and the working days stand still', () => {
    expect(dueAts(at('2026-11-27', '16:00'), threeDays)).toEqual([
      at('2026-11-30', '11:30'),
      at('2026-11-30', '18:00'),
      at('2026-12-02', '18:00'),
    ])
  })

  test('and elapsed hours do not', () => {
    expect(dueAts(at('2026-11-27', '17:30'), oneDay)).toEqual([
      at('2026-11-30', '11:00'),
      at('2026-11-28', '05:30'),
      at('2026-11-28', '17:30'),
    ])
  })

  test('over 藏历新年 they wait for the first workday after it', () => {
    expect(dueAts(at('2027-02-04', '17:00'), threeDays)).toEqual([
      at('2027-02-15', '12:30'),
      at('2027-02-15', '18:00'),
      at('2027-02-17', '18:00'),
    ])
  })

  test('a make-up workday counts for all of them', () => {
    expect(dueAts(at('2027-01-29', '17:00'), threeDays)).toEqual([
      at('2027-01-31', '12:30'),
      at('2027-01-31', '18:00'),
      at('2027-02-02', '18:00'),
    ])
  })

  test('and again when it is reopened: from the day of reopening, whatever was promised before', () => {
    const { clocks: ended } = endClocks(started, 'resolved', at('2026-11-24', '11:00'))
    const reopened = startClocks(at('2027-02-19', '15:00'), threeDays, calendar)
    expect(CLOCKS.every((clock) => ended[clock].endedAt !== null)).toBe(true)
    expect(CLOCKS.map((clock) => reopened[clock])).toEqual([
      { dueAt: at('2027-02-20', '10:30'), endedAt: null },
      { dueAt: at('2027-02-20', '18:00'), endedAt: null },
      { dueAt: at('2027-02-23', '18:00'), endedAt: null },
    ])
  })

  test('each says that it has started, and until when', () => {
    expect(startedChanges(started)).toEqual([
      { clock: 'acceptance', change: 'started', dueAt: at('2026-11-23', '14:00').toISOString() },
      { clock: 'first_reply', change: 'started', dueAt: at('2026-11-24', '18:00').toISOString() },
      { clock: 'resolve', change: 'started', dueAt: at('2026-11-26', '18:00').toISOString() },
    ])
  })
})

describe('a clock ends', () => {
  test('in time up to the very instant, and late after it', () => {
    const due = started.acceptance.dueAt
    const after = new Date(due.getTime() + 1)
    expect(endClocks(started, 'claimed', due).changes).toEqual([
      { clock: 'acceptance', change: 'ended', result: 'in_time' },
    ])
    expect(endClocks(started, 'claimed', after).changes).toEqual([
      { clock: 'acceptance', change: 'ended', result: 'late' },
    ])
  })

  test.each(['claimed', 'accepted', 'referral_accepted'] as const)('for acceptance when it is %s', (event) => {
    const { clocks } = endClocks(started, event, monday)
    expect([clocks.acceptance.endedAt, clocks.first_reply.endedAt, clocks.resolve.endedAt]).toEqual([
      monday,
      null,
      null,
    ])
  })

  test.each(['replied', 'asked'] as const)('for the first reply when the resident is %s', (event) => {
    expect(endClocks(started, event, monday).changes.map(({ clock }) => clock)).toEqual(['first_reply'])
  })

  test('not by being handed out: nobody has said yes', () => {
    expect(endClocks(started, 'dispatched', monday)).toEqual({ clocks: started, changes: [] })
  })

  test('all at once when it is resolved, each by its own promise', () => {
    const wednesday = at('2026-11-25', '10:00')
    expect(endClocks(started, 'resolved', wednesday).changes).toEqual([
      { clock: 'acceptance', change: 'ended', result: 'late' },
      { clock: 'first_reply', change: 'ended', result: 'late' },
      { clock: 'resolve', change: 'ended', result: 'in_time' },
    ])
  })

  test.each([...CLOCKS_VOIDED_BY])('for nobody when the item is %s, late or not', (event) => {
    const { changes } = endClocks(started, event, at('2027-03-01', '10:00'))
    expect(changes).toEqual(CLOCKS.map((clock) => ({ clock, change: 'ended', result: 'void' })))
  })

  test('late by itself when it has run out, and only once', () => {
    const now = at('2026-11-23', '14:01')
    const late = endLate(started, 'acceptance', now)
    expect(late.clocks.acceptance.endedAt).toEqual(now)
    expect(late.changes).toEqual([{ clock: 'acceptance', change: 'ended', result: 'late' }])
    expect(endLate(late.clocks, 'acceptance', now)).toEqual({ clocks: late.clocks, changes: [] })
  })

  test('once: whoever takes it after it ran out does not make it good', () => {
    const late = endLate(started, 'acceptance', at('2026-11-23', '14:01')).clocks
    expect(endClocks(late, 'claimed', at('2026-11-23', '14:02'))).toEqual({ clocks: late, changes: [] })
  })
})

describe('after a pause', () => {
  const pause = { pausedAt: at('2026-11-25', '10:00'), resumedAt: at('2026-11-30', '10:00') }

  test('the promise to resolve is later by the workdays of the pause, and no other promise is', () => {
    const { clocks, changes } = resumeClocks(started, pause, threeDays, calendar)
    const dueAt = at('2026-12-01', '18:00')
    expect(clocks).toEqual({ ...started, resolve: { dueAt, endedAt: null } })
    expect(changes).toEqual([{ clock: 'resolve', change: 'resumed', dueAt: dueAt.toISOString() }])
  })

  test('a pause over 藏历新年 does not use up the promise', () => {
    const late = startClocks(at('2027-02-02', '10:00'), threeDays, calendar)
    const overLosar = { pausedAt: at('2027-02-04', '10:00'), resumedAt: at('2027-02-15', '10:00') }
    expect(late.resolve.dueAt).toEqual(at('2027-02-15', '18:00'))
    expect(resumeClocks(late, overLosar, threeDays, calendar).clocks.resolve.dueAt).toEqual(at('2027-02-16', '18:00'))
  })

  test('a promise that has ended does not begin again', () => {
    const { clocks } = endLate(started, 'resolve', at('2026-11-26', '18:01'))
    expect(resumeClocks(clocks, pause, threeDays, calendar)).toEqual({ clocks, changes: [] })
  })
})

test('whatever happens, in whatever order, each clock ends at most once and never moves when ended', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...WORK_ITEM_EVENTS), fc.integer({ min: 0, max: 50_000 })), { maxLength: 12 }),
      (steps) => {
        let clocks = started
        let minutes = 0
        const ended: string[] = []
        for (const [event, wait] of steps) {
          minutes += wait
          const step = endClocks(clocks, event, new Date(monday.getTime() + minutes * 60_000))
          const before = CLOCKS.filter((clock) => clocks[clock].endedAt !== null)
          expect(before.map((clock) => step.clocks[clock])).toEqual(before.map((clock) => clocks[clock]))
          ended.push(...step.changes.map(({ clock }) => clock))
          clocks = step.clocks
        }
        expect(new Set(ended).size).toBe(ended.length)
        expect(CLOCKS.filter((clock) => clocks[clock].endedAt !== null).sort()).toEqual([...ended].sort())
      },
    ),
  )
})

test('no event both ends a promise and makes it void', () => {
  expect(CLOCKS_VOIDED_BY.filter((event) => event in CLOCKS_ENDED_BY)).toEqual([])
})
