import { expect, test } from 'vitest'
import { isToldByCall, type Notice } from './notices.ts'

test.each<Notice>([
  'seat_offered',
  'wait_ended',
  'slot_cancelled',
  'standing_order_failed',
  'absence_check',
  'child_not_picked_up',
])('whoever has no app is called: %s', (notice) => {
  expect(isToldByCall(notice)).toBe(true)
})

test.each<Notice>(['receipt', 'child_arrived', 'child_picked_up', 'standing_order_made'])(
  'nobody is called for what they know or need do nothing about: %s',
  (notice) => {
    expect(isToldByCall(notice)).toBe(false)
  },
)
