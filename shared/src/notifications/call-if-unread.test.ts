import { expect, test } from 'vitest'
import { instantOf, minuteOf } from '../kernel/time.ts'
import { callTime, mayRingAtNight } from './call-if-unread.ts'
import { afterQuietHours } from './quiet-hours.ts'

const NIGHT = { fromMinute: minuteOf('21:30'), toMinute: minuteOf('08:00') }
const at = (clock: string, date = '2026-11-23') => instantOf(date, minuteOf(clock))

test('nobody waits to call about a child who was not fetched, and nobody calls about a step on the way', () => {
  expect(callTime('child_not_picked_up', at('22:00'), NIGHT)).toEqual(at('22:00'))
  expect(callTime('replied', at('10:00'), NIGHT)).toBeUndefined()
})

test('the minutes in which somebody could have read it are waking ones', () => {
  expect(callTime('slot_cancelled', at('10:00'), NIGHT)).toEqual(at('11:00'))
  expect(callTime('slot_cancelled', at('21:00'), NIGHT)).toEqual(at('08:30', '2026-11-24'))
})

test('a telephone rings at night for a child, and for an offer that ends before the morning', () => {
  const morning = afterQuietHours(at('23:00'), NIGHT)
  expect(mayRingAtNight('child_pick_up_undone', {}, morning)).toBe(true)
  expect(mayRingAtNight('seat_offered', { untilAt: at('07:00', '2026-11-24').toISOString() }, morning)).toBe(true)
  expect(mayRingAtNight('seat_offered', { untilAt: at('09:30', '2026-11-24').toISOString() }, morning)).toBe(false)
  expect(mayRingAtNight('resolved', {}, morning)).toBe(false)
})
