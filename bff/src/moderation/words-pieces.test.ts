import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PIECE_LENGTH, piecesOf } from './words-pieces.ts'

test('together the pieces are the words, each is short enough for WeChat, and no character is cut in two', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 4_000 }),
      (unit, times) => {
        const words = unit.repeat(times)
        const pieces = piecesOf(words)
        expect(pieces.join('')).toBe(words)
        expect(Math.max(...pieces.map((piece) => Array.from(piece).length))).toBeLessThanOrEqual(PIECE_LENGTH)
      },
    ),
    { numRuns: 50 },
  )
})

test('nothing makes no piece', () => {
  expect(piecesOf('')).toEqual([])
})
