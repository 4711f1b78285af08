import { expect, test } from 'vitest'
import { monthAfter, percentOf } from './figures-words'

test('the month before January is December of the year before', () => {
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-11', -5)).toBe('2026-06')
})

test('a rate that is kept back, or of nothing, has no per cent', () => {
  const rate = { rate: 'solved', name: '', definition: '' } as const
  expect(percentOf({ ...rate, numerator: null, denominator: null })).toBeNull()
  expect(percentOf({ ...rate, numerator: 0, denominator: 0 })).toBeNull()
  expect(percentOf({ ...rate, numerator: 2, denominator: 3 })).toBe(67)
})
