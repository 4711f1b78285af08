import { expect, test } from 'vitest'
import { problemsAfter, problemsOf } from '../planted-mistake.ts'
import { sampleFiles } from '../sample-files.ts'

test('a configuration that is right has no problems', () => {
  expect(problemsOf(sampleFiles())).toEqual([])
})

test('a grid cell must name a queue of its community', () => {
  expect(problemsAfter('lane/grid-cells.yaml', 'queueId: lane-1-queue', 'queueId: yard-1-queue')).toContain(
    'lane/grid-cells.yaml  gridCells[lane-1].queueId: names the queue yard-1-queue, which is not in lane/queues.yaml: every grid cell names an existing queue',
  )
})

test('a community must name a subdistrict', () => {
  expect(problemsAfter('lane/community.yaml', 'subdistrictId: street', 'subdistrictId: water')).toEqual([
    'lane/community.yaml  subdistrictId: names water, which is no subdistrict of units.yaml',
  ])
})

test('a community is named as its folder', () => {
  expect(problemsAfter('lane/community.yaml', 'id: lane', 'id: road')).toContain(
    'lane/community.yaml  id: must be the name of its folder, lane',
  )
})

test('a contact serves a grid cell of its own community', () => {
  const ofAnother = 'phone: 0891-0000-101, gridCellId: yard-1'
  expect(problemsAfter('lane/community.yaml', 'phone: 0891-0000-101', ofAnother)).toEqual([
    'lane/community.yaml  contacts[服务大厅].gridCellId: names yard-1, which is no grid cell of this community',
  ])
})

test('a community can only leave out and change what is shared', () => {
  expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', 'leaveOut: [gone]')).toEqual([
    'lane/catalogue.yaml  leaveOut[gone]: is no category of the shared catalogue.yaml',
  ])
  expect(
    problemsAfter('lane/catalogue.yaml', 'leaveOut: []', 'exceptions: [{ serviceCode: gone, priority: 3 }]'),
  ).toEqual(['lane/catalogue.yaml  exceptions[gone]: is no category of the shared catalogue.yaml'])
  expect(problemsAfter('lane/routing.yaml', 'before: []', 'leaveOut: [gone]')).toEqual([
    'lane/routing.yaml  leaveOut[gone]: is no rule of the shared routing.yaml',
  ])
})

test('what a community leaves out it cannot change as well', () => {
  const both = 'leaveOut: [leak]\nexceptions: [{ serviceCode: leak, priority: 3 }]'
  expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', both)).toContain(
    'lane/catalogue.yaml  exceptions[leak]: is left out above and changed here',
  )
})
