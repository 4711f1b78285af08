import { expect, test } from 'vitest'
import { answerDueAt, hasTibetan, REFUSAL_REASON_TEXT, REFUSAL_REASONS, riskText } from './holds.ts'

test.each([
  ['路灯不亮', false],
  ['', false],
  ['གློག་སྒྲོན་', true],
  ['路灯不亮 གློག', true],
  ['༡༢༣', true],
])('%s has Tibetan: %s', (words, has) => {
  expect(hasTibetan(words)).toBe(has)
})

test('WeChat has thirty-five minutes for a picture', () => {
  expect(answerDueAt(new Date('2026-11-23T02:00:00.000Z')).toISOString()).toBe('2026-11-23T02:35:00.000Z')
})

test('a label that nobody has told us of still says that the words are the trouble', () => {
  expect(riskText(99_999)).toEqual({ zh: '有不适合公开的词' })
  expect(riskText(20_003)).toEqual({ zh: '有骂人的词' })
})

test.each(REFUSAL_REASONS)('whoever reads that it is not shown reads that the issue goes on: %s', (reason) => {
  expect(REFUSAL_REASON_TEXT[reason].zh).toContain('事情照办')
})
