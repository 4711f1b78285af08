import { ROLES } from '@little-bench/shared/people/roles'
import { expect, test } from 'vitest'
import { parseConfig } from './load.ts'
import type { RoleAssignmentConfig } from './model.ts'
import { sampleFiles } from './sample-files.ts'
import { withKitchen } from './sample-kitchen.ts'
import { queuesServedBy, rolesServingQueue } from './served-queues.ts'

const config = parseConfig(sampleFiles())
const serves = (assignment: Partial<RoleAssignmentConfig> & Pick<RoleAssignmentConfig, 'role'>) =>
  queuesServedBy(config, assignment)

test('a grid worker serves the queue of their grid cell and leads none', () => {
  expect(serves({ role: 'grid_worker', communityId: 'lane', gridCellId: 'lane-1' })).toEqual([
    { queueId: 'lane-1-queue', isLead: false },
  ])
})

test('a grid leader leads that queue', () => {
  expect(serves({ role: 'grid_leader', gridCellId: 'lane-1' })).toEqual([{ queueId: 'lane-1-queue', isLead: true }])
})

test('community staff lead every queue of their community, and none of the next', () => {
  expect(serves({ role: 'community_staff', communityId: 'lane' })).toEqual([
    { queueId: 'lane-queue', isLead: true },
    { queueId: 'lane-1-queue', isLead: true },
    { queueId: 'lane-2-queue', isLead: true },
  ])
})

test('subdistrict and department staff lead the queue of their own unit', () => {
  expect(serves({ role: 'subdistrict_staff', unitId: 'street' })).toEqual([{ queueId: 'street-queue', isLead: true }])
  expect(serves({ role: 'department_staff', unitId: 'water' })).toEqual([{ queueId: 'water-queue', isLead: true }])
})

test('a role does not reach through the scope of another', () => {
  expect(serves({ role: 'department_staff', unitId: 'street' })).toEqual([])
  expect(serves({ role: 'subdistrict_staff', unitId: 'water' })).toEqual([])
  expect(serves({ role: 'grid_worker', communityId: 'lane' })).toEqual([])
  expect(serves({ role: 'community_staff', gridCellId: 'lane-1' })).toEqual([])
})

test('nobody serves a queue by having no scope at all', () => {
  expect(ROLES.flatMap((role) => serves({ role, communityId: null, gridCellId: null, unitId: null }))).toEqual([])
})

test('whoever works in a kitchen or with children leads the queue of that service, of their community alone', () => {
  const kitchen = parseConfig(withKitchen())
  const serving = (assignment: Parameters<typeof serves>[0]) => queuesServedBy(kitchen, assignment)
  expect(serving({ role: 'kitchen', communityId: 'lane' })).toEqual([{ queueId: 'lane-kitchen', isLead: true }])
  expect(serving({ role: 'childcare_worker', communityId: 'lane' })).toEqual([])
  expect(serving({ role: 'kitchen', communityId: 'court' })).toEqual([])
  expect(serving({ role: 'kitchen', communityId: null })).toEqual([])
  expect(serving({ role: 'community_staff', communityId: 'lane' })).toContainEqual({
    queueId: 'lane-kitchen',
    isLead: true,
  })
  expect(rolesServingQueue(kitchen, 'lane-kitchen').map(({ role }) => role)).toEqual(['community_staff', 'kitchen'])
})

test('residents, the administrator and the services to come serve no queue of this slice', () => {
  const others = [
    'resident',
    'mediation_committee',
    'mediator',
    'kitchen',
    'childcare_worker',
    'visiting_worker',
    'admin',
  ] as const
  expect(
    others.flatMap((role) => serves({ role, communityId: 'lane', gridCellId: 'lane-1', unitId: 'street' })),
  ).toEqual([])
})

test('who serves a queue is the reverse of what they serve', () => {
  for (const queueId of config.queues.keys()) {
    const roles = rolesServingQueue(config, queueId)
    expect(roles.length).toBeGreaterThan(0)
    for (const { isLead, ...assignment } of roles) {
      expect(queuesServedBy(config, assignment)).toContainEqual({ queueId, isLead })
    }
  }
  expect(rolesServingQueue(config, 'lane-1-queue').map(({ role }) => role)).toEqual([
    'grid_worker',
    'grid_leader',
    'community_staff',
  ])
  expect(rolesServingQueue(config, 'nowhere')).toEqual([])
})
