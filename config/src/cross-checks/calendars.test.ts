import { describe, expect, test } from 'vitest'
import { parseConfig } from '../load.ts'
import { problemsAfter } from '../planted-mistake.ts'
import { describeProblem } from '../problem.ts'
import { sampleFiles, sampleFilesWith } from '../sample-files.ts'
import { checkCalendarCoverage } from './calendars.ts'

test('a community closes after it opens', () => {
  expect(problemsAfter('lane/calendar.yaml', "closesAt: '18:00'", "closesAt: '08:00'")).toEqual([
    'lane/calendar.yaml  closesAt: must be later than opensAt',
  ])
})

test('a make-up workday is a day that would be closed by its weekday', () => {
  expect(problemsAfter('holidays.yaml', "date: '2027-02-20'", "date: '2027-02-22'")).toContain(
    'holidays.yaml  makeUpWorkdays[2027-02-22]: is open in lane anyway: a make-up workday is a day that the weekday would close',
  )
})

test('a day is not closed and made up at once', () => {
  expect(problemsAfter('holidays.yaml', "date: '2027-02-20'", "date: '2027-02-06'")).toContain(
    'holidays.yaml  makeUpWorkdays[2027-02-06]: is also a closed day of lane: a day is one or the other',
  )
})

test('a closure ends after it begins', () => {
  expect(problemsAfter('holidays.yaml', "to: '2027-02-13'", "to: '2027-02-03'")).toEqual([
    'holidays.yaml  closures[0]: "to" may not be before "from"',
  ])
})

describe('the calendars cover the next 60 days', () => {
  const config = parseConfig(sampleFiles())

  test('up to and including the last day that is entered', () => {
    expect(checkCalendarCoverage(config, '2027-11-01')).toEqual([])
  })

  test('and one day later somebody must enter the next year', () => {
    expect(checkCalendarCoverage(config, '2027-11-02').map(describeProblem)[0]).toBe(
      'holidays.yaml  coversUntil: is 2027-12-31, but calendars must cover the next 60 days, until 2028-01-01: enter the holidays, then move it on',
    )
  })

  test('with at least one open day', () => {
    const closed = parseConfig(
      sampleFilesWith(
        'lane/calendar.yaml',
        'demo: true',
        "demo: true\nclosures: [{ name: 装修, from: '2027-03-01', to: '2027-05-31', demo: true }]",
      ),
    )
    expect(checkCalendarCoverage(closed, '2027-03-05').map(describeProblem)).toEqual([
      'lane/calendar.yaml  openWeekdays: has no open day in the 60 days from 2027-03-05',
    ])
  })
})
