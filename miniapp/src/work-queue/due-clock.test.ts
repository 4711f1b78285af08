import { expect, test } from 'vitest'
import { translator } from '../platform/i18n/text'
import { clockWords, dueClock } from './due-clock'
import { workQueueText } from './work-queue.text'

const t = translator(workQueueText, 'zh')
/** Monday 10:00 in Lhasa. */
const now = new Date('2026-11-23T02:00:00.000Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()
const wordsFor = (minutes: number, isOverdue = minutes < 0) => {
  const clock = dueClock({ dueAt: after(minutes), isOverdue }, now)
  return `${clock.tone} ${clockWords(clock, t)}`
}

test('the clock says how long is left, and never more than there is', () => {
  expect(wordsFor(3 * 1440 + 1439)).toBe('waiting 还剩3天')
  expect(wordsFor(2 * 1440)).toBe('waiting 还剩2天')
  expect(wordsFor(3 * 60 + 59)).toBe('soon 还剩3小时')
  expect(wordsFor(59)).toBe('soon 还剩59分钟')
  expect(wordsFor(0.5)).toBe('soon 还剩1分钟')
})

test('the clock says how late it is', () => {
  expect(wordsFor(-1)).toBe('late 晚了1分钟')
  expect(wordsFor(-61)).toBe('late 晚了1小时')
  expect(wordsFor(-1441)).toBe('late 晚了1天')
})

test('what is due today in Lhasa is soon, what is due tomorrow morning waits', () => {
  expect(wordsFor(13 * 60 + 59)).toMatch(/^soon/)
  expect(wordsFor(14 * 60 + 1)).toMatch(/^waiting/)
})

test('what is due within four hours is soon, also across midnight', () => {
  const lateEvening = new Date('2026-11-23T15:00:00.000Z')
  expect(dueClock({ dueAt: '2026-11-23T18:00:00.000Z', isOverdue: false }, lateEvening).tone).toBe('soon')
})

test('a phone whose clock is slow does not overrule the server', () => {
  expect(wordsFor(30, true)).toBe('late 晚了1分钟')
})
