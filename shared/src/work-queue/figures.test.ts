import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SMALLEST_SHOWN, shownRate } from './figures.ts'

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
