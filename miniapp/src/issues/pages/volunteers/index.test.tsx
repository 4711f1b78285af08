import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import VolunteersPage from './index'

let server: ResidentServer
let team: { members: number; reported: number; solved: number; isMember: boolean }
const NAME = '红色骑行志愿队（示范）'

beforeEach(async () => {
  server = await startResidentServer()
  team = { members: 15, reported: 53, solved: 53, isMember: false }
  const whole = () => ({ id: 'red-riders', name: NAME, ...team })
  server.more = ({ method, path, token }) => {
    if (path.endsWith('/volunteer-teams')) return [200, { items: [whole()] }]
    if (!path.endsWith('/membership')) return undefined
    if (!token) return failure(401, 'unauthenticated', '请先登录。')
    const isMember = method === 'PUT'
    team = { ...team, isMember, members: team.members + (isMember ? 1 : -1) }
    return [200, whole()]
  }
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('everybody reads what a team reported and that all of it was solved', async () => {
  renderResident(<VolunteersPage />, server)
  expect(await screen.findByText(NAME)).toBeVisible()
  expect(screen.getByText('15个人')).toBeVisible()
  expect(screen.getAllByText('53件')).toHaveLength(2)
  expect(screen.getByText('都解决了')).toBeVisible()
  await press('登录后加入')
  expect(visited.at(-1)).toContain('people/pages/sign-in/index')
})

test('a resident joins with one tap and is out again with another', async () => {
  signIn()
  renderResident(<VolunteersPage />, server)
  await press(`加入${NAME}`)
  expect(await screen.findByText('您在队里')).toBeVisible()
  expect(screen.getByText('16个人')).toBeVisible()
  await press('撤销')
  expect(await screen.findByRole('button', { name: `加入${NAME}` })).toBeVisible()
  expect(screen.getByText('15个人')).toBeVisible()
})

test('who leaves can take it back', async () => {
  team.isMember = true
  signIn()
  renderResident(<VolunteersPage />, server)
  await press(`退出${NAME}`)
  expect(await screen.findByText('退出了。报过的还算队里的。')).toBeVisible()
  await press('撤销')
  expect(await screen.findByText('您在队里')).toBeVisible()
})

test('nobody joins for somebody else', async () => {
  signIn()
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  renderResident(<VolunteersPage />, server)
  expect(await screen.findByText('加入只能本人来。')).toBeVisible()
  expect(screen.queryByRole('button', { name: `加入${NAME}` })).toBeNull()
})

test('where there is no team the page says so', async () => {
  server.more = ({ path }) => (path.endsWith('/volunteer-teams') ? [200, { items: [] }] : undefined)
  renderResident(<VolunteersPage />, server)
  expect(await screen.findByText('绕赛社区还没有志愿队')).toBeVisible()
})
