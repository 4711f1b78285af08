import { expect, test } from 'vitest'
import { problemsAfter } from '../planted-mistake.ts'

const before = (rule: string): string[] =>
  problemsAfter('lane/routing.yaml', 'before: []', `before: [{ ${rule}, because: 因为 }]`)

test('without a catch-all something could stay unrouted', () => {
  expect(problemsAfter('lane/routing.yaml', 'before: []', 'leaveOut: [catch-all]')).toEqual([
    'lane/routing.yaml  rules: there is no catch-all (a rule with "when: {}"): exactly one is needed, so that nothing is unrouted',
  ])
})

test('a second catch-all is refused, and so are the rules that it hides', () => {
  const problems = before('id: every, when: {}, to: community')
  expect(problems).toContain('routing.yaml  rules[catch-all]: is a second catch-all beside every: there is exactly one')
  expect(problems).toContain(
    'routing.yaml  rules[cell]: is never reached in lane (earlier rules take everything: every): every rule must be reachable; leave it out there or correct it',
  )
})

test('the catch-all is the last rule', () => {
  const late = '\n  - { id: late, when: { duty: assist }, to: subdistrict, because: 晚了 }\n'
  expect(problemsAfter('routing.yaml', /\n$/, late)).toContain(
    'routing.yaml  rules[catch-all]: is the catch-all and must be the last rule',
  )
})

test("the catch-all sends to the community's own queue", () => {
  expect(problemsAfter('routing.yaml', 'when: {}, to: community', 'when: {}, to: subdistrict')).toEqual([
    "routing.yaml  rules[catch-all].to: must be community: the catch-all sends to the community's own queue",
  ])
})

test('a rule that no category and place can meet is refused', () => {
  expect(before('id: idle, when: { duty: perform, handledBy: department }, to: community')).toEqual([
    'lane/routing.yaml  before[idle]: is never reached in lane (no category and place meets its conditions): every rule must be reachable; leave it out there or correct it',
  ])
})

test('a rule whose target never exists is refused', () => {
  expect(before('id: idle, when: { hasGridCell: false, duty: assist }, to: grid_cell')).toEqual([
    'lane/routing.yaml  before[idle]: is never reached in lane (no category and place meets its conditions): every rule must be reachable; leave it out there or correct it',
  ])
})

test('a rule names categories, grid cells and queues that exist', () => {
  expect(before('id: here, when: { serviceCodes: [gone] }, to: community')).toEqual([
    'lane/routing.yaml  before[here].when.serviceCodes: names gone, which is no category of lane',
  ])
  expect(before('id: here, when: { gridCellIds: [yard-1] }, to: community')).toEqual([
    'lane/routing.yaml  before[here].when.gridCellIds: names yard-1, which is no grid cell of lane',
  ])
  expect(before('id: here, when: { duty: assist }, to: { queueId: yard-queue }')).toEqual([
    'lane/routing.yaml  before[here].to.queueId: names yard-queue, which is no queue of lane or of a unit',
  ])
})

test('a rule sends to a step of the ladder or to a queue by its id', () => {
  expect(before('id: here, when: { duty: assist }, to: somewhere')).toEqual([
    'lane/routing.yaml  before[here].to: must be one of grid_cell, community, subdistrict, department, or a queueId',
  ])
})

test('a level that is kept away from an item is not sent it', () => {
  expect(before('id: away, when: { duty: assist }, to: community, awayFrom: [community]')).toContain(
    'lane/routing.yaml  before[away].awayFrom: names community, where the rule itself sends: it cannot be kept away',
  )
  expect(before('id: away, when: { duty: assist }, to: { queueId: street-queue }, awayFrom: [subdistrict]')).toContain(
    'lane/routing.yaml  before[away].awayFrom: names subdistrict, where the rule itself sends: it cannot be kept away',
  )
})

test('nor does it follow the item', () => {
  const both = 'followedBy: [community, grid_cell], awayFrom: [grid_cell]'
  expect(before(`id: away, when: { duty: assist }, to: subdistrict, ${both}`)).toContain(
    'lane/routing.yaml  before[away].awayFrom: names grid_cell, which followedBy names too: a level is in one of them',
  )
})
