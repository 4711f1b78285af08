import { expect, test } from 'vitest'
import { callsFor } from './call-list.policy.ts'

const at = (role: Parameters<typeof callsFor>[0][number]['role'], communityId: string | null) => ({
  role,
  communityId,
  gridCellId: null,
  unitId: null,
})

test('community staff call for their own community', () => {
  expect(callsFor([at('community_staff', 'raosai')], 'raosai')).toBe(true)
})

test.each([
  ['staff of another community', at('community_staff', 'cisongtang')],
  ['a grid worker of the community', at('grid_worker', 'raosai')],
  ['somebody who lives there', at('resident', 'raosai')],
  ['the administrator', at('admin', null)],
])('%s does not', (_who, assignment) => {
  expect(callsFor([assignment], 'raosai')).toBe(false)
})
