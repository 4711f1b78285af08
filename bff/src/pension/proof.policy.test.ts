import { expect, test } from 'vitest'
import type { RoleAssignment } from '../platform/http/viewer.ts'
import { followedBy, follows, recorderOf } from './proof.policy.ts'

const role = (
  name: RoleAssignment['role'],
  gridCellId: string | null = null,
  communityId = 'lane',
): RoleAssignment => ({
  role: name,
  communityId,
  gridCellId,
  unitId: null,
})

test('a person, a proxy and the counter are told apart by their right', () => {
  expect(recorderOf(null)).toBe('person')
  expect(recorderOf({ kind: 'grant', id: 'g', scopes: [] })).toBe('proxy')
  expect(recorderOf({ kind: 'assist_session', id: 's', reason: 'counter' })).toBe('counter')
})

test('the counter follows everybody, also whoever lives nobody knows where', () => {
  const followed = followedBy([role('community_staff')], 'lane')
  expect(followed).toEqual({ everybody: true })
  expect(follows({ everybody: true }, null)).toBe(true)
})

test('a grid worker or leader follows their own cells, and nobody of whom the cell is unknown', () => {
  const followed = followedBy([role('grid_worker', 'lane-1'), role('grid_leader', 'lane-2')], 'lane')
  expect(followed).toEqual({ everybody: false, gridCellIds: ['lane-1', 'lane-2'] })
  const cells = { everybody: false, gridCellIds: ['lane-1'] } as const
  expect([follows(cells, 'lane-1'), follows(cells, 'lane-2'), follows(cells, null)]).toEqual([true, false, false])
})

test('nobody follows whom they do not work for', () => {
  expect(followedBy([role('community_staff', null, 'court')], 'lane')).toBeNull()
  expect(followedBy([role('resident'), role('kitchen'), role('mediator')], 'lane')).toBeNull()
  expect(followedBy([role('visiting_worker', 'lane-1')], 'lane')).toBeNull()
})
