import { fileURLToPath } from 'node:url'
import { loadConfig } from '@little-bench/config/load'
import type { Role } from '@little-bench/shared/people/roles'
import { expect, test } from 'vitest'
import { canNote, canReply, relationsTo, servedQueues } from './work-item.policy.ts'

const config = loadConfig(fileURLToPath(new URL('../../../config/data', import.meta.url)))
const item = {
  requester_id: 'resident',
  assignee_id: 'worker',
  queue_id: 'raosai-grid-1',
  referred_queue_id: null,
  participating_queue_ids: [],
  supervising_queue_ids: [],
  excluded_staff_ids: ['kin'],
}
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

test('whoever is asked to take it, takes part or supervises is that and no more', () => {
  const community = new Map([['raosai-community', true]])
  const asked = { ...item, referred_queue_id: 'raosai-community' }
  expect(relationsTo(asked, 'stranger', community)).toEqual(['receiver'])
  expect(relationsTo({ ...item, participating_queue_ids: ['raosai-community'] }, 'stranger', community)).toEqual([
    'participant',
  ])
  expect(relationsTo({ ...item, supervising_queue_ids: ['raosai-community'] }, 'stranger', community)).toEqual([
    'supervisor',
  ])
  expect(relationsTo(asked, 'kin', community)).toEqual([])
})

test('only the unit that has it speaks to the resident; whoever sees it as staff writes notes', () => {
  const open = { state: 'accepted', outcome: null, parent_id: null, requester_id: 'kin' } as const
  expect(canReply({ ...open, requester_id: null }, ['queue_staff'])).toBe(false)
  expect(canReply(open, ['queue_staff'])).toBe(true)
  expect(canReply(open, ['participant', 'supervisor', 'receiver'])).toBe(false)
  expect(canReply(open, ['requester'])).toBe(true)
  expect(canReply({ ...open, outcome: 'withdrawn' }, ['queue_staff', 'requester'])).toBe(false)
  expect(canNote(['participant'])).toBe(true)
  expect(canNote(['requester'])).toBe(false)
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

test.each(['resident', 'mediator', 'visiting_worker', 'admin'] as const)(
  'a %s serves no queue, whatever the scope says',
  (role) => {
    const everywhere = { communityId: 'raosai', gridCellId: 'raosai-1', unitId: 'bakuo-subdistrict' }
    expect(servedQueues([assignment(role, everywhere)], config)).toEqual(new Map())
  },
)

test.each([
  ['kitchen', 'raosai-canteen'],
  ['childcare_worker', 'raosai-childcare'],
] as const)('a %s leads the queue of its service and serves no other', (role, queueId) => {
  expect(servedQueues([assignment(role, { communityId: 'raosai' })], config)).toEqual(new Map([[queueId, true]]))
})

test('a subdistrict serves its own queue and not the communities below it', () => {
  const roles = [assignment('subdistrict_staff', { unitId: 'bakuo-subdistrict' })]
  expect(servedQueues(roles, config)).toEqual(new Map([['bakuo-subdistrict', true]]))
})

test('the committee serves its own queue and no other, and the staff of the community do not serve it', () => {
  const own = { communityId: 'raosai' }
  expect(servedQueues([assignment('mediation_committee', own)], config)).toEqual(new Map([['raosai-mediation', true]]))
  expect(servedQueues([assignment('community_staff', own)], config).has('raosai-mediation')).toBe(false)
})
