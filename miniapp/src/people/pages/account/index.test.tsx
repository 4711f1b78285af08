import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AccountState, accountOf, serveAccounts, sessionOf } from '../../../../test/components/account-answers'
import { mother, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import AccountPage from './index'

let server: ResidentServer
let accounts: AccountState

beforeEach(async () => {
  server = await startResidentServer()
  servePeople(server)
  accounts = serveAccounts(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<AccountPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const inDialog = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))

test('what is bound stands in plain words, and why a number helps', async () => {
  open()
  expect(await screen.findByText('还没有绑')).toBeVisible()
  expect(screen.getByText('没有绑')).toBeVisible()
  expect(screen.getByText(/不绑也能用别的服务/)).toBeVisible()
  await press('绑手机号')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/phone/index')
})

test('a bound number is shown masked', async () => {
  accounts.account = accountOf({ phone: '139****00', hasWechat: true })
  open()
  expect(await screen.findByText('139****00')).toBeVisible()
  expect(screen.getByText('绑了，在微信里打开就登录')).toBeVisible()
  expect(screen.getByRole('button', { name: '换手机号' })).toBeVisible()
})

test('one device is signed out from another, and this one cannot be by mistake', async () => {
  open()
  expect(await screen.findByText('就是这一台')).toBeVisible()
  expect(screen.queryByRole('button', { name: '让它退出：iPhone · 微信' })).toBeNull()
  await press('让它退出：Android · 浏览器')
  expect(await screen.findByText('退出了。')).toBeVisible()
  await expect.poll(() => screen.queryByText('Android · 浏览器')).toBeNull()
  expect(useSession.getState().token).toBe('token')
})

test('all others end together, after one question', async () => {
  accounts.sessions = [...accounts.sessions, sessionOf(3, { device: 'Windows · 浏览器' })]
  open()
  await press('别的都退出')
  expect(screen.getByText('这一台不变，另外2台要重新登录。手机丢了、在别人手机上登过，就用这个。')).toBeVisible()
  await inDialog('别的都退出')
  await expect.poll(() => accounts.sessions.map(({ isThis }) => isThis)).toEqual([true])
})

test('without an answer the devices stay, and the reason stands there', async () => {
  open()
  await screen.findByText('就是这一台')
  server.network = 'lost'
  await press('让它退出：Android · 浏览器')
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  expect(screen.getByText('Android · 浏览器')).toBeVisible()
})

test('whoever signs out stays out: nothing signs them in again', async () => {
  open()
  await press('退出')
  await inDialog('退出')
  await expect.poll(() => useSession.getState()).toMatchObject({ token: null, hasLeft: true })
  await expect.poll(() => visited.at(-1)).toBe('reLaunch /home/pages/index/index')
})

test('an account is nobody else’s business', async () => {
  open()
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  expect(await screen.findByText('账号只有本人能看')).toBeVisible()
  expect(screen.queryByText('登录的设备')).toBeNull()
})
