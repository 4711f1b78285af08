import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanguage, LANGUAGES, languageOf } from './language.ts'

test('a text is shown in the language that was asked for', () => {
  expect(inLanguage({ zh: '其他', bo: 'གཞན།' }, 'bo')).toBe('གཞན།')
  expect(inLanguage({ zh: '其他', bo: 'གཞན།' }, 'zh')).toBe('其他')
})

test('without an attested Tibetan wording the Chinese is shown', () => {
  expect(inLanguage({ zh: '停车难' }, 'bo')).toBe('停车难')
})

test.each([
  ['bo', 'bo'],
  ['bo-CN', 'bo'],
  ['BO-cn;q=0.9', 'bo'],
  [' bo , zh', 'bo'],
  ['zh-CN,zh;q=0.9,bo;q=0.8', 'zh'],
  ['en-US,en;q=0.9', 'zh'],
  ['en-US,bo;q=0.9,zh;q=0.8', 'bo'],
  ['en-US,zh;q=0.9,bo;q=0.8', 'zh'],
  ['bos', 'zh'],
  ['x-bo', 'zh'],
  ['', 'zh'],
  [undefined, 'zh'],
] as const)('a phone that asks for %s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})

test('any header gets one of the two languages', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(LANGUAGES).toContain(languageOf(header))
    }),
  )
})
