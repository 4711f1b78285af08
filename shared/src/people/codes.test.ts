import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CODE_PURPOSES, cleanCode, codeOf, purposeOfCode, RANDOM_DIGITS, spokenCode } from './codes.ts'

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const random = fc.array(digit, { minLength: RANDOM_DIGITS, maxLength: RANDOM_DIGITS }).map((digits) => digits.join(''))
const purpose = fc.constantFrom(...CODE_PURPOSES)
const code = fc.tuple(purpose, random).map(([kind, digits]) => codeOf(kind, digits))
const place = fc.integer({ min: 0, max: 11 })

const withDigit = (text: string, index: number, replacement: string): string =>
  text.slice(0, index) + replacement + text.slice(index + 1)
const swapped = (text: string, index: number): string =>
  text.slice(0, index) + (text[index + 1] ?? '') + (text[index] ?? '') + text.slice(index + 2)

test('a code has twelve digits and says what it is for; purposes never mix', () => {
  fc.assert(
    fc.property(purpose, random, (kind, digits) => {
      expect(codeOf(kind, digits)).toMatch(/^\d{12}$/)
      expect(purposeOfCode(codeOf(kind, digits))).toBe(kind)
    }),
  )
})

test('any one wrong digit is noticed', () => {
  fc.assert(
    fc.property(code, place, digit, (right, index, replacement) => {
      fc.pre(right[index] !== replacement)
      expect(purposeOfCode(withDigit(right, index, replacement))).toBeUndefined()
    }),
  )
})

test('any two neighbouring digits that are swapped are noticed, but 0 and 9', () => {
  fc.assert(
    fc.property(code, fc.integer({ min: 0, max: 10 }), (right, index) => {
      const pair = right.slice(index, index + 2)
      fc.pre(right[index] !== right[index + 1] && pair !== '09' && pair !== '90')
      expect(purposeOfCode(swapped(right, index))).toBeUndefined()
    }),
  )
})

test('spaces, hyphens and full-width digits are nobody’s mistake', () => {
  fc.assert(
    fc.property(
      code,
      fc.array(fc.constantFrom('', ' ', '-', '　', '\n'), { minLength: 12, maxLength: 12 }),
      (right, gaps) => {
        const typed = Array.from(right, (each, index) => each + (gaps[index] ?? '')).join('')
        const fullWidth = typed.replace(/\d/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
        expect([cleanCode(typed), cleanCode(fullWidth), cleanCode(spokenCode(right))]).toEqual([right, right, right])
      },
    ),
  )
})

test('a code is read out four digits at a time', () => {
  expect(spokenCode('512345678901')).toBe('5123 4567 8901')
})

test('whatever else is typed is no code, and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const cleaned = cleanCode(typed)
      expect(purposeOfCode(cleaned) === undefined || /^\d{12}$/.test(cleaned)).toBe(true)
    }),
  )
  expect(['', '5', '5123456789012', '12345678901x'].map(purposeOfCode)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
