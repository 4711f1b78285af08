import type { MessageTemplate } from '@little-bench/shared/notifications/subscribe.contract'
import { MAX_TEMPLATES_ASKED, TOPICS } from '@little-bench/shared/notifications/templates'
import { expect, test } from 'vitest'
import { afterResults, resultsOf, templatesToAsk } from './templates-to-ask'

const templateOf = (fields: Partial<MessageTemplate> = {}): MessageTemplate => ({
  templateId: 'progress-0001',
  topic: 'progress',
  title: '事项进度提醒',
  credits: 0,
  isRefused: false,
  ...fields,
})
const all = TOPICS.map((topic) => templateOf({ topic, templateId: `${topic}-0001` }))

test('after a tap only what fits it is asked', () => {
  expect(templatesToAsk('report', all)).toEqual(['progress-0001'])
  expect(templatesToAsk('waitlist', all)).toEqual(['booking-0001'])
  expect(templatesToAsk('proxy', all)).toEqual(['family-0001'])
})

test('whoever refused is never asked again, unless they press the button for it', () => {
  const refused = [templateOf({ isRefused: true })]
  expect(templatesToAsk('report', refused)).toEqual([])
  expect(templatesToAsk('keep_telling', refused)).toEqual(['progress-0001'])
})

test('whoever has agreed to enough messages is left in peace', () => {
  expect(templatesToAsk('report', [templateOf({ credits: 2 })])).toEqual(['progress-0001'])
  expect(templatesToAsk('report', [templateOf({ credits: 3 })])).toEqual([])
})

test('WeChat is never given more than it takes in one call', () => {
  const many = Array.from({ length: 6 }, (_, index) => templateOf({ templateId: `progress-000${index}` }))
  expect(templatesToAsk('keep_telling', many)).toHaveLength(MAX_TEMPLATES_ASKED)
})

test('where WeChat is not set up, nothing is asked', () => {
  expect(templatesToAsk('keep_telling', [])).toEqual([])
})

test('of what the panel answers, its own words and what nobody asked are left out', () => {
  const answers = { 'progress-0001': 'accept', errMsg: 'requestSubscribeMessage:ok', other: 'accept', booking: 'later' }
  expect(resultsOf(['progress-0001', 'booking'], answers)).toEqual([{ templateId: 'progress-0001', answer: 'accept' }])
})

test('an answer counts on this phone at once', () => {
  const [accepted] = afterResults(
    [templateOf({ isRefused: true })],
    [{ templateId: 'progress-0001', answer: 'accept' }],
  )
  expect(accepted).toMatchObject({ credits: 1, isRefused: false })
  const [refused] = afterResults([templateOf({ credits: 1 })], [{ templateId: 'progress-0001', answer: 'reject' }])
  expect(refused).toMatchObject({ isRefused: true })
  expect(templatesToAsk('report', refused ? [refused] : [])).toEqual([])
})
