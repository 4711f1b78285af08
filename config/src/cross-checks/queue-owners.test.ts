import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

test('a queue that nobody owns is refused', () => {
  const spare = '\n  - { id: spare, name: 多余, level: grid_cell, demo: true }\n'
  expect(problemsAfter('lane/queues.yaml', /\n$/, spare)).toEqual([
    'lane/queues.yaml  queues[spare]: belongs to nobody: every queue belongs to exactly one owner',
  ])
})

test('a queue of two grid cells is refused', () => {
  expect(problemsAfter('lane/grid-cells.yaml', 'queueId: lane-1-queue', 'queueId: lane-2-queue')).toContain(
    'lane/queues.yaml  queues[lane-2-queue]: belongs to grid cell lane-1 and grid cell lane-2: every queue belongs to exactly one owner',
  )
})

test('a queue stands on the level of its owner', () => {
  expect(problemsAfter('lane/queues.yaml', 'level: grid_cell', 'level: community')).toEqual([
    'lane/queues.yaml  queues[lane-1-queue].level: must be grid_cell, because it belongs to grid cell lane-1',
  ])
  expect(problemsAfter('queues.yaml', 'level: department', 'level: subdistrict')).toEqual([
    'queues.yaml  queues[water-queue].level: must be department, because it belongs to unit water',
  ])
})

test('a unit and a community name queues that exist', () => {
  expect(problemsAfter('units.yaml', 'queueId: water-queue', 'queueId: dry')).toContain(
    'units.yaml  units[water].queueId: names the queue dry, which is not in queues.yaml',
  )
  expect(problemsAfter('lane/community.yaml', 'queueId: lane-queue', 'queueId: street-queue')).toContain(
    'lane/community.yaml  queueId: names the queue street-queue, which is not in lane/queues.yaml',
  )
})
