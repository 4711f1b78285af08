import { expect, test } from 'vitest'
import { possibleMoves } from './booking.policy.ts'

const now = new Date('2026-11-23T02:05:00.000Z')
const all = { canFile: true, canManage: true }
const booking = {
  state: 'booked',
  held_at: null,
  expires_at: null,
  cutoff_at: '2026-11-23T12:00:00.000Z',
} as const
const held = {
  ...booking,
  state: 'held',
  held_at: '2026-11-23T02:00:00.000Z',
  expires_at: '2026-11-23T02:10:00.000Z',
} as const
const offered = { ...booking, state: 'offered', expires_at: '2026-11-23T04:00:00.000Z' } as const
const namesOf = (moves: ReturnType<typeof possibleMoves>) =>
  Object.entries(moves).flatMap(([name, isPossible]) => (isPossible ? [name] : []))

test('what is booked is cancelled until the cut-off, and by whoever may manage it', () => {
  expect(namesOf(possibleMoves(booking, all, now))).toEqual(['canCancel'])
  expect(namesOf(possibleMoves(booking, all, new Date(booking.cutoff_at)))).toEqual([])
  expect(namesOf(possibleMoves(booking, { canFile: true, canManage: false }, now))).toEqual([])
})

test('a hold is extended while it is kept, until half an hour is over, by whoever may book', () => {
  expect(namesOf(possibleMoves(held, { canFile: true, canManage: false }, now))).toEqual(['canExtend'])
  expect(namesOf(possibleMoves(held, { canFile: false, canManage: true }, now))).toEqual([])
  expect(namesOf(possibleMoves(held, all, new Date(held.expires_at)))).toEqual([])
  expect(namesOf(possibleMoves({ ...held, expires_at: '2026-11-23T02:30:00.000Z' }, all, now))).toEqual([])
})

test('a hold that ends with the cut-off is not extended', () => {
  const late = { ...held, expires_at: '2026-11-23T02:08:00.000Z', cutoff_at: '2026-11-23T02:08:00.000Z' }
  expect(namesOf(possibleMoves(late, all, now))).toEqual([])
})

test('an offer is answered while it is kept; what waits, is over or was given up has nothing to press', () => {
  expect(namesOf(possibleMoves(offered, all, now))).toEqual(['canAnswerOffer'])
  expect(namesOf(possibleMoves(offered, all, new Date(offered.expires_at)))).toEqual([])
  for (const state of ['waitlisted', 'cancelled', 'expired', 'served', 'no_show'] as const) {
    expect(namesOf(possibleMoves({ ...offered, state }, all, now))).toEqual([])
  }
})
