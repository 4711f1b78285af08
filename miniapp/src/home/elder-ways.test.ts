import { expect, test } from 'vitest'
import { elderWays } from './elder-ways'

const ways = (...keys: string[]) => keys.map((key) => ({ key }))

test('five services stand side by side without a way to more', () => {
  const five = ways('emergency', 'report', 'items', 'contacts', 'inbox', 'snap', 'public')
  expect(elderWays(five)).toEqual({ shown: ways('emergency', 'report', 'items', 'contacts', 'inbox'), left: [] })
})

test('with a canteen four stay, and whom to call and messages are behind one more tap', () => {
  const { shown, left } = elderWays(ways('emergency', 'canteen', 'report', 'items', 'contacts', 'inbox', 'bookings'))
  expect(shown).toEqual(ways('emergency', 'canteen', 'report', 'items'))
  expect(left).toEqual(ways('contacts', 'inbox', 'bookings'))
})
