import { expect, test } from 'vitest'
import { rosterChildOf, rosterOf } from '../../test/components/roster-answers'
import type { WaitingWrite } from '../platform/waiting-writes'
import { lateLines, linesOf, settledWrites } from './roster-lines'
import { ARRIVAL, HAND_OVER } from './roster-senders'

const writeOf = (kind: string, bookingId: string, fields: Partial<WaitingWrite> = {}): WaitingWrite => ({
  id: `${kind}-1`,
  kind,
  personId: 'p',
  at: '2026-11-30T01:20:00.000Z',
  body: { bookingId, by: '外婆（示范）' },
  state: 'waiting',
  refusal: null,
  ...fields,
})
const child = rosterChildOf(1)
const ARRIVED = '2026-11-30T01:10:00.000Z'

test('a child is expected, here, gone or away, and what only the tablet knows counts at once', () => {
  const presence = (fields: Parameters<typeof rosterChildOf>[1], writes: WaitingWrite[] = []) =>
    linesOf([rosterChildOf(1, fields)], writes)[0]?.presence
  expect(presence({})).toBe('expected')
  expect(presence({ absence: 'ill' })).toBe('absent')
  expect(presence({}, [writeOf(ARRIVAL, child.bookingId)])).toBe('here')
  expect(presence({ arrivedAt: ARRIVED, state: 'served' }, [writeOf(HAND_OVER, child.bookingId)])).toBe('gone')
  // It came after all.
  expect(presence({ absence: 'ill', arrivedAt: ARRIVED })).toBe('here')
})

test('whoever waits for a place or gave it back is not on the list', () => {
  expect(linesOf([rosterChildOf(1, { state: 'waitlisted' }), rosterChildOf(2, { state: 'cancelled' })], [])).toEqual([])
})

test('a write that the server refused counts for nothing, and one that it has is forgotten once the roster shows it', () => {
  const refused = writeOf(ARRIVAL, child.bookingId, { state: 'refused' })
  expect(linesOf([child], [refused])[0]?.presence).toBe('expected')
  const sent = writeOf(ARRIVAL, child.bookingId, { state: 'sent' })
  expect(settledWrites(rosterOf([child]), [sent])).toEqual([])
  expect(settledWrites(rosterOf([rosterChildOf(1, { arrivedAt: ARRIVED })]), [sent])).toEqual([sent.id])
})

test('who is still here after the end of its time is named, and nobody else', () => {
  const here = rosterChildOf(1, { arrivedAt: ARRIVED })
  const gone = rosterChildOf(2, { arrivedAt: ARRIVED, pickedUpAt: '2026-11-30T09:00:00.000Z' })
  const lines = linesOf([here, gone, rosterChildOf(3)], [])
  expect(lateLines(lines, new Date('2026-11-30T09:59:00.000Z'))).toEqual([])
  expect(lateLines(lines, new Date('2026-11-30T10:00:00.000Z')).map((line) => line.child.bookingId)).toEqual([
    here.bookingId,
  ])
})
