import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../kernel/time.ts'
import { AGE_BANDS, ageBandOn, seatsOf } from './age-bands.ts'

test('a child grows from band to band on the day it is that old, and out of the last on its third birthday', () => {
  expect(ageBandOn('2025-11-28', '2026-05-27')).toBeUndefined()
  expect(ageBandOn('2025-11-28', '2026-05-28')?.id).toBe('infant')
  expect(ageBandOn('2025-11-28', '2026-11-28')?.id).toBe('toddler')
  expect(ageBandOn('2024-11-28', '2026-11-28')?.id).toBe('two_year_old')
  expect(ageBandOn('2023-11-28', '2026-11-28')).toBeUndefined()
})

test('on each day of its life a child is in one band at most, and never in an earlier one than the day before', () => {
  const born = fc.date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(born, (value) => {
      const bornOn = value.toISOString().slice(0, 10)
      const bands = Array.from({ length: 1_200 }, (_unused, offset) => ageBandOn(bornOn, addDays(bornOn, offset)))
      const order = bands.map((band) => (band ? AGE_BANDS.indexOf(band) : -1)).filter((index) => index >= 0)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(new Set(order).size).toBe(3)
    }),
    { numRuns: 30 },
  )
})

test('a group has never more children than its size, nor than its carers may look after', () => {
  fc.assert(
    fc.property(fc.constantFrom(...AGE_BANDS), fc.nat(12), (band, carers) => {
      const seats = seatsOf(band, carers)
      expect(seats).toBeLessThanOrEqual(band.groupSize)
      expect(seats).toBeLessThanOrEqual(carers * band.childrenPerCarer)
    }),
  )
  expect(AGE_BANDS.map((band) => seatsOf(band, 2))).toEqual([6, 10, 14])
})
