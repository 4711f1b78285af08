import { expect, test } from 'vitest'
import { checkTexts } from './check-texts'

test('a sentence without Tibetan is reported', () => {
  expect(checkTexts({ greeting: { zh: '您好' } })).toEqual([{ key: 'greeting', kind: 'untranslated' }])
})

test('a finished sentence is not reported', () => {
  expect(checkTexts({ cancel: { zh: '取消', bo: 'འདོར་བ།' } })).toEqual([])
})

test('a sentence without Chinese is a mistake', () => {
  expect(checkTexts({ cancel: { zh: ' ', bo: 'འདོར་བ།' } })).toEqual([{ key: 'cancel', kind: 'no_chinese' }])
})

test('a translation that loses a placeholder is a mistake', () => {
  expect(checkTexts({ wait: { zh: '等{minutes}分钟', bo: 'སྐར་མ་' } })).toEqual([
    { key: 'wait', kind: 'placeholders_differ' },
  ])
})

test('Latin or Han letters in a translation are a mistake, placeholders are not', () => {
  expect(checkTexts({ wait: { zh: '等{minutes}分钟', bo: 'སྐར་མ་{minutes} min' } })).toEqual([
    { key: 'wait', kind: 'foreign_letters' },
  ])
  expect(checkTexts({ wait: { zh: '等{minutes}分钟', bo: 'སྐར་མ་{minutes}' } })).toEqual([])
})
