import { plannedSlots } from '@little-bench/shared/scheduling/slots'
import { expect, test } from 'vitest'
import { parseConfig } from '../load.ts'
import { problemsAfter } from '../planted-mistake.ts'
import { sampleFilesWith } from '../sample-files.ts'

const FILE = 'lane/activities.yaml'
const LESSONS = 'lane/activities.yaml  activities[lane-lessons]'

test.each([
  ['belowYears: 16', 'belowYears: 6', `${LESSONS}.belowYears: must be more than fromYears`],
  [
    'belowYears: 16',
    'belowYears: 18',
    `${LESSONS}.belowYears: must be 16 or less: nobody older is written down as a child`,
  ],
  [/cutoff: .*/, "cutoff: { daysBefore: 0, at: '10:30' }", `${LESSONS}.cutoff: may not be after the activity begins`],
  ["to: '11:30'", "to: '09:30'", `${LESSONS}.to: must be later than from`],
  ['周末课堂（示范）', '周末课堂', `${LESSONS}.name: must say 示范: no source names such an activity here`],
])('%s may not be %s', (passage, mistake, problem) => {
  expect(problemsAfter(FILE, passage, mistake)).toEqual([problem])
})

const datesOf = (files: Record<string, string>, from: string): string[] => {
  const [lessons] = parseConfig(files).communities.get('lane')?.activities ?? []
  if (!lessons) throw new Error('the sample has lessons')
  return plannedSlots([lessons.pattern], lessons.calendar, { from, days: 14 }).map(({ serviceOn }) => serviceOn)
}

test('a lesson of the weekend keeps to its weekdays, whatever the hours of the community', () => {
  const files = sampleFilesWith(FILE, '写作业', '写字')
  expect(datesOf(files, '2026-11-23')).toEqual(['2026-11-28', '2026-11-29', '2026-12-05', '2026-12-06'])
})

test('a holiday has no lesson, and a make-up Saturday finds the children at school', () => {
  const files = sampleFilesWith(
    'lane/calendar.yaml',
    'demo: true',
    "makeUpWorkdays: [{ name: 调休（示范）, date: '2026-11-28', demo: true }]\nclosures: [{ name: 放假（示范）, from: '2026-12-06', demo: true }]\ndemo: true",
  )
  expect(datesOf(files, '2026-11-23')).toEqual(['2026-11-29', '2026-12-05'])
})
