import { Person } from '@little-bench/shared/people/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ActivityState, serveActivities } from '../../../../test/components/activity-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, resident, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import ActivityRosterPage from './index'

let server: ResidentServer
let state: ActivityState
const host = Person.parse({
  ...resident,
  roles: [{ role: 'community_staff', scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
})

beforeEach(async () => {
  server = await startResidentServer()
  state = serveActivities(server)
})
afterEach(() => server.close())

const open = () => renderResident(<ActivityRosterPage />, server, `?communityId=raosai&slotId=${state.roster.slotId}`)

test('whoever leads an activity ticks who has come, and takes it back', async () => {
  useSession.getState().begin('token', host)
  open()
  await userEvent.click(await screen.findByRole('button', { name: '来了：小豆' }))
  expect(await screen.findByText('1人，来了1人')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '点错了：小豆' }))
  expect(await screen.findByText('1人，来了0人')).toBeVisible()
  // The answers are the list: it was read once.
  expect(server.reads.filter((path) => path.endsWith('/roster'))).toHaveLength(1)
})

test('a resident does not see the list, and the server is not even asked', async () => {
  signIn()
  open()
  expect(await screen.findByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.reads.filter((path) => path.endsWith('/roster'))).toEqual([])
})

test('a date that does not take place: who is told is said first, and once is enough', async () => {
  useSession.getState().begin('token', host)
  open()
  await userEvent.click(await screen.findByRole('button', { name: '这次不办' }))
  expect(screen.getByText('报名和候补的3人马上收到消息，不用来。不能反悔。')).toBeVisible()
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '这次不办' }))
  expect(await screen.findByText('取消了，告诉了3人。')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: '这次不办' })).toBeNull())
})
