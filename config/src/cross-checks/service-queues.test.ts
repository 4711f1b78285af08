import { expect, test } from 'vitest'
import { problemsOf } from '../planted-mistake.ts'
import { withKitchen } from '../sample-kitchen.ts'

const problems = (path: string, passage: string, replacement: string): string[] =>
  problemsOf(withKitchen(path, passage, replacement))

test('a community that offers a service may have a queue for it', () => {
  expect(problemsOf(withKitchen())).toEqual([])
})

test('the queue of a service is one of a community that offers the service', () => {
  expect(problems('lane/community.yaml', '[issues, canteen]', '[issues]')).toContain(
    'lane/queues.yaml  queues[lane-kitchen].service: names canteen, which is no service of lane in community.yaml',
  )
  expect(
    problems('lane/queues.yaml', 'level: community, service: canteen', 'level: grid_cell, service: canteen'),
  ).toEqual(['lane/queues.yaml  queues[lane-kitchen].level: must be community, because it is for canteen'])
  expect(problems('lane/queues.yaml', 'level: community, demo', 'level: community, service: canteen, demo')).toContain(
    'lane/queues.yaml  queues[lane-queue].service: must be left out: this queue belongs to the community or a grid cell',
  )
})

test('only what belongs to the service comes to its queue, and something does', () => {
  expect(problems('lane/routing.yaml', '[meal_sitting]', '[meal_sitting, lamp]')).toEqual([
    'lane/queues.yaml  queues[lane-kitchen].service: is canteen, but the rule kitchen sends it more: only meal_sitting, delivery_run, delivery_refused, delivery_nobody_home, absence_check may',
  ])
  expect(problems('lane/routing.yaml', 'serviceCodes: [meal_sitting]', 'duty: assist')).toContain(
    'lane/queues.yaml  queues[lane-kitchen].service: is canteen, but the rule kitchen sends it more: only meal_sitting, delivery_run, delivery_refused, delivery_nobody_home, absence_check may',
  )
  expect(problems('lane/routing.yaml', '{ queueId: lane-kitchen }', 'community')).toEqual([
    'lane/queues.yaml  queues[lane-kitchen]: gets nothing: no rule of routing.yaml sends to it',
  ])
})

test('a rule names the work of a service only where the service is offered', () => {
  expect(problems('lane/routing.yaml', '[meal_sitting]', '[childcare_day]')).toContain(
    'lane/routing.yaml  before[kitchen].when.serviceCodes: names childcare_day, which is no category of lane',
  )
})
