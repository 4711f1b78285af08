import { expect, test } from 'vitest'
import { type TextTable, translator } from './text'

const table = {
  cancel: { zh: '取消', bo: 'འདོར་བ།' },
  sent: { zh: '已收到，编号{number}' },
} as const satisfies TextTable

test('a sentence appears in the language that the person reads', () => {
  expect(translator(table, 'bo')('cancel')).toBe('འདོར་བ།')
})

test('a sentence without Tibetan appears in Chinese', () => {
  expect(translator(table, 'bo')('sent', { number: 'RS-20261122-0007' })).toBe('已收到，编号RS-20261122-0007')
})

test('a value that looks like a placeholder is not filled again', () => {
  expect(translator(table, 'zh')('sent', { number: '{number}' })).toBe('已收到，编号{number}')
})

test('a sentence without its Chinese, or in a language that nobody speaks here, does not compile', () => {
  // @ts-expect-error -- Chinese is what everybody falls back on
  const lost = { cancel: { bo: 'འདོར་བ།' } } as const satisfies TextTable
  // @ts-expect-error -- only the two languages
  const foreign = { cancel: { zh: '取消', en: 'Cancel' } } as const satisfies TextTable
  expect([lost, foreign]).toHaveLength(2)
})
