import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const order = 'acceptance, firstReply and resolving come in this order'

test('nobody is promised an answer after the end', () => {
  expect(problemsAfter('deadline-classes.yaml', 'firstReply: { hours: 12 }', 'firstReply: { hours: 25 }')).toEqual([
    `deadline-classes.yaml  deadlineClasses[24h].firstReply: ends after hours or workingDays on an ordinary Monday morning in lane: ${order}`,
    `deadline-classes.yaml  deadlineClasses[24h].firstReply: ends after hours or workingDays on an ordinary Monday morning in yard: ${order}`,
  ])
})

test('nor an answer before somebody has taken it', () => {
  expect(
    problemsAfter('deadline-classes.yaml', 'acceptance: { dutyMinutes: 120 }', 'acceptance: { workingDays: 1 }')[0],
  ).toBe(
    `deadline-classes.yaml  deadlineClasses[24h].acceptance: ends after firstReply on an ordinary Monday morning in lane: ${order}`,
  )
})

test('a clock has one kind of time, and the end is not in minutes on duty', () => {
  const rule = 'must give exactly one of hours, dutyMinutes and workingDays'
  const acceptance = 'acceptance: { dutyMinutes: 120 }'
  expect(problemsAfter('deadline-classes.yaml', acceptance, 'acceptance: { hours: 1, dutyMinutes: 60 }')).toEqual([
    `deadline-classes.yaml  deadlineClasses[24h].acceptance: ${rule}`,
  ])
  expect(problemsAfter('deadline-classes.yaml', acceptance, 'acceptance: {}')).toEqual([
    `deadline-classes.yaml  deadlineClasses[24h].acceptance: ${rule}`,
  ])
  expect(problemsAfter('deadline-classes.yaml', 'hours: 24,', 'dutyMinutes: 600,')).toHaveLength(2)
})

test('half an hour is a time', () => {
  expect(
    problemsAfter('deadline-classes.yaml', 'acceptance: { dutyMinutes: 120 }', 'acceptance: { hours: 0.5 }'),
  ).toEqual([])
})

test('a question is only closed after both reminders', () => {
  const rule = 'work-queue.yaml  (file): the second reminder must come after the first, and closing after both'
  expect(problemsAfter('work-queue.yaml', 'questionClosesAfterDays: 9', 'questionClosesAfterDays: 6')).toEqual([rule])
  expect(problemsAfter('work-queue.yaml', '[3, 6]', '[6, 3]')).toEqual([rule])
  expect(problemsAfter('work-queue.yaml', '[3, 6]', '[3]')).toHaveLength(1)
})

test('the resident is asked to rate while it can still be rated', () => {
  expect(problemsAfter('work-queue.yaml', 'ratingReminderAfterDays: 5', 'ratingReminderAfterDays: 14')).toEqual([
    'work-queue.yaml  ratingReminderAfterDays: must come before the rating ends after 14 days',
  ])
})
