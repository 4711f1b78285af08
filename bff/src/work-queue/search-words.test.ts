import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areTooShort, excerptOf, searchWords } from './search-words.ts'

test.each([
  ['路灯　不亮 路灯', ['路灯', '不亮']],
  ['ＲＳ－２０２６１１２３－０００７', ['rs-20261123-0007']],
  ['བོད་ཡིག', ['བོད་ཡིག']],
  ['  ', []],
])('%o is searched for as %o', (text, words) => {
  expect(searchWords(text)).toEqual(words)
})

test.each([
  ['a', true],
  ['3 b', true],
  ['%', true],
  ['3 号楼', false],
  ['冰', false],
  ['ང', false],
  ['ab', false],
])('%s alone stands nearly everywhere: %s', (text, isVague) => {
  expect(areTooShort(searchWords(text))).toBe(isVague)
})

test('the excerpt shows what was found as it was written', () => {
  const texts = ['巷口的路灯三天没有亮，晚上看不见路。', '已经报给电力。', 'RS-20261123-0007\n路灯不亮 · 巷口']
  expect(excerptOf(texts, ['路灯'])).toBe('巷口的路灯三天没有亮，晚上看不见路。')
  expect(excerptOf(texts, ['0007'])).toBe('RS-20261123-0007')
})

test('whatever is searched for in any text is in its excerpt, which is short', () => {
  const letters = fc.string({
    unit: fc.constantFrom('垃', '圾', 'བ', 'ོ', '་', 'a', 'Ａ', ' ', '\n', '𠀀'),
    maxLength: 300,
  })
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const excerpt = excerptOf([before, `${before}目标${after}`], ['目标'])
      expect(excerpt).toContain('目标')
      expect(Array.from(excerpt).length).toBeLessThanOrEqual(92)
    }),
  )
})
