import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf, minuteOf, shanghaiTime } from './time.ts'

const SINCE_1992 = {
  min: new Date('1992-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
} as const

test('late evening in UTC is the next morning in Lhasa', () => {
  expect(shanghaiTime(new Date('2026-11-22T18:30:00Z'))).toEqual({
    date: '2026-11-23',
    year: 2026,
    month: 11,
    day: 23,
    weekday: 1,
    minute: 150,
  })
})

test('the year turns at 16:00 UTC', () => {
  expect(shanghaiTime(new Date('2026-12-31T15:59:59.999Z')).date).toBe('2026-12-31')
  expect(shanghaiTime(new Date('2026-12-31T16:00:00Z')).date).toBe('2027-01-01')
})

test('agrees with the time zone database at every instant since summer time ended', () => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  })
  fc.assert(
    fc.property(fc.date(SINCE_1992), (instant) => {
      const { date, minute } = shanghaiTime(instant)
      const [day, clock = ''] = format.format(instant).split(', ')
      expect([date, minute]).toEqual([day, minuteOf(clock)])
    }),
  )
})

test('an instant of a service day has that day and minute', () => {
  fc.assert(
    fc.property(fc.date(SINCE_1992), fc.integer({ min: 0, max: 1439 }), (instant, minute) => {
      const { date } = shanghaiTime(instant)
      expect(shanghaiTime(instantOf(date, minute))).toMatchObject({ date, minute })
    }),
  )
})

test('closing time at 18:00 is 10:00 UTC', () => {
  expect(instantOf('2027-02-17', 1080).toISOString()).toBe('2027-02-17T10:00:00.000Z')
})

test('days are added across months, leap days and years', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
})

test('adding days and taking them away comes back, and order follows', () => {
  fc.assert(
    fc.property(fc.date(SINCE_1992), fc.integer({ min: 1, max: 1000 }), (instant, days) => {
      const { date } = shanghaiTime(instant)
      expect(addDays(addDays(date, days), -days)).toBe(date)
      expect(addDays(date, days) > date).toBe(true)
    }),
  )
})

test('a clock time is minutes since midnight', () => {
  expect(minuteOf('00:00')).toBe(0)
  expect(minuteOf('09:30')).toBe(570)
  expect(minuteOf('23:59')).toBe(1439)
})
