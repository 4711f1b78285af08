import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../kernel/time.ts'
import { mayRemind, type ProofRule, proofStanding, REMINDER_DAYS, reminderDue } from './windows.ts'

const HALF_YEARS: ProofRule = {
  kind: 'windows',
  windows: [
    { from: '01-01', to: '06-30' },
    { from: '07-01', to: '12-31' },
  ],
}
const TWELVE_MONTHS: ProofRule = { kind: 'months', months: 12, opensDaysBefore: 90 }

test('twice a year: done in this window it is valid until the next one ends', () => {
  const known = { lastDoneOn: '2026-07-03', since: '2025-01-01' }
  expect(proofStanding(HALF_YEARS, known, '2026-11-28')).toEqual({
    status: 'valid',
    from: '2027-01-01',
    dueOn: '2027-06-30',
  })
  expect(proofStanding(HALF_YEARS, known, '2027-01-01')).toEqual({
    status: 'due',
    from: '2027-01-01',
    dueOn: '2027-06-30',
  })
})

test('who has missed a window has lapsed and can still do it in this one', () => {
  const known = { lastDoneOn: '2026-01-05', since: '2025-01-01' }
  expect(proofStanding(HALF_YEARS, known, '2026-12-31').status).toBe('due')
  expect(proofStanding(HALF_YEARS, known, '2027-01-01')).toEqual({
    status: 'lapsed',
    from: '2027-01-01',
    dueOn: '2027-06-30',
  })
})

test('a window that ended before we knew somebody is not missed', () => {
  expect(proofStanding(HALF_YEARS, { lastDoneOn: null, since: '2026-07-01' }, '2026-07-01').status).toBe('due')
  expect(proofStanding(HALF_YEARS, { lastDoneOn: null, since: '2026-06-30' }, '2026-07-01').status).toBe('lapsed')
})

test('twelve months: any way of doing it begins them again, also from 29 February', () => {
  const known = { lastDoneOn: '2028-02-29', since: '2020-01-01' }
  expect(proofStanding(TWELVE_MONTHS, known, '2028-11-01')).toEqual({
    status: 'valid',
    from: '2028-11-30',
    dueOn: '2029-02-28',
  })
  expect(proofStanding(TWELVE_MONTHS, known, '2028-11-30').status).toBe('due')
  expect(proofStanding(TWELVE_MONTHS, known, '2029-02-28').status).toBe('due')
  expect(proofStanding(TWELVE_MONTHS, known, '2029-03-01').status).toBe('lapsed')
})

test('of whom nobody knows when it was done last it can be done at once', () => {
  const known = { lastDoneOn: null, since: '2026-11-23' }
  expect(proofStanding(TWELVE_MONTHS, known, '2026-11-23')).toEqual({
    status: 'due',
    from: '2026-11-23',
    dueOn: '2027-11-23',
  })
})

const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))
const anyRule = fc.constantFrom(HALF_YEARS, TWELVE_MONTHS)

test('whoever does it today is valid tomorrow, whatever the rule and the day', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (rule, day) => {
      expect(proofStanding(rule, { lastDoneOn: day, since: '2020-01-01' }, day).status).toBe('valid')
    }),
  )
})

/** What a job that ran on these days would have told, each reminder once. */
const remindedOn = (rule: ProofRule, known: { lastDoneOn: string | null; since: string }, days: string[]) => {
  const told = new Map<string, string>()
  for (const day of days) {
    const standing = proofStanding(rule, known, day)
    const before = reminderDue(standing, known.since, day)
    const key = `${standing.dueOn} ${before}`
    if (before !== undefined && !told.has(key)) told.set(key, day)
  }
  return [...told.values()]
}
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_unused, offset) => addDays(first, offset))

test('each who has not done it is reminded three times before it is due, and nobody who has', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (rule, since) => {
      const { dueOn } = proofStanding(rule, { lastDoneOn: null, since }, since)
      const days = daysFrom(since, 400).filter((day) => day <= dueOn)
      expect(remindedOn(rule, { lastDoneOn: null, since }, days)).toEqual(
        REMINDER_DAYS.map((before) => addDays(dueOn, -before)).filter((day) => day >= since),
      )
      const done = { lastDoneOn: since, since }
      expect(
        remindedOn(
          rule,
          done,
          days.filter((day) => day < proofStanding(rule, done, since).from),
        ),
      ).toEqual([])
    }),
  )
})

test('on a day without any reminder nobody need be looked at', () => {
  fc.assert(
    fc.property(anyRule, anyDay, anyDay, (rule, since, day) => {
      const reminder = reminderDue(proofStanding(rule, { lastDoneOn: null, since }, day), since, day)
      expect(reminder === undefined || mayRemind(rule, day)).toBe(true)
    }),
  )
  expect(mayRemind(HALF_YEARS, '2026-11-30')).toBe(false)
  expect(mayRemind(HALF_YEARS, '2026-12-01')).toBe(true)
})

test('whoever was not told while the server was down is told once, of what is nearest', () => {
  const known = { lastDoneOn: null, since: '2026-01-01' }
  expect(remindedOn(HALF_YEARS, known, daysFrom('2026-12-20', 5))).toEqual(['2026-12-20'])
  expect(remindedOn(HALF_YEARS, known, ['2026-12-29', '2026-12-30', '2026-12-31'])).toEqual(['2026-12-29'])
})

test('on the last day of a window and the first of the next nobody is told of both', () => {
  const known = { lastDoneOn: null, since: '2026-01-01' }
  expect(remindedOn(HALF_YEARS, known, daysFrom('2026-12-31', 30))).toEqual(['2026-12-31'])
  expect(remindedOn(HALF_YEARS, known, daysFrom('2027-01-01', 181))).toEqual(['2027-05-31', '2027-06-16', '2027-06-27'])
})
