import { WORK_ITEM_EVENTS } from '@little-bench/shared/work-queue/events'
import { expect, test } from 'vitest'
import { timelineEvent } from '../../test/components/desk-answers'
import { eventSentence, timelineEntry } from './timeline-words'

const item = { requesterName: '居*甲' }
const worker = '网格员（示范一）'
const full = { actor: worker, fromName: '第一网格', toName: '八廓街道', receiptNumbers: ['RS-20261123-0002'] }

test.each(WORK_ITEM_EVENTS)('%s has a sentence without a hole', (kind) => {
  for (const fields of [full, {}, { isBySystem: true }]) {
    const sentence = eventSentence(timelineEvent(kind, fields), 'zh', item)
    expect(sentence).not.toBe('')
    expect(sentence).not.toMatch(/[{}]|undefined|null/)
  }
})

test('what nobody did is said of the system, never of a person', () => {
  expect(eventSentence(timelineEvent('dispatched', { isBySystem: true, toName: worker }), 'zh', item)).toBe(
    `系统按值班表派给了${worker}`,
  )
  const late = timelineEvent('escalated', { isBySystem: true, clock: 'resolve', toName: '八廓街道' })
  expect(eventSentence(late, 'zh', item)).toBe('「办结」晚了，系统报给了八廓街道')
})

test('a batch begins with its first booking and ends with its time', () => {
  const said = (kind: 'enqueued' | 'resolved') =>
    eventSentence(timelineEvent(kind, { isBySystem: true, queueName: '俄杰塘好食光食堂' }), 'zh', { requesterName: '' })
  expect(said('enqueued')).toBe('有了第一份预约，排进「俄杰塘好食光食堂」')
  expect(said('resolved')).toBe('到时间了，自动办结')
})

test('words of the resident and words to the resident are told apart', () => {
  const replied = (actor: string) => eventSentence(timelineEvent('replied', { actor }), 'zh', item)
  expect(replied(worker)).toBe(`${worker}答复了居民`)
  expect(replied('居*甲')).toBe('居民补充说明')
})

test('a suspension says why and until when', () => {
  const event = timelineEvent('suspended', { actor: worker, reason: 'materials', until: '2026-11-30T01:00:00.000Z' })
  expect(eventSentence(event, 'zh', item)).toBe(`${worker}暂停办理：在等材料，到11月30日 星期一`)
})

test('what only staff may read carries a lock, whatever happened', () => {
  const entry = (messageFor: 'staff' | 'requester') =>
    timelineEntry(timelineEvent('resolved', { message: '灯修好了', messageFor }), 'zh', item)
  expect(entry('staff')).toMatchObject({ icon: 'lock', words: '仅同事可见：灯修好了' })
  expect(entry('requester')).toMatchObject({ icon: 'check', words: '居民可见：灯修好了' })
})

test('what a proxy or the counter did for the resident is the resident\u2019s, with who did it', () => {
  const done = (kind: 'enqueued' | 'reminded' | 'reopened') =>
    eventSentence(timelineEvent(kind, { actor: '居*乙', actingFor: '居*甲' }), 'zh', item)
  expect(done('enqueued')).toBe('居民说了这件事，到了「绕赛社区第一网格」（由居*乙代办）')
  expect(done('reminded')).toBe('居民催了一次（由居*乙代办）')
  expect(done('reopened')).toBe('居*甲要求重新办（由居*乙代办）')
})
