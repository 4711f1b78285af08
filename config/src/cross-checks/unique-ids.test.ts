import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

test('two communities cannot share a receipt prefix', () => {
  expect(problemsAfter('yard/community.yaml', 'receiptPrefix: YD', 'receiptPrefix: LN')).toEqual([
    'yard/community.yaml  receiptPrefix: the receipt prefix LN is already used in lane/community.yaml',
  ])
})

test('a place belongs to one community', () => {
  expect(problemsAfter('yard/grid-cells.yaml', 'id: yard-gate', 'id: lane-gate')).toEqual([
    'yard/grid-cells.yaml  gridCells[yard-2].places[lane-gate]: the place id lane-gate is already used in lane/grid-cells.yaml',
  ])
})

test('a grid cell belongs to one community', () => {
  expect(problemsAfter('yard/grid-cells.yaml', 'id: yard-2\n', 'id: lane-2\n')).toContain(
    'yard/grid-cells.yaml  gridCells[lane-2]: the grid cell id lane-2 is already used in lane/grid-cells.yaml',
  )
})

test('a queue is written once', () => {
  expect(problemsAfter('yard/queues.yaml', 'id: yard-2-queue', 'id: lane-2-queue')).toContain(
    'yard/queues.yaml  queues[lane-2-queue]: the queue id lane-2-queue is already used in lane/queues.yaml',
  )
})

test('a service code means one category', () => {
  expect(problemsAfter('catalogue.yaml', 'serviceCode: leak', 'serviceCode: lamp')).toEqual([
    'catalogue.yaml  categories[lamp]: the serviceCode lamp is already used in catalogue.yaml',
  ])
})

test('a community cannot add what the shared catalogue has, nor change it twice', () => {
  const again = `additions:
  - { serviceCode: lamp, name: 灯, group: 照明, duty: perform, handledBy: grid_cell, deadlineClass: 24h, priority: 1,
      canBePublic: true, defaultVisibility: private, guidance: 说清, demo: true }`
  expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', again)).toEqual([
    'lane/catalogue.yaml  additions[lamp]: the serviceCode lamp is already used in catalogue.yaml',
  ])
  const twice = 'exceptions: [{ serviceCode: lamp, priority: 3 }, { serviceCode: lamp, priority: 0 }]'
  expect(problemsAfter('lane/catalogue.yaml', 'leaveOut: []', twice)).toEqual([
    'lane/catalogue.yaml  exceptions[lamp]: the exception for lamp is already used in lane/catalogue.yaml',
  ])
})

test('a rule id names one rule, because routed items store it', () => {
  expect(problemsAfter('routing.yaml', 'id: department', 'id: cell')).toEqual([
    'routing.yaml  rules[cell]: the rule id cell is already used in routing.yaml',
  ])
})

test('a demonstration person has an id of their own', () => {
  expect(
    problemsAfter('demo-people.yaml', '04dd7f53-4735-518e-b061-82c04eb8dede', '47fa67fd-ad80-5dc7-8ff4-960818027473'),
  ).toEqual([
    'demo-people.yaml  people[47fa67fd-ad80-5dc7-8ff4-960818027473]: the person id 47fa67fd-ad80-5dc7-8ff4-960818027473 is already used in demo-people.yaml',
  ])
})
