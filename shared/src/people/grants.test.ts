import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../kernel/time.ts'
import {
  addMonths,
  countsOn,
  type DatedGrant,
  GRANT_RECORDS,
  grantStateOn,
  isGrantPeriod,
  isOpenOn,
  latestGrantEnd,
  reviewDateOf,
} from './grants.ts'

const TODAY = '2026-11-23'
const grant = (changes: Partial<DatedGrant> = {}): DatedGrant => ({
  record: 'active',
  scopes: [],
  validUntil: TODAY,
  codeUntil: null,
  isFrozen: false,
  ...changes,
})
const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))

test.each([
  ['an accepted grant counts on its last day', {}, TODAY, 'active'],
  ['and on no later one', {}, '2026-11-24', 'expired'],
  ['frozen it does not count', { isFrozen: true }, TODAY, 'frozen'],
  ['an expired one is expired, frozen or not', { isFrozen: true }, '2026-11-24', 'expired'],
  ['an offer waits', { record: 'offered' }, TODAY, 'offered'],
  ['an offer of something frozen still waits', { record: 'offered', isFrozen: true }, TODAY, 'offered'],
  ['an offer waits as long as its code works', { record: 'offered', codeUntil: TODAY }, TODAY, 'offered'],
  ['and no longer', { record: 'offered', codeUntil: '2026-11-22' }, TODAY, 'expired'],
  ['an offer ends with the period it names', { record: 'offered' }, '2026-11-24', 'expired'],
  ['what was refused stays refused', { record: 'refused' }, '2027-11-24', 'refused'],
  ['what was revoked stays revoked', { record: 'revoked', isFrozen: true }, '2027-11-24', 'revoked'],
  ['what was written down as expired is', { record: 'expired' }, TODAY, 'expired'],
] as const)('%s', (_sentence, changes, today, state) => {
  expect(grantStateOn(grant(changes), today)).toBe(state)
})

test('only an active grant counts, and only what waits, counts or is frozen is open', () => {
  const any = fc.record({
    record: fc.constantFrom(...GRANT_RECORDS),
    scopes: fc.constant([]),
    validUntil: days,
    codeUntil: fc.option(days),
    isFrozen: fc.boolean(),
  })
  fc.assert(
    fc.property(any, days, (one, today) => {
      const state = grantStateOn(one, today)
      expect(countsOn(one, today)).toBe(state === 'active')
      expect(isOpenOn(one, today)).toBe(['offered', 'active', 'frozen'].includes(state))
      // Nothing comes back by waiting.
      expect(isOpenOn(one, today) || !isOpenOn(one, addDays(today, 1))).toBe(true)
    }),
  )
})

describe('months', () => {
  test.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-23', 12, '2027-11-23'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('from %s %d months later it is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later)
  })

  test('a month later is never the same month or the one after the next', () => {
    const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (date, months) => {
        expect(monthOf(addMonths(date, months)) - monthOf(date)).toBe(months)
      }),
    )
  })
})

describe('the period of a grant', () => {
  test.each([
    ['today alone', TODAY, true],
    ['a year', '2027-11-23', true],
    ['yesterday', '2026-11-22', false],
    ['a year and a day', '2027-11-24', false],
  ])('may be %s: %s, %s', (_name, validUntil, isAllowed) => {
    expect(isGrantPeriod(TODAY, validUntil)).toBe(isAllowed)
  })

  test('given on 29 February it ends on 28 February', () => {
    expect(latestGrantEnd('2028-02-29')).toBe('2029-02-28')
  })

  test.each([
    ['a year', '2027-11-23', '2027-05-24'],
    ['three days', '2026-11-26', '2026-11-24'],
    ['one day', '2026-11-24', '2026-11-24'],
  ])('of %s is looked at again at half time', (_name, until, reviewOn) => {
    expect(reviewDateOf(TODAY, until)).toBe(reviewOn)
  })

  test('the review of every longer grant lies within it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 366 }), (from, length) => {
        const until = addDays(from, length)
        const reviewOn = reviewDateOf(from, until)
        expect(from < reviewOn && reviewOn <= until).toBe(true)
      }),
    )
  })
})
