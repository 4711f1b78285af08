import { expect, test } from 'vitest'
import { planRefusal } from './plan-rules.ts'

const HOURS = { fromMinute: 570, untilMinute: 1080 }
/** Ten in the morning. */
const NOW = new Date('2026-11-24T02:00:00.000Z')
const plan = (on: string, ...times: [from: number, until: number][]) => ({
  on,
  visits: times.map(([from, until], index) => ({ visitId: `visit-${index}`, from, until })),
})

test('a round lies in the hours of the community', () => {
  expect(planRefusal(plan('2026-11-25', [570, 630], [1020, 1080]), HOURS, NOW)).toBeUndefined()
  for (const time of [
    [569, 630],
    [1020, 1081],
    [630, 630],
    [700, 630],
  ] as [number, number][]) {
    expect(planRefusal(plan('2026-11-25', time), HOURS, NOW)).toBe('slot_closed')
  }
})

test('nobody is visited yesterday, nor earlier today', () => {
  expect(planRefusal(plan('2026-11-23', [570, 630]), HOURS, NOW)).toBe('date_in_past')
  expect(planRefusal(plan('2026-11-24', [570, 600]), HOURS, NOW)).toBe('slot_closed')
  expect(planRefusal(plan('2026-11-24', [570, 660]), HOURS, NOW)).toBeUndefined()
})

test('nobody is visited twice in a round', () => {
  const { on, visits } = plan('2026-11-25', [570, 630])
  expect(planRefusal({ on, visits: [...visits, ...visits] }, HOURS, NOW)).toBe('visit_changed')
})
