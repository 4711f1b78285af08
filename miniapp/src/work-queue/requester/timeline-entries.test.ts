import { WORK_ITEM_EVENTS } from '@little-bench/shared/work-queue/events'
import { expect, test } from 'vitest'
import { timelineEvent } from '../../../test/components/desk-answers'
import { timelineEntries } from './timeline-entries'

const titleOf = (...event: Parameters<typeof timelineEvent>) =>
  timelineEntries([timelineEvent(...event)], 'zh')[0]?.title

test.each(WORK_ITEM_EVENTS)('%s has a sentence without a hole, for its reporter and for a neighbour', (kind) => {
  for (const fields of [{}, { isYou: true }, { actor: '网格员（示范一）', toName: '八廓街道', isBySystem: true }]) {
    expect(titleOf(kind, fields)).toMatch(/\p{Script=Han}/u)
    expect(titleOf(kind, fields)).not.toMatch(/[{}]|undefined|null/)
  }
})

test('the resident sees one line when it is late and one when it goes up', () => {
  expect(titleOf('ran_late', { clock: 'first_reply', isBySystem: true })).toBe('「第一次答复」晚了，还在办')
  expect(titleOf('escalated', { clock: 'resolve', toName: '八廓街道', isBySystem: true })).toBe(
    '「办好」晚了，已经报给八廓街道督促',
  )
})

test('a pause says why and from which day it goes on', () => {
  expect(titleOf('suspended', { reason: 'weather', until: '2026-11-30T01:00:00.000Z' })).toBe(
    '先停一停：等天气好，11月30日 星期一接着办',
  )
})

test('a resident reads their own words as theirs', () => {
  expect(titleOf('reminded', { isYou: true })).toBe('您催了一次，办的人会收到提醒')
  expect(titleOf('replied', { isYou: true })).toBe('您补充说明')
  expect(titleOf('replied', { actor: '网格员（示范一）' })).toBe('网格员（示范一）答复了')
})

test('both sides read who did it for whom', () => {
  const done = { actor: '居民（示范一）', actingFor: '居民（示范二）' }
  expect(titleOf('enqueued', done)).toBe('说了这件事，交给绕赛社区第一网格（由居民（示范一）代办）')
  expect(titleOf('reminded', done)).toBe('催了一次，办的人会收到提醒（由居民（示范一）代办）')
  expect(titleOf('reminded', { ...done, isYou: true })).toBe('您催了一次，办的人会收到提醒（替居民（示范二）办）')
})

test('a neighbour, who may not know who it was, reads nothing of acting', () => {
  expect(titleOf('reminded', { actor: null, actingFor: null })).toBe('催了一次，办的人会收到提醒')
})
