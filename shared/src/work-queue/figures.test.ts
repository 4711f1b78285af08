import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MonthCounts, SMALLEST_SHOWN, shownMonth, shownRate } from './figures.ts'

test('a rate of fewer than five is hidden with its size, and of five it is shown', () => {
  expect(shownRate({ numerator: 4, denominator: 4 })).toBeNull()
  expect(shownRate({ numerator: 0, denominator: 0 })).toBeNull()
  expect(shownRate({ numerator: 0, denominator: 5 })).toEqual({ numerator: 0, denominator: 5 })
})

test('whatever is counted, what is shown is exactly what was counted', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20 }), fc.nat({ max: 20 }), (numerator, more) => {
      const count = { numerator, denominator: numerator + more }
      expect(shownRate(count)).toEqual(count.denominator < SMALLEST_SHOWN ? null : count)
    }),
  )
})

const countsWith = (rated: number, resolved: number, unrated: number): MonthCounts => {
  const of = (denominator: number) => ({ numerator: 0, denominator })
  return {
    rates: {
      accepted_in_time: of(9),
      replied_in_time: of(9),
      resolved_in_time: of(resolved),
      solved: of(rated),
      satisfied: of(rated),
    },
    unrated,
  }
}

test('those who have not rated are shown only where nobody can take two numbers and find the third', () => {
  expect(shownMonth(countsWith(6, 12, 6)).unrated).toBe(6)
  expect(shownMonth(countsWith(4, 12, 8))).toMatchObject({ unrated: null, rates: { solved: null, satisfied: null } })
  expect(shownMonth(countsWith(6, 4, 8)).unrated).toBeNull()
  expect(shownMonth(countsWith(8, 12, 4)).unrated).toBeNull()
})
