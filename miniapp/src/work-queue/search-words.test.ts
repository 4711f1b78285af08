import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markFound, searchTextOf } from './search-words'

test('every word that was asked for is marked, whatever its case', () => {
  expect(markFound('东孜苏3巷路灯不亮，RS-20261123-0001', '路灯 rs-2026')).toEqual([
    { words: '东孜苏3巷', isFound: false },
    { words: '路灯', isFound: true },
    { words: '不亮，', isFound: false },
    { words: 'RS-2026', isFound: true },
    { words: '1123-0001', isFound: false },
  ])
})

test('signs in what was asked for mean themselves', () => {
  expect(markFound('100%（灯）', '%（')).toEqual([
    { words: '100', isFound: false },
    { words: '%（', isFound: true },
    { words: '灯）', isFound: false },
  ])
})

test('marking changes no letter of the excerpt', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 2 }), (excerpt, text) => {
      expect(
        markFound(excerpt, text)
          .map(({ words }) => words)
          .join(''),
      ).toBe(excerpt)
    }),
  )
})

test.each([
  ['灯', undefined],
  [' 灯 ', undefined],
  ['路灯', '路灯'],
  ['  路灯   不亮 ', '路灯 不亮'],
  ['སྒྲོན་མེ', 'སྒྲོན་མེ'],
])('one character is too short to look for: %s', (typed, text) => {
  expect(searchTextOf(typed)).toBe(text)
})
