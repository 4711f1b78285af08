import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AccountState, serveAccounts } from '../../../../test/components/account-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import CloseAccountPage from './index'

let server: ResidentServer
let accounts: AccountState

beforeEach(async () => {
  server = await startResidentServer()
  accounts = serveAccounts(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const beSure = () => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '确定，注销账号' }))

test('what happens is said first, then whether they are sure, then what is kept', async () => {
  renderResident(<CloseAccountPage />, server)
  expect(screen.getByText(/马上删掉，不能再找回来/)).toBeVisible()
  await press('我要注销')
  expect(server.writes).toEqual([])
  await beSure()
  expect(await screen.findByText('账号注销了')).toBeVisible()
  expect(screen.getByText('办结的事，没有名字，留三年。')).toBeVisible()
  expect(useSession.getState()).toMatchObject({ token: null, hasLeft: true })
  expect(server.writes.at(-1)?.body).toEqual({ isSure: true })
})

test('turning back closes nothing', async () => {
  renderResident(<CloseAccountPage />, server)
  await press('我要注销')
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '关闭' }))
  expect(server.writes).toEqual([])
  await press('看我的数据')
  expect(visited.at(-1)).toBe('navigateTo /privacy/pages/mine/index')
})

test('whoever works here is told what comes first, and stays signed in', async () => {
  accounts.refusals.set('/closure', failure(409, 'account_has_desk', '您还有工作人员的身份，要先请管理员结束。'))
  renderResident(<CloseAccountPage />, server)
  await press('我要注销')
  await beSure()
  expect(await screen.findByText('您还有工作人员的身份，要先请管理员结束。')).toBeVisible()
  expect(useSession.getState().token).toBe('token')
})

test('whoever acts for somebody closes neither account', async () => {
  useSession.getState().actFor({ id: '0190b1c4-1111-7aaa-8bbb-000000000012', name: '阿妈' })
  renderResident(<CloseAccountPage />, server)
  expect(await screen.findByText('账号只有本人能看')).toBeVisible()
  expect(screen.queryByRole('button', { name: '我要注销' })).toBeNull()
})
