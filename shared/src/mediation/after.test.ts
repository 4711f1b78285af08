import { expect, test } from 'vitest'
import { confirmableUntil, courtRemindersOn, followUpsOn } from './after.ts'

test('both sides are asked after a week and after a month', () => {
  expect(followUpsOn('2026-11-28')).toEqual(['2026-12-05', '2026-12-28'])
})

test('the court can be asked for thirty days, and the reminders come before they are over', () => {
  expect(confirmableUntil('2026-11-28')).toBe('2026-12-28')
  expect(courtRemindersOn('2026-11-28')).toEqual(['2026-12-05', '2026-12-18', '2026-12-25'])
})
