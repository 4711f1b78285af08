import { expect, test } from 'vitest'
import { slotOf } from '../../test/components/childcare-answers'
import { groupOn, idsWith, sessionsOn } from './session-places'

const BIG = '0190b1c4-7777-7aaa-8bbb-000000000001'
const SMALL = '0190b1c4-7777-7aaa-8bbb-000000000002'
const ON = '2026-11-30'
const bothIn = [BIG, SMALL].map((childId) => ({ childId, bookingId: null, state: null }))

test('each child stands in its own group, with what is free there', () => {
  const slots = [
    slotOf(1, { children: bothIn.slice(0, 1), seatsLeft: 3 }),
    slotOf(2, { children: bothIn.slice(1), seatsLeft: 0, refusal: 'slot_full', groupName: '小小班' }),
  ]
  const [whole] = sessionsOn(slots, ON, [BIG, SMALL])
  expect(whole?.children.map(({ place }) => place)).toEqual(['free', 'full'])
  expect(groupOn(slots, ON, SMALL)).toBe('小小班')
})

test('the last place of a group is for one of two siblings', () => {
  const [whole] = sessionsOn([slotOf(1, { children: bothIn, seatsLeft: 1 })], ON, [BIG, SMALL])
  expect(whole && idsWith(whole, 'free')).toEqual([BIG])
  expect(whole && idsWith(whole, 'full')).toEqual([SMALL])
})

test('a child that no group takes on the day has nothing, and one that is booked takes no place again', () => {
  const booked = [{ childId: BIG, bookingId: null, state: 'booked' as const }]
  const [whole] = sessionsOn([slotOf(1, { children: booked, seatsLeft: 1 })], ON, [BIG, SMALL])
  expect(whole?.children.map(({ place }) => place)).toEqual(['booked', 'none'])
})

test('after the cut-off and on a closed day nothing is free, however many places are left', () => {
  const late = slotOf(1, { children: bothIn, refusal: 'past_cutoff' })
  const closed = slotOf(2, { children: bothIn, session: 'morning', refusal: 'slot_closed' })
  expect(sessionsOn([late, closed], ON, [BIG]).map(({ children }) => children[0]?.place)).toEqual([
    'past_cutoff',
    'closed',
  ])
})
