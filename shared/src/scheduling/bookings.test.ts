import { expect, test } from 'vitest'
import { BOOKING_LIFECYCLE, BOOKING_STATES, extendedHold, LIVE_STATES, takesSeat } from './bookings.ts'

test('whoever has a seat is counted once for a person and a slot', () => {
  const live: readonly string[] = LIVE_STATES
  expect(BOOKING_STATES.filter(takesSeat).every((state) => live.includes(state))).toBe(true)
})

test('a booking that was cancelled or has expired stays so', () => {
  expect(BOOKING_LIFECYCLE.cancelled).toEqual({})
  expect(BOOKING_LIFECYCLE.expired).toEqual({})
})

test('every state can be reached from the two in which a booking begins', () => {
  const reached = new Set(['held', 'waitlisted'])
  for (let round = 0; round < BOOKING_STATES.length; round += 1) {
    for (const state of BOOKING_STATES) {
      if (reached.has(state)) for (const next of Object.values(BOOKING_LIFECYCLE[state])) reached.add(next)
    }
  }
  expect([...reached].toSorted()).toEqual(BOOKING_STATES.toSorted())
})

test('one tap holds a seat for ten minutes more, and not beyond half an hour', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 2, minute))
  expect(extendedHold(at(0), at(90), at(9))).toEqual(at(19))
  expect(extendedHold(at(0), at(90), at(25))).toEqual(at(30))
  expect(extendedHold(at(0), at(90), at(30))).toBeUndefined()
})

test('no tap holds a seat beyond the cut-off', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 2, minute))
  expect(extendedHold(at(0), at(15), at(9))).toEqual(at(15))
  expect(extendedHold(at(0), at(15), at(15))).toBeUndefined()
})
