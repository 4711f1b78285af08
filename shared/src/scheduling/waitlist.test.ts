import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inWaitlistOrder, offerUntil, positionOf, WAITLIST_REASONS } from './waitlist.ts'

const NIGHT = { fromMinute: 21 * 60 + 30, toMinute: 8 * 60 }

const waiting = fc.uniqueArray(
  fc.record({ id: fc.uuid({ version: 7 }), reason: fc.constantFrom(...WAITLIST_REASONS) }),
  { selector: ({ id }) => id },
)

test('whoever cannot come otherwise is first, and within one reason whoever asked first', () => {
  const order = inWaitlistOrder([
    { id: '01', reason: 'lives_here' },
    { id: '02', reason: 'cannot_come_otherwise' },
    { id: '03', reason: 'lives_here' },
    { id: '00', reason: 'works_nearby' },
  ])
  expect(order.map(({ id }) => id)).toEqual(['02', '01', '03', '00'])
})

test('everybody has a place of their own, whatever the order in which the list is read', () => {
  fc.assert(
    fc.property(waiting, fc.func(fc.integer()), (list, shuffle) => {
      const shuffled = list.toSorted((a, b) => shuffle(a.id) - shuffle(b.id))
      expect(inWaitlistOrder(shuffled)).toEqual(inWaitlistOrder(list))
      const places = list.map(({ id }) => positionOf(id, shuffled))
      expect(places.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(list.map((_unused, index) => index + 1))
    }),
  )
})

test('nobody who joins later with the same reason comes before those who wait', () => {
  fc.assert(
    fc.property(waiting, fc.constantFrom(...WAITLIST_REASONS), (list, reason) => {
      const late = { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff', reason }
      const order = inWaitlistOrder([...list, late])
      const after = order.slice(order.indexOf(late) + 1)
      expect(after.every((other) => other.reason !== reason)).toBe(true)
    }),
  )
})

test('an offer ends with the cut-off, and is not made when there is no time to answer it', () => {
  const now = new Date('2026-11-28T02:00:00.000Z')
  const cutoff = new Date('2026-11-28T02:20:00.000Z')
  const within = (answerMinutes: number) => ({ answerMinutes, quietHours: NIGHT })
  expect(offerUntil(now, cutoff, within(60))).toEqual(cutoff)
  expect(offerUntil(now, cutoff, within(10))).toEqual(new Date('2026-11-28T02:10:00.000Z'))
  expect(offerUntil(cutoff, cutoff, within(10))).toBeUndefined()
})

test('at night nobody’s time to answer runs out, unless the cut-off comes first', () => {
  const night = new Date('2026-11-27T15:00:00.000Z')
  const noon = new Date('2026-11-28T04:00:00.000Z')
  const options = { answerMinutes: 120, quietHours: NIGHT }
  expect(offerUntil(night, noon, options)).toEqual(new Date('2026-11-28T02:00:00.000Z'))
  expect(offerUntil(night, new Date('2026-11-28T01:00:00.000Z'), options)).toEqual(new Date('2026-11-28T01:00:00.000Z'))
})
