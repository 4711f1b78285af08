import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsOld, yearsOld } from './age.ts'
import { addDays } from './time.ts'

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
const date = day.map((value) => value.toISOString().slice(0, 10))

test('a child is a month older on the day of its birth', () => {
  expect(monthsOld('2026-01-15', '2026-02-14')).toBe(0)
  expect(monthsOld('2026-01-15', '2026-02-15')).toBe(1)
  expect(monthsOld('2023-11-28', '2026-11-27')).toBe(35)
  expect(monthsOld('2023-11-28', '2026-11-28')).toBe(36)
})

test('somebody born on the last day of a long month waits for the first of the next', () => {
  expect(monthsOld('2026-01-31', '2026-02-28')).toBe(0)
  expect(monthsOld('2026-01-31', '2026-03-01')).toBe(1)
})

test('an elder is 70 on the birthday, and born on 29 February on the day after the 28th', () => {
  expect(yearsOld('1956-11-29', '2026-11-28')).toBe(69)
  expect(yearsOld('1956-11-28', '2026-11-28')).toBe(70)
  expect(yearsOld('1956-02-29', '2026-02-28')).toBe(69)
  expect(yearsOld('1956-02-29', '2026-03-01')).toBe(70)
  expect([yearsOld('2004-02-29', '2028-02-28'), yearsOld('2004-02-29', '2028-02-29')]).toEqual([23, 24])
})

test('nobody grows younger from one day to the next, nor by more than a month', () => {
  fc.assert(
    fc.property(date, date, (bornOn, on) => {
      const step = monthsOld(bornOn, addDays(on, 1)) - monthsOld(bornOn, on)
      expect(step === 0 || step === 1).toBe(true)
    }),
  )
})

test('nobody is younger than nothing from birth on, and a year older only on a birthday', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 47_000 }), (bornOn, days) => {
      const on = addDays(bornOn, days)
      const [today, tomorrow] = [yearsOld(bornOn, on), yearsOld(bornOn, addDays(on, 1))]
      expect(today).toBeGreaterThanOrEqual(0)
      expect([0, 1]).toContain(tomorrow - today)
    }),
  )
})
