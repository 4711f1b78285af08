import { fileURLToPath } from 'node:url'
import { loadConfig } from '@little-bench/config/load'
import type { Role } from '@little-bench/shared/people/roles'
import { expect, test } from 'vitest'
import { relationsTo, servedQueues } from './work-item.policy.ts'

const config = loadConfig(fileURLToPath(new URL('../../../config/data', import.meta.url)))
const item = { requester_id: 'resident', assignee_id: 'worker', queue_id: 'raosai-grid-1', excluded_staff_ids: ['kin'] }
const leads = new Map([['raosai-grid-1', true]])
const serves = new Map([['raosai-grid-1', false]])

const assignment = (role: Role, scope: object = {}) => ({
  role,
  communityId: null,
  gridCellId: null,
  unitId: null,
  ...scope,
})

test('a stranger is nothing to an item', () => {
  expect(relationsTo(item, 'stranger', new Map())).toEqual([])
})

test('whoever serves another queue is nothing to it', () => {
  expect(relationsTo(item, 'stranger', new Map([['raosai-grid-2', true]]))).toEqual([])
})

test('the requester is that and no more', () => {
  expect(relationsTo(item, 'resident', new Map())).toEqual(['requester'])
})

test('whoever has the item and serves its queue is assignee and staff', () => {
  expect(relationsTo(item, 'worker', serves)).toEqual(['assignee', 'queue_staff'])
})

test('whoever had the item and no longer serves its queue is nothing to it', () => {
  expect(relationsTo(item, 'worker', new Map())).toEqual([])
})

test('a lead is staff too', () => {
  expect(relationsTo(item, 'stranger', leads)).toEqual(['queue_staff', 'queue_lead'])
})

test('somebody whom the item is about is nothing to it, also as lead or assignee', () => {
  expect(relationsTo(item, 'kin', leads)).toEqual([])
  expect(relationsTo({ ...item, assignee_id: 'kin' }, 'kin', leads)).toEqual([])
})

test('staff who reported something themselves stay its requester when they are kept from working on it', () => {
  expect(relationsTo({ ...item, requester_id: 'kin' }, 'kin', leads)).toEqual(['requester'])
})

test('somebody who leads a queue in one role leads it in all', () => {
  const roles = [
    assignment('grid_worker', { gridCellId: 'raosai-1' }),
    assignment('grid_leader', { gridCellId: 'raosai-1' }),
  ]
  expect(servedQueues(roles, config)).toEqual(leads)
  expect(servedQueues(roles.toReversed(), config)).toEqual(leads)
})

test.each(['resident', 'mediator', 'kitchen', 'childcare_worker', 'visiting_worker', 'admin'] as const)(
  'a %s serves no queue, whatever the scope says',
  (role) => {
    const everywhere = { communityId: 'raosai', gridCellId: 'raosai-1', unitId: 'bakuo-subdistrict' }
    expect(servedQueues([assignment(role, everywhere)], config)).toEqual(new Map())
  },
)

test('a subdistrict serves its own queue and not the communities below it', () => {
  const roles = [assignment('subdistrict_staff', { unitId: 'bakuo-subdistrict' })]
  expect(servedQueues(roles, config)).toEqual(new Map([['bakuo-subdistrict', true]]))
})
