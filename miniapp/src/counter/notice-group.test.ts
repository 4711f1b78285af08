import { NOTICES } from '@little-bench/shared/notifications/notices'
import { expect, test } from 'vitest'
import { groupOfNotice } from './notice-group'

test('a list of messages never says that somebody has a case', () => {
  expect(NOTICES.filter((notice) => notice.startsWith('case_')).map(groupOfNotice)).toEqual(['other', 'other'])
})

test('what is not about an item is not called one', () => {
  expect(groupOfNotice('resolved')).toBe('item')
  expect(groupOfNotice('grant_offered')).toBe('proxy')
  expect(groupOfNotice('seat_offered')).toBe('booking')
  expect(groupOfNotice('child_not_picked_up')).toBe('child')
  expect(groupOfNotice('proof_due')).toBe('visit')
})
