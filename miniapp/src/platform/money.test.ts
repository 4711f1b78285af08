import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fenOf, typedYuan, yuanOf } from './money'

test.each([
  [15_000_000, '150,000元'],
  [1250, '12.50元'],
  [5, '0.05元'],
  [0, '0元'],
  [123_456_789, '1,234,567.89元'],
])('%i fen is read as %s', (fen, words) => {
  expect(yuanOf(fen)).toBe(words)
})

test.each([
  ['150,000', 15_000_000],
  ['12.5', 1250],
  ['¥ 300元', 30_000],
  ['', undefined],
  ['十五万', undefined],
  ['1.234', undefined],
  ['-5', undefined],
])('%j typed is %s fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen)
})

test('whatever is shown is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
      expect([fenOf(yuanOf(fen)), fenOf(typedYuan(fen))]).toEqual([fen, fen])
    }),
  )
})
