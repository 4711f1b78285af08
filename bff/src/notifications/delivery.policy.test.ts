import { expect, test } from 'vitest'
import type { SendOutcome } from '../platform/wechat/wechat.ts'
import { afterSending, afterSentEvent, atCallTime, creditAfter, watchesDeliveries } from './delivery.policy.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000)
const BUSY: SendOutcome = { kind: 'not_sent', why: 'busy', errorCode: -1 }
const refusal = (why: Extract<SendOutcome, { kind: 'refused' }>['why']): SendOutcome => ({
  kind: 'refused',
  why,
  errorCode: 1,
})

test('what certainly was not sent is tried again, each time later, and given up in the end', () => {
  const waits = Array.from({ length: 10 }, (_none, index) => afterSending(BUSY, index + 1, NOW).nextAt?.getTime() ?? 0)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(afterSending(BUSY, 1, NOW)).toEqual({ state: 'waiting', problem: 'unavailable', nextAt: inMinutes(1) })
  expect(afterSending(BUSY, 11, NOW)).toEqual({ state: 'failed', problem: 'unavailable', nextAt: null })
})

test('what may have gone out is never tried again', () => {
  expect(afterSending({ kind: 'unclear' }, 1, NOW)).toEqual({ state: 'unclear', problem: 'no_answer', nextAt: null })
})

test('what WeChat refuses is not tried again', () => {
  expect(afterSending(refusal('bad_open_id'), 1, NOW)).toEqual({ state: 'failed', problem: 'not_bound', nextAt: null })
  expect(afterSending(refusal('no_credit'), 1, NOW).problem).toBe('no_credit')
})

test('an agreement is used by what went out or may have, and kept by what did not', () => {
  expect(creditAfter({ kind: 'sent', messageId: null })).toBe('used')
  expect(creditAfter({ kind: 'unclear' })).toBe('used')
  expect(creditAfter(BUSY)).toBe('given_back')
  expect(creditAfter(refusal('content_refused'))).toBe('given_back')
  expect(creditAfter(refusal('no_credit'))).toBe('none_left')
})

test('the event decides whether it arrived', () => {
  expect(afterSentEvent(0).state).toBe('delivered')
  expect(afterSentEvent(4)).toEqual({ state: 'failed', problem: 'refused', nextAt: null })
})

const unread = { kind: 'slot_cancelled', state: 'failed', details: {}, isRead: false } as const

test.each([
  ['whoever has read it is spared', { isRead: true }, 'spare'],
  ['whoever got it on the phone is spared', { state: 'sent' }, 'spare'],
  ['whoever got none is called', { state: 'failed' }, 'call'],
  ['whoever may have got none is called', { state: 'unclear' }, 'call'],
  ['whoever WeChat could not be reached for is called', { state: 'waiting' }, 'call'],
  ['what is in its hands is waited for', { state: 'sending' }, 'wait'],
  ['for a child both are done', { kind: 'child_not_picked_up', state: 'delivered' }, 'call'],
  [
    'an offer that has ended is spoken of no more',
    { kind: 'seat_offered', details: { untilAt: NOW.toISOString() } },
    'spare',
  ],
] as const)('%s', (_name, changes, done) => {
  expect(atCallTime({ ...unread, ...changes }, NOW)).toBe(done)
})

test('the counter looks at its own community, an administrator at each, and nobody else at any', () => {
  const role = (name: string, communityId: string | null) => [{ role: name, communityId }]
  expect(watchesDeliveries(role('community_staff', 'raosai'), 'raosai')).toBe(true)
  expect(watchesDeliveries(role('community_staff', 'raosai'), 'nizhuolin')).toBe(false)
  expect(watchesDeliveries(role('admin', null), 'raosai')).toBe(true)
  expect(watchesDeliveries(role('resident', 'raosai'), 'raosai')).toBe(false)
})
