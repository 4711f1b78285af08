import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_PRIORITY, type RaiseRule, raisedBy, raisedPriority } from './priority.ts'

const RULES = [
  { households: 10, by: 2 },
  { households: 3, by: 1 },
]

test.each([
  [0, 0],
  [2, 0],
  [3, 1],
  [9, 1],
  [10, 2],
  [500, 2],
])('%i households raise an item by %i', (households, by) => {
  expect(raisedBy(households, RULES)).toBe(by)
})

const rule = fc.record({ households: fc.integer({ min: 2, max: 500 }), by: fc.integer({ min: 1, max: 3 }) })

test('more households never raise less, and nobody raises nothing', () => {
  const rules: fc.Arbitrary<RaiseRule[]> = fc.array(rule, { maxLength: 5 })
  fc.assert(
    fc.property(rules, fc.nat(600), fc.nat(100), (some, households, more) => {
      expect(raisedBy(households + more, some)).toBeGreaterThanOrEqual(raisedBy(households, some))
      expect(raisedBy(0, some)).toBe(0)
    }),
  )
})

test('no number of households raises an item above the highest priority', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (priority, by) => {
      const raised = raisedPriority({ priority, raised_by: by })
      expect(raised).toBeGreaterThanOrEqual(priority)
      expect(raised).toBeLessThanOrEqual(MAX_PRIORITY)
    }),
  )
})
