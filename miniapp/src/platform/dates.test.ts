import { expect, test } from 'vitest'
import { spokenDate, spokenDateTime } from './dates'

test('a time is spoken as people in Lhasa say it, whatever the zone of the phone', () => {
  expect(spokenDateTime('2026-11-24T06:05:00.000Z', 'zh')).toBe('11月24日 星期二 下午2:05')
})

test('the day in Lhasa begins eight hours before the day in Greenwich', () => {
  expect(spokenDate('2026-11-23T16:00:00.000Z', 'zh')).toBe('11月24日 星期二')
  expect(spokenDate('2026-11-23T15:59:59.999Z', 'zh')).toBe('11月23日 星期一')
})

test('noon and midnight are twelve', () => {
  expect(spokenDateTime('2026-11-24T04:00:00.000Z', 'zh')).toBe('11月24日 星期二 中午12:00')
  expect(spokenDateTime('2026-11-23T16:07:00.000Z', 'zh')).toBe('11月24日 星期二 上午12:07')
})

test('Tibetan dates give the month in digits and the clock in twenty-four hours', () => {
  expect(spokenDateTime('2026-09-30T06:05:00.000Z', 'bo')).toBe('2026ལོའི་ཟླ་9ཚེས་30ཉིན། གཟའ་ལྷག་པ་ 14:05')
})
