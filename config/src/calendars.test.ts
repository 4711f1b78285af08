import { isOnDuty } from '@little-bench/shared/work-queue/deadline'
import { expect, test } from 'vitest'
import { calendarOfQueue } from './calendars.ts'
import { parseConfig } from './load.ts'
import { problemsAfter } from './planted-mistake.ts'
import { sampleFiles, sampleFilesWith } from './sample-files.ts'

const withOwnHours = parseConfig(
  sampleFilesWith(
    'queues.yaml',
    'level: department,',
    "level: department, dutyHours: { openWeekdays: [1, 2, 3, 4, 5, 6], opensAt: '08:00', closesAt: '20:00' },",
  ),
)

test('a queue without hours of its own works by the calendar of the community', () => {
  const config = parseConfig(sampleFiles())
  expect(calendarOfQueue(config, 'water-queue', 'lane')).toBe(config.communities.get('lane')?.calendar)
  expect(calendarOfQueue(config, 'lane-1-queue', 'lane')).toBe(config.communities.get('lane')?.calendar)
})

test('a queue with hours of its own works by them, also on Saturday, and keeps the holidays of all', () => {
  const calendar = calendarOfQueue(withOwnHours, 'water-queue', 'lane')
  const saturdayMorning = new Date('2026-11-28T00:30:00Z')
  const saturdayOfLosar = new Date('2027-02-06T02:00:00Z')
  expect(isOnDuty(saturdayMorning, calendar)).toBe(true)
  expect(isOnDuty(saturdayMorning, calendarOfQueue(withOwnHours, 'lane-queue', 'lane'))).toBe(false)
  expect(isOnDuty(saturdayOfLosar, calendar)).toBe(false)
})

test('hours of a queue end after they begin', () => {
  const hours = "level: department, dutyHours: { openWeekdays: [1], opensAt: '20:00', closesAt: '08:00' },"
  expect(problemsAfter('queues.yaml', 'level: department,', hours)).toEqual([
    'queues.yaml  queues[water-queue].dutyHours.closesAt: must be later than opensAt',
  ])
})

test('a community that is not there is a mistake of the program', () => {
  expect(() => calendarOfQueue(withOwnHours, 'lane-queue', 'gone')).toThrow('no community gone')
})
