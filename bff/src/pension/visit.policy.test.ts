import { VISIT_STATES } from '@little-bench/shared/pension/ways'
import { expect, test } from 'vitest'
import type { RoleAssignment } from '../platform/http/viewer.ts'
import { makesVisits, plansVisits, roleOfVisitor, showsDoor } from './visit.policy.ts'

const round = { visitorId: 'visitor', on: '2026-11-24' }
const as = (role: RoleAssignment['role'], communityId: string | null = 'raosai'): RoleAssignment[] => [
  { role, communityId, gridCellId: null, unitId: null },
]

test('a door is shown to whoever goes there, on that day alone, until it is done', () => {
  const reader = { readerId: 'visitor', today: '2026-11-24' }
  expect(VISIT_STATES.filter((state) => showsDoor(round, state, reader))).toEqual(['planned', 'not_at_home'])
  for (const today of ['2026-11-23', '2026-11-25']) {
    expect(showsDoor(round, 'planned', { ...reader, today })).toBe(false)
  }
  expect(showsDoor(round, 'planned', { ...reader, readerId: 'another' })).toBe(false)
})

test('whoever works in another community neither plans nor visits here', () => {
  expect(makesVisits(as('visiting_worker'), 'raosai')).toBe(true)
  expect(makesVisits(as('visiting_worker', 'cisongtang'), 'raosai')).toBe(false)
  expect(makesVisits(as('subdistrict_staff', null), 'raosai')).toBe(false)
  expect(plansVisits(as('community_staff'), 'raosai')).toBe(true)
  expect(plansVisits(as('community_staff', 'cisongtang'), 'raosai')).toBe(false)
  expect(plansVisits(as('grid_leader'), 'raosai')).toBe(false)
})

test('an elder knows a visitor by the role in which they come', () => {
  expect(roleOfVisitor([...as('community_staff'), ...as('grid_worker')], 'raosai')).toBe('grid_worker')
  expect(roleOfVisitor(as('kitchen'), 'raosai')).toBeUndefined()
})
