import { Person } from '@little-bench/shared/people/contract'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AccountState, PHONE_CODE, serveAccounts } from '../../../../test/components/account-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import {
  failure,
  type ResidentServer,
  resident,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import PhonePage from './index'

let server: ResidentServer
let accounts: AccountState

beforeEach(async () => {
  server = await startResidentServer()
  accounts = serveAccounts(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const bind = async () => {
  renderResident(<PhonePage />, server)
  await userEvent.type(await screen.findByRole('textbox', { name: '手机号' }), '13900000000')
  await press('发验证码')
  await userEvent.type(await screen.findByRole('textbox', { name: '短信里的6个数字' }), PHONE_CODE)
  await press('绑这个号码')
}

test('a number that was proven is bound, and they are back at their account', async () => {
  await bind()
  await expect.poll(() => visited.at(-1)).toBe('reLaunch /home/pages/index/index')
  expect(accounts.account.phone).toBe('139****00')
  expect(server.writes.at(-1)?.key).toBeDefined()
})

test('two accounts that become one are said in plain words, and the older one is signed in', async () => {
  const older = Person.parse({ ...resident, id: '0190b1c4-1111-7aaa-8bbb-000000000010' })
  accounts.mergesInto = older
  await bind()
  expect(await screen.findByText(/两个合成了一个/)).toBeVisible()
  expect(useSession.getState()).toMatchObject({ token: 'token', person: { id: older.id } })
  await press('账号和登录')
})

test('accounts that contradict each other stay two, and the reason stands there', async () => {
  accounts.refusals.set('/my/account/phone', failure(409, 'accounts_not_mergeable', '没有合并，什么都没有变。'))
  await bind()
  expect(await screen.findByText('没有合并，什么都没有变。')).toBeVisible()
  expect(visited).toEqual([])
})

test('in the midst of what they do for somebody else nobody binds a number', async () => {
  useSession.getState().actFor({ id: '0190b1c4-1111-7aaa-8bbb-000000000012', name: '阿妈' })
  renderResident(<PhonePage />, server)
  expect(await screen.findByText('账号只有本人能看')).toBeVisible()
  expect(screen.queryByRole('button', { name: '发验证码' })).toBeNull()
})

test('where nothing can prove a number, the page says so, and that it is not needed', async () => {
  accounts.ways = { wechat: true, phone: false, demo: false }
  renderResident(<PhonePage />, server)
  expect(await screen.findByText('这里现在不能绑手机号。不绑也能用别的服务。')).toBeVisible()
})

test('a visitor is asked to sign in, and nothing else can be pressed', async () => {
  useSession.getState().end()
  renderResident(<PhonePage />, server)
  expect(await screen.findByRole('button', { name: '登录' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '发验证码' })).toBeNull()
})
