import { expect, test } from 'vitest'
import { problemsAfter, problemsOf } from './planted-mistake.ts'
import { sampleFiles } from './sample-files.ts'

test('an unknown key is a mistake, not a wish', () => {
  expect(problemsAfter('lane/community.yaml', 'receiptPrefix: LN', 'receiptPrefix: LN\ncolour: red')).toEqual([
    'lane/community.yaml  (file): unknown key colour',
  ])
})

test('a missing key is named', () => {
  expect(problemsAfter('units.yaml', ', kind: department', '')).toEqual([
    'units.yaml  units[water].kind: Invalid option: expected one of "subdistrict"|"department"|"committee"|"property_company"',
  ])
  expect(problemsAfter('lane/grid-cells.yaml', 'queueId: lane-1-queue', '')).toEqual([
    'lane/grid-cells.yaml  gridCells[lane-1].queueId: is missing',
  ])
})

test('every problem is told at once', () => {
  const files = sampleFiles()
  expect(problemsOf({ ...files, 'units.yaml': 'units: 3', 'queues.yaml': 'queues: 3' })).toHaveLength(2)
})

test('a text that is not YAML is refused with its place', () => {
  expect(problemsOf({ ...sampleFiles(), 'lane/routing.yaml': 'before: [' })[0]).toMatch(
    /^lane\/routing.yaml {2}\(file\): not YAML: .* at line 1, column \d+$/,
  )
})

test('the same key twice in one place is refused', () => {
  expect(problemsAfter('lane/community.yaml', 'receiptPrefix: LN', 'receiptPrefix: LN\nreceiptPrefix: XY')[0]).toMatch(
    /^lane\/community.yaml {2}\(file\): not YAML: Map keys must be unique/,
  )
})

test('a file that is missing and a file that nobody reads are both told', () => {
  const { 'lane/calendar.yaml': calendar = '', ...files } = sampleFiles()
  expect(problemsOf({ ...files, 'lane/calender.yaml': calendar })).toEqual([
    'lane/calender.yaml  (file): no file of this name is read here; known are community.yaml, grid-cells.yaml, queues.yaml, catalogue.yaml, routing.yaml, calendar.yaml, childcare.yaml, activities.yaml, grid-redraws.yaml, volunteer-teams.yaml, canteens.yaml, mediators.yaml, pension.yaml',
    'lane/calendar.yaml  (file): this file is missing',
  ])
})
