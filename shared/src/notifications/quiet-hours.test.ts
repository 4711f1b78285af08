import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, minuteOf, shanghaiTime } from '../kernel/time.ts'
import { afterQuietHours, afterWakingMinutes, type QuietHours } from './quiet-hours.ts'

const NIGHT: QuietHours = { fromMinute: minuteOf('21:30'), toMinute: minuteOf('08:00') }
const at = (date: string, clock: string): Date => instantOf(date, minuteOf(clock))

test.each([
  ['in the afternoon at once', '2026-11-23', '15:00', '2026-11-23', '15:00'],
  ['a minute before the quiet hours at once', '2026-11-23', '21:29', '2026-11-23', '21:29'],
  ['in the evening on the next morning', '2026-11-23', '21:30', '2026-11-24', '08:00'],
  ['on the last evening of a year on the first morning', '2026-12-31', '23:59', '2027-01-01', '08:00'],
  ['after midnight on the same morning', '2026-11-24', '00:00', '2026-11-24', '08:00'],
  ['a minute before the morning a minute later', '2026-11-24', '07:59', '2026-11-24', '08:00'],
  ['in the morning at once', '2026-11-24', '08:00', '2026-11-24', '08:00'],
])('a resident is told %s', (_when, date, clock, thenDate, thenClock) => {
  expect(afterQuietHours(at(date, clock), NIGHT)).toEqual(at(thenDate, thenClock))
})

test('hours within a day are quiet as well, and hours of no length are never', () => {
  const noon = { fromMinute: minuteOf('12:00'), toMinute: minuteOf('14:00') }
  expect(afterQuietHours(at('2026-11-23', '12:30'), noon)).toEqual(at('2026-11-23', '14:00'))
  expect(afterQuietHours(at('2026-11-23', '14:00'), noon)).toEqual(at('2026-11-23', '14:00'))
  const never = { fromMinute: 480, toMinute: 480 }
  expect(afterQuietHours(at('2026-11-23', '08:00'), never)).toEqual(at('2026-11-23', '08:00'))
})

test('nobody waits for longer than a night, is told in the quiet hours, or waits twice', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const instants = fc.date({ min: at('2026-01-01', '00:00'), max: at('2027-12-31', '23:59'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, minute, minute, (instant, fromMinute, toMinute) => {
      const hours = { fromMinute, toMinute }
      const told = afterQuietHours(instant, hours)
      expect(told.getTime()).toBeGreaterThanOrEqual(instant.getTime())
      expect(told.getTime() - instant.getTime()).toBeLessThan(86_400_000)
      expect(afterQuietHours(told, hours)).toEqual(told)
      expect([shanghaiTime(instant).minute, toMinute]).toContain(shanghaiTime(told).minute)
    }),
  )
})

test.each([
  ['in the afternoon two hours', '2026-11-23', '15:00', '2026-11-23', '17:00'],
  ['in the evening the rest of them in the morning', '2026-11-23', '21:00', '2026-11-24', '09:30'],
  ['until the quiet hours begin, when that is enough', '2026-11-23', '19:30', '2026-11-23', '21:30'],
  ['at night all of them in the morning', '2026-11-23', '23:00', '2026-11-24', '10:00'],
])('somebody has two hours to answer: %s', (_when, date, clock, thenDate, thenClock) => {
  expect(afterWakingMinutes(at(date, clock), 120, NIGHT)).toEqual(at(thenDate, thenClock))
})

test('more minutes than a day has end on a later one, and without quiet hours every minute counts', () => {
  expect(afterWakingMinutes(at('2026-11-23', '08:00'), 14 * 60, NIGHT)).toEqual(at('2026-11-24', '08:30'))
  const never = { fromMinute: 480, toMinute: 480 }
  expect(afterWakingMinutes(at('2026-11-23', '07:00'), 120, never)).toEqual(at('2026-11-23', '09:00'))
})
