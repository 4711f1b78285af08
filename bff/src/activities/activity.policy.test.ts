import { expect, test } from 'vitest'
import { isOfAge, rosterRefusal } from './activity.policy.ts'

const SCHOOL = { fromYears: 6, belowYears: 13 }
const ELDERS = { fromYears: 60, belowYears: null }
const GROWN_UPS = { fromYears: 16, belowYears: null }

test.each([
  [SCHOOL, '2020-12-01', '2026-11-28', false],
  [SCHOOL, '2020-12-01', '2026-12-01', true],
  [SCHOOL, '2013-12-01', '2026-11-28', true],
  [SCHOOL, '2013-12-01', '2026-12-01', false],
  [SCHOOL, '2027-01-01', '2026-12-01', false],
  [GROWN_UPS, null, '2026-11-28', true],
  [ELDERS, null, '2026-11-28', false],
  [ELDERS, '1966-11-28', '2026-11-28', true],
  [ELDERS, '1966-11-29', '2026-11-28', false],
  [{ fromYears: null, belowYears: null }, null, '2026-11-28', true],
])('%o, born on %s, on %s: %s', (limits, bornOn, on, expected) => {
  expect(isOfAge(limits, bornOn, on)).toBe(expected)
})

test.each([
  ['2026-11-26', 'date_too_far'],
  ['2026-11-27', undefined],
  ['2026-12-05', undefined],
  ['2026-12-06', 'date_too_far'],
])('the list of 28 November is read on %s: %s', (today, expected) => {
  expect(rosterRefusal('2026-11-28', today)).toBe(expected)
})
