import { expect, test } from 'vitest'
import type { ServiceCalendar } from '../work-queue/deadline.ts'
import { plannedSlots, type SlotPattern } from './slots.ts'

const CALENDAR: ServiceCalendar = {
  openWeekdays: [1, 2, 3, 4, 5],
  closedOn: ['2026-10-01', '2026-10-02'],
  makeUpWorkdays: ['2026-10-10'],
  opensAt: 9 * 60,
  closesAt: 18 * 60,
}
const LUNCH: SlotPattern = {
  kind: 'lunch',
  startsAt: 11 * 60 + 30,
  endsAt: 13 * 60,
  cutoff: { daysBefore: 1, minute: 20 * 60 },
  capacity: 40,
}

test('there is a lunch on each open day, and none on a weekend or a holiday', () => {
  const days = plannedSlots([LUNCH], CALENDAR, { from: '2026-09-30', days: 8 }).map(({ serviceOn }) => serviceOn)
  expect(days).toEqual(['2026-09-30', '2026-10-05', '2026-10-06', '2026-10-07'])
})

test('a make-up workday has its lunch although it is a Saturday', () => {
  const [slot] = plannedSlots([{ ...LUNCH, weekdays: [1, 2, 3, 4, 5] }], CALENDAR, { from: '2026-10-10', days: 1 })
  expect(slot).toMatchObject({ serviceOn: '2026-10-10', startsAt: new Date('2026-10-10T03:30:00.000Z') })
})

test('the cut-off is on the evening before, in the time of Lhasa', () => {
  const [slot] = plannedSlots([LUNCH], CALENDAR, { from: '2026-09-30', days: 1 })
  expect(slot?.cutoffAt).toEqual(new Date('2026-09-29T12:00:00.000Z'))
})

test('a lesson of the weekend stands on its own weekdays', () => {
  const lesson = { ...LUNCH, kind: 'lesson', weekdays: [6] }
  const open = { ...CALENDAR, openWeekdays: [0, 1, 2, 3, 4, 5, 6] }
  const days = plannedSlots([lesson], open, { from: '2026-11-23', days: 14 }).map(({ serviceOn }) => serviceOn)
  expect(days).toEqual(['2026-11-28', '2026-12-05'])
})

test('a course has no lesson before its first day and none after its last', () => {
  const course = { ...LUNCH, kind: 'lesson', days: { from: '2026-11-24', until: '2026-11-25' } }
  const days = plannedSlots([course], CALENDAR, { from: '2026-11-23', days: 5 }).map(({ serviceOn }) => serviceOn)
  expect(days).toEqual(['2026-11-24', '2026-11-25'])
})
