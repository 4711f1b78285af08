import { Person } from '@little-bench/shared/people/contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { INVITATION_CODE, inviter, type StaffState, serveStaff, UNITS } from '../../../../test/components/staff-answers'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import InviteStaffPage from '../invite-staff/index'
import StaffPage from './index'

let server: ResidentServer
let staff: StaffState

beforeEach(async () => {
  server = await startResidentServer()
  staff = serveStaff(server)
  useSession.getState().begin('token', inviter)
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const END = '结束网格员（示范）的网格员 · 绕赛社区 · 第一网格'
const sure = () => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '结束身份' }))

test('who works here and who is invited stand with what they do, and how they open their desk', async () => {
  renderResident(<StaffPage />, server)
  expect(await screen.findByText('新同事（示范）')).toBeVisible()
  expect(screen.getByText('用什么进工作台：微信')).toBeVisible()
  await press('请一位同事')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/invite-staff/index')
})

test('a role ends after one question', async () => {
  renderResident(<StaffPage />, server)
  await press(END)
  expect(screen.getByText(/打开着的工作台马上关/)).toBeVisible()
  expect(server.writes).toEqual([])
  await sure()
  expect(await screen.findByText('结束了。')).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({
    given: { role: 'grid_worker', communityId: 'raosai', gridCellId: 'raosai-1' },
  })
})

test('what is not theirs to end is refused in the server’s words', async () => {
  staff.refusals.set('/end-of-role', failure(403, 'role_not_yours_to_give', '这个角色不能由您给，请找管理员。'))
  renderResident(<StaffPage />, server)
  await press(END)
  await sure()
  expect(await screen.findByText('这个角色不能由您给，请找管理员。')).toBeVisible()
})

test('an invitation is taken back with one tap', async () => {
  renderResident(<StaffPage />, server)
  await press('收回给新同事（示范）的邀请')
  expect(await screen.findByText('收回了，那个码不能用了。')).toBeVisible()
  await expect.poll(() => screen.queryByText('新同事（示范）')).toBeNull()
})

test('a resident finds no names here', async () => {
  signIn()
  renderResident(<StaffPage />, server)
  expect(await screen.findByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.reads.filter((path) => path === '/api/staff')).toEqual([])
})

test('a colleague is invited to a role at a place, and the code stands on a paper, this once', async () => {
  renderResident(<InviteStaffPage />, server)
  await press('做一个邀请码')
  expect(screen.getByText('请写名字')).toBeVisible()
  expect(screen.getByText('请选做什么')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: /同事的名字/ }), '新同事（示范）')
  expect(screen.queryByRole('radio', { name: '系统管理员' })).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: '网格员' }))
  await userEvent.click(await screen.findByRole('radio', { name: '绕赛社区' }))
  await userEvent.click(await screen.findByRole('radio', { name: '第一网格' }))
  await press('做一个邀请码')
  const spoken = INVITATION_CODE.replace(/(\d{4})(?=\d)/g, '$1 ')
  expect(await screen.findByText(spoken)).toBeVisible()
  expect(screen.getByRole('img', { name: '给小程序扫的邀请码' })).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({
    name: '新同事（示范）',
    given: { role: 'grid_worker', communityId: 'raosai', gridCellId: 'raosai-1' },
  })
})

test('the administrator chooses a unit by its name, and sees those of the role alone', async () => {
  staff.units = UNITS
  const roles = [{ role: 'admin', scopeName: '全部', communityId: null, gridCellId: null, unitId: null }]
  useSession.getState().begin('token', Person.parse({ ...inviter, roles }))
  renderResident(<InviteStaffPage />, server)
  await userEvent.type(screen.getByRole('textbox', { name: /同事的名字/ }), '新同事（示范）')
  await userEvent.click(screen.getByRole('radio', { name: '街道工作人员' }))
  await press('做一个邀请码')
  expect(await screen.findByText('请选单位')).toBeVisible()
  expect(screen.queryByRole('radio', { name: '市政设施（示范）' })).toBeNull()
  await userEvent.click(await screen.findByRole('radio', { name: '示范街道' }))
  await press('做一个邀请码')
  await expect
    .poll(() => server.writes.at(-1)?.body)
    .toMatchObject({ given: { role: 'subdistrict_staff', unitId: 'demo-subdistrict' } })
})
