import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../test/components/resident-server'
import { OfflineWay } from './offline-way'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
})
afterEach(() => server.close())

test('a service with a telephone of its own gives that, at the address of the desk, without a name', async () => {
  renderResident(<OfflineWay communityId='raosai' topic='grid_worker' words='本人来一趟。' />, server)
  expect(await screen.findByText('0891-0000-111')).toBeVisible()
  expect(screen.getByText('绕赛社区服务大厅（示范地址）')).toBeVisible()
  expect(screen.getByText('本人来一趟。')).toBeVisible()
  expect(screen.queryByText('第一网格网格员')).toBeNull()
  expect(screen.queryByText('0891-0000-101')).toBeNull()
})

test('where nobody answers for it in particular, the desk does', async () => {
  renderResident(<OfflineWay communityId='raosai' topic='mediation' />, server)
  expect(await screen.findByText('0891-0000-101')).toBeVisible()
})
