import { expect, test } from 'vitest'
import { speechPieces } from './speech-pieces'

const bytes = (text: string) => new TextEncoder().encode(text).length

test('short words are read in one go', () => {
  expect(speechPieces('路灯修好了。晚上会亮。')).toEqual(['路灯修好了。晚上会亮。'])
})

test('nothing to say is no piece', () => {
  expect(speechPieces('')).toEqual([])
  expect(speechPieces(' \n ')).toEqual([])
})

test('long words are cut between sentences, and nothing of them is lost', () => {
  const words = Array.from({ length: 60 }, (_, index) => `第${index}件：门口路灯三天不亮，请来看看。`).join('')
  const pieces = speechPieces(words)
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.every((piece) => bytes(piece) <= 1000 && piece.endsWith('。'))).toBe(true)
  expect(pieces.join('')).toBe(words)
})

test('one endless sentence is cut between its parts', () => {
  const words = '门口路灯不亮，'.repeat(100)
  const pieces = speechPieces(words)
  expect(pieces.every((piece) => bytes(piece) <= 1000 && piece.endsWith('，'))).toBe(true)
  expect(pieces.join('')).toBe(words)
})

test('words without any sign are cut all the same, never within a character', () => {
  const words = '灯'.repeat(500) + '🙏'.repeat(300)
  const pieces = speechPieces(words)
  expect(pieces.every((piece) => bytes(piece) <= 1000)).toBe(true)
  expect(pieces.join('')).toBe(words)
})

test('Tibetan is cut after a shad, else after a tsheg', () => {
  expect(speechPieces('བྱོན་པ་ལེགས་སོ།བྱོན་པ་ལེགས་སོ།', 50)).toEqual(['བྱོན་པ་ལེགས་སོ།', 'བྱོན་པ་ལེགས་སོ།'])
  expect(speechPieces('བྱོན་པ་ལེགས་སོ།', 24).join('')).toBe('བྱོན་པ་ལེགས་སོ།')
})
