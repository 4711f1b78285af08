import Taro from '@tarojs/taro'
import { afterEach, expect, test } from 'vitest'
import { addToPhoneCalendar } from './phone-calendar.weapp'

const ENTRY = {
  id: 'meal-1',
  title: '午餐',
  startsAt: '2026-11-28T04:00:00.000Z',
  endsAt: '2026-11-28T05:00:00.000Z',
  place: '社区食堂',
}

afterEach(() => void Reflect.deleteProperty(Taro, 'addPhoneCalendar'))

test('it goes into the calendar with a reminder half an hour before', async () => {
  const added: object[] = []
  Object.assign(Taro, { addPhoneCalendar: async (entry: object) => void added.push(entry) })
  expect(await addToPhoneCalendar(ENTRY)).toBe('added')
  expect(added).toEqual([
    { title: '午餐', startTime: 1_795_838_400, endTime: '1795842000', location: '社区食堂', alarmOffset: 1800 },
  ])
})

test('a calendar that may not be used is a refusal that can be said', async () => {
  Object.assign(Taro, { addPhoneCalendar: async () => Promise.reject({ errMsg: 'addPhoneCalendar:fail auth deny' }) })
  expect(await addToPhoneCalendar(ENTRY)).toBe('refused')
})
