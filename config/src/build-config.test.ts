import { route } from '@little-bench/shared/work-queue/routing'
import { expect, test } from 'vitest'
import { parseConfig } from './load.ts'
import type { CommunityConfig } from './model.ts'
import { redrawFiles, sampleFiles, sampleFilesWith } from './sample-files.ts'

const laneOf = (files: Record<string, string>): CommunityConfig => {
  const community = parseConfig(files).communities.get('lane')
  if (community === undefined) throw new Error('no community lane')
  return community
}

test('an exception changes what it mentions and leaves the rest as shared', () => {
  const [lamp] = laneOf(
    sampleFilesWith('lane/catalogue.yaml', 'leaveOut: []', 'exceptions: [{ serviceCode: lamp, priority: 3 }]'),
  ).catalogue
  const [shared] = laneOf(sampleFiles()).catalogue
  expect(lamp).toEqual({ ...shared, priority: 3 })
})

test('an exception keeps the department and the destination that it does not mention', () => {
  const exceptions = 'exceptions: [{ serviceCode: leak, priority: 2 }, { serviceCode: bill, priority: 1 }]'
  const { catalogue } = laneOf(sampleFilesWith('lane/catalogue.yaml', 'leaveOut: []', exceptions))
  expect(catalogue.find(({ serviceCode }) => serviceCode === 'leak')?.departmentId).toBe('water')
  expect(catalogue.find(({ serviceCode }) => serviceCode === 'bill')?.notOurs?.phone).toBe('12345')
})

test("a community's exception does not reach the next community", () => {
  const files = sampleFilesWith(
    'lane/catalogue.yaml',
    'leaveOut: []',
    'exceptions: [{ serviceCode: lamp, priority: 3 }]',
  )
  expect(parseConfig(files).communities.get('yard')?.catalogue[0]?.priority).toBe(1)
})

test('a community can leave a category out and add its own', () => {
  const own = `leaveOut: [leak]
additions:
  - { serviceCode: prayer_flags, name: 经幡松脱, group: 其他, duty: perform, handledBy: grid_cell, deadlineClass: 3wd, priority: 1,
      canBePublic: true, defaultVisibility: private, guidance: 说清在哪里, demo: true }`
  const files = {
    ...sampleFilesWith('lane/catalogue.yaml', 'leaveOut: []', own),
    'lane/routing.yaml': 'leaveOut: [department]',
  }
  expect(laneOf(files).catalogue.map(({ serviceCode }) => serviceCode)).toEqual([
    'lamp',
    'bill',
    'other',
    'prayer_flags',
  ])
})

test("a community's own rules are asked before the shared ones", () => {
  const own = 'before: [{ id: lamp-here, when: { serviceCodes: [lamp] }, to: subdistrict, because: 街道统一修灯 }]'
  const lane = laneOf({ ...sampleFilesWith('lane/routing.yaml', 'before: []', `${own}\nleaveOut: [cell]`) })
  const lamp = {
    serviceCode: 'lamp',
    duty: 'perform',
    handledBy: 'grid_cell',
    departmentId: null,
    gridCellId: 'lane-1',
  } as const
  expect(route(lamp, lane.routing, lane.ladder)).toEqual({
    queueId: 'street-queue',
    ruleId: 'lamp-here',
    because: { zh: '街道统一修灯' },
    followingQueueIds: [],
    barredQueueIds: [],
  })
})

test('closures become single days, and clock times minutes since midnight', () => {
  const { calendar } = laneOf(sampleFiles())
  expect(calendar.closedOn).toHaveLength(9)
  expect(calendar.closedOn.at(-1)).toBe('2027-02-13')
  expect(calendar.makeUpWorkdays).toEqual(['2027-02-20'])
  expect([calendar.opensAt, calendar.closesAt]).toEqual([570, 1080])
})

test('a deadline class gives each of the three clocks its time', () => {
  const { deadlineClasses } = laneOf(sampleFiles())
  expect(deadlineClasses.get('24h')?.clocks).toEqual({
    acceptance: { kind: 'duty_minutes', minutes: 120 },
    first_reply: { kind: 'hours', hours: 12 },
    resolve: { kind: 'hours', hours: 24 },
  })
  expect(deadlineClasses.get('3wd')?.clocks.resolve).toEqual({ kind: 'working_days', days: 3 })
})

test('a queue says whose it is', () => {
  const { queues } = parseConfig(sampleFiles())
  expect(queues.get('lane-1-queue')).toMatchObject({ communityId: 'lane', gridCellId: 'lane-1', unitId: null })
  expect(queues.get('lane-queue')).toMatchObject({ communityId: 'lane', gridCellId: null, unitId: null })
  expect(queues.get('water-queue')).toMatchObject({ communityId: null, gridCellId: null, unitId: 'water' })
})

test('a grid role knows the community of its grid cell', () => {
  expect(parseConfig(sampleFiles()).demoPeople[1]?.roles[0]).toEqual({
    role: 'grid_worker',
    communityId: 'lane',
    gridCellId: 'lane-1',
    unitId: null,
  })
})

test('the snapshot is plain JSON that can be stored and read back', () => {
  const { snapshot } = parseConfig(sampleFiles())
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot)
  expect(snapshot).toMatchObject({ shared: { 'units.yaml': { units: [{ id: 'street' }, { id: 'water' }] } } })
})

test('the waiting times and reply templates are as written', () => {
  const { timerRules, quietHours, replyTemplates } = parseConfig(sampleFiles())
  expect(quietHours).toEqual({ fromMinute: 21 * 60 + 30, toMinute: 8 * 60 })
  expect(timerRules).toMatchObject({
    claimReturnsAfter: { kind: 'duty_minutes', minutes: 480 },
    climbsAgainAfter: { kind: 'working_days', days: 1 },
  })
  expect(replyTemplates[1]).toEqual({
    id: '0c8a2a58-7a0c-5a54-9a0b-0d3f4f3a6f02',
    name: '修灯',
    zh: '灯修好了。',
    bo: null,
    serviceCodes: ['lamp'],
    states: [],
  })
})

test('a new map waits beside the old one: none of its queues is reached before it is applied', () => {
  const config = parseConfig(redrawFiles())
  expect(config.communities.get('lane')?.gridRedraws.map(({ id }) => id)).toEqual(['four-cells'])
  expect(config.communities.get('lane')?.gridRedraws[0]?.queues[0]).toMatchObject({
    communityId: 'lane',
    gridCellId: 'lane-n1',
  })
  expect(config.queues.has('lane-n1-queue')).toBe(false)
})
