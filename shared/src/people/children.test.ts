import { expect, test } from 'vitest'
import { monthsOld } from '../kernel/age.ts'
import { countedFrom } from './children.ts'

test.each([
  ['2024-05', '2024-10-31', 5],
  ['2024-05', '2024-11-01', 6],
  ['2024-05', '2024-11-30', 6],
  ['2024-12', '2027-11-30', 35],
  ['2024-12', '2027-12-01', 36],
])('a child born in %s is on %s %i months old, by calendar months', (bornIn, on, months) => {
  expect(monthsOld(countedFrom(bornIn), on)).toBe(months)
})
