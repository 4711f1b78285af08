import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AccountState, accountOf, serveAccounts } from '../../../../test/components/account-answers'
import { renderResident } from '../../../../test/components/render-resident'
import {
  failure,
  type ResidentServer,
  resident,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { type StaffState, serveStaff, TOTP_CODE } from '../../../../test/components/staff-answers'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import { StaffOnly } from '../../components/staff-only'
import SecondStepPage from './index'

let server: ResidentServer
let accounts: AccountState
let staff: StaffState

beforeEach(async () => {
  server = await startResidentServer()
  accounts = serveAccounts(server)
  staff = serveStaff(server)
  accounts.account = accountOf({ hasTotp: true, desk: 'locked' })
  useSession.getState().begin('token', resident, { desk: 'locked', expiresAt: null })
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const digits = () => screen.findByRole('textbox', { name: '验证器里的6个数字' })

test('a page of the desk leads whoever works here to the second proof, and says that nothing else needs it', async () => {
  renderResident(<StaffOnly permission='queue.read'>工作</StaffOnly>, server)
  expect(screen.queryByText('工作')).toBeNull()
  expect(screen.getByText(/您自己的事不用这一步/)).toBeVisible()
  await press('填6个数字')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/second-step/index')
})

test('six digits open the desk, and with it what only staff see', async () => {
  renderResident(<SecondStepPage />, server)
  await press('进工作台')
  expect(screen.getByText('请填6个数字')).toBeVisible()
  await userEvent.type(await digits(), TOTP_CODE)
  await press('进工作台')
  await expect.poll(() => useSession.getState().desk).toBe('open')
  expect(useSession.getState().person?.roles.map(({ role }) => role)).toContain('grid_worker')
})

test('after too many wrong digits the page says how long it is shut', async () => {
  staff.refusals.set('/totp', failure(429, 'totp_paused', '输错太多次了，请过十五分钟再试。'))
  renderResident(<SecondStepPage />, server)
  await userEvent.type(await digits(), '111111')
  await press('进工作台')
  expect(await screen.findByText('输错太多次了，请过十五分钟再试。')).toBeVisible()
  expect(useSession.getState().desk).toBe('locked')
})

test('whose key is WeChat is told to open the desk there', async () => {
  accounts.account = accountOf({ hasWechat: true, desk: 'locked' })
  renderResident(<SecondStepPage />, server)
  expect(await screen.findByText(/您的工作台绑在微信上/)).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('a resident who follows a link finds no desk, and is led to their own business', async () => {
  useSession.getState().begin('token', resident, { desk: 'none', expiresAt: null })
  renderResident(<SecondStepPage />, server)
  expect(await screen.findByText('这一步给工作人员用')).toBeVisible()
  expect(screen.queryByRole('button', { name: '进工作台' })).toBeNull()
  await press('回首页')
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
})

test('a visitor is asked to sign in first', async () => {
  useSession.getState().end()
  renderResident(<SecondStepPage />, server)
  expect(await screen.findByRole('button', { name: '登录' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '进工作台' })).toBeNull()
})
