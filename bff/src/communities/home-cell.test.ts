import { expect, test } from 'vitest'
import type { Viewer } from '../platform/http/viewer.ts'
import { type HomeCellOf, ownHomeCell } from './home-cell.ts'

const resident: Viewer = {
  personId: 'mother',
  name: '老人（示范）',
  roles: [],
  language: 'zh',
  actorId: 'mother',
  authority: null,
  isFromWechat: false,
}
const homeCellOf: HomeCellOf = async (personId, communityId) => `${communityId}-of-${personId}`

test('whoever is signed in finds the worker of their own grid cell first', async () => {
  expect(await ownHomeCell(resident, 'raosai', homeCellOf)).toBe('raosai-of-mother')
})

test('whoever acts for somebody does not learn from the order where that one lives', async () => {
  const daughter: Viewer = { ...resident, actorId: 'daughter', authority: { kind: 'grant', id: 'grant', scopes: [] } }
  expect(await ownHomeCell(daughter, 'raosai', homeCellOf)).toBeNull()
})

test('of a visitor nothing is known', async () => {
  expect(await ownHomeCell(null, 'raosai', homeCellOf)).toBeNull()
})
