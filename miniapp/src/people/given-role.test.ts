import { RoleAssignment } from '@little-bench/shared/people/contract'
import { expect, test } from 'vitest'
import { communitiesToGive, givenRoleOf, missingOf, NO_ROLE, rolesToGive, roleToGive } from './given-role'

const nowhere = { scopeName: '', communityId: null, gridCellId: null, unitId: null }
const raosaiStaff = RoleAssignment.parse({ ...nowhere, role: 'community_staff', communityId: 'raosai' })
const admin = RoleAssignment.parse({ ...nowhere, role: 'admin' })
const gridWorker = RoleAssignment.parse({
  ...nowhere,
  role: 'grid_worker',
  communityId: 'raosai',
  gridCellId: 'raosai-1',
})
const resident = RoleAssignment.parse({ ...nowhere, role: 'resident', communityId: 'raosai' })
const communities = [{ id: 'raosai' }, { id: 'nizhuolin' }]

test('community staff invite whom their community sends out, and only into it', () => {
  expect(rolesToGive([raosaiStaff])).toEqual([
    'grid_worker',
    'grid_leader',
    'kitchen',
    'childcare_worker',
    'visiting_worker',
  ])
  expect(communitiesToGive([raosaiStaff], 'kitchen', communities)).toEqual([{ id: 'raosai' }])
})

test('the administrator invites to everything, everywhere; a grid worker to nothing', () => {
  expect(rolesToGive([admin])).toContain('mediator')
  expect(communitiesToGive([admin], 'mediator', communities)).toEqual(communities)
  expect(rolesToGive([gridWorker])).toEqual([])
})

test('a role names exactly the part of the town to which it is scoped', () => {
  const all = { communityId: 'raosai', gridCellId: 'raosai-1', unitId: 'u1' }
  expect(roleToGive({ ...all, role: 'kitchen' })).toEqual({ role: 'kitchen', communityId: 'raosai' })
  expect(roleToGive({ ...all, role: 'grid_worker' })).toEqual({
    role: 'grid_worker',
    communityId: 'raosai',
    gridCellId: 'raosai-1',
  })
  expect(roleToGive({ ...all, role: 'department_staff' })).toEqual({ role: 'department_staff', unitId: 'u1' })
  expect(roleToGive({ ...all, role: 'admin' })).toEqual({ role: 'admin' })
})

test('what is missing is said one after the other', () => {
  expect(missingOf(NO_ROLE)).toBe('role')
  expect(missingOf({ ...NO_ROLE, role: 'grid_worker' })).toBe('communityId')
  expect(missingOf({ ...NO_ROLE, role: 'grid_worker', communityId: 'raosai' })).toBe('gridCellId')
  expect(missingOf({ ...NO_ROLE, role: 'department_staff' })).toBe('unitId')
  expect(roleToGive({ ...NO_ROLE, role: 'kitchen' })).toBeUndefined()
})

test('what a resident is, nobody ends', () => {
  expect(givenRoleOf(resident)).toBeUndefined()
  expect(givenRoleOf(gridWorker)).toEqual({ role: 'grid_worker', communityId: 'raosai', gridCellId: 'raosai-1' })
})
