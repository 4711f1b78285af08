import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AccountState, PHONE_CODE, serveAccounts } from '../../../../test/components/account-answers'
import { renderResident } from '../../../../test/components/render-resident'
import {
  failure,
  type ResidentServer,
  resident,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useDisplaySettings } from '../../../platform/display-settings'
import { useSession } from '../../../platform/session'
import SignInPage from './index'

const PHONE = '13900000000'

let server: ResidentServer
let accounts: AccountState

beforeEach(async () => {
  server = await startResidentServer()
  accounts = serveAccounts(server)
})
afterEach(() => server.close())

const open = () => renderResident(<SignInPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const field = (name: string) => screen.findByRole('textbox', { name })
const askForCode = async () => {
  await userEvent.type(await field('手机号'), PHONE)
  await press('发验证码')
  return field('短信里的6个数字')
}
const lastBody = () => server.writes.at(-1)?.body

test('a number, a code, and they are signed in and back where they came from', async () => {
  open()
  const code = await askForCode()
  expect(screen.getByText('如果139-0000-0000能收短信，验证码已经发出，10分钟内有效。')).toBeVisible()
  await userEvent.type(code, PHONE_CODE)
  await press('登录')
  await expect.poll(() => visited.at(-1)).toBe('reLaunch /home/pages/index/index')
  expect(useSession.getState()).toMatchObject({ token: 'signed-in', person: resident, desk: 'none' })
})

test('a code can be pasted as it stands in the message, and nothing goes out by itself', async () => {
  open()
  const code = await askForCode()
  await userEvent.click(code)
  await userEvent.paste('204 816')
  expect(code).toHaveValue('204 816')
  expect(server.writes).toHaveLength(1)
})

test('a number that is none is told before anything is sent', async () => {
  open()
  await press('发验证码')
  expect(screen.getByText('请填手机号')).toBeVisible()
  await userEvent.type(await field('手机号'), '12345')
  await press('发验证码')
  expect(screen.getByText('手机号是1开头的11个数字，请再看一遍')).toBeVisible()
  expect(accounts.sentTo).toEqual([])
})

test('a wrong code is said once, until another one is typed', async () => {
  open()
  const code = await askForCode()
  await userEvent.type(code, '111111')
  await press('登录')
  expect(await screen.findByText('验证码不对，或者过期了。')).toBeVisible()
  await userEvent.type(code, '{Backspace}')
  expect(screen.queryByText('验证码不对，或者过期了。')).toBeNull()
  await press('登录')
  expect(screen.getByText('还有1个数字')).toBeVisible()
})

test('another code can be asked for when its time has come, and the number can be changed', async () => {
  accounts.nextAt = () => new Date(Date.now() - 1).toISOString()
  open()
  await askForCode()
  await press('没收到，再发一次')
  expect(await screen.findByText('又发了一条，用最新的那条。')).toBeVisible()
  expect(accounts.sentTo).toEqual([PHONE, PHONE])
  await press('换一个号码')
  expect(await field('手机号')).toHaveValue('139 0000 0000')
})

test('until then the button says how long', async () => {
  open()
  await askForCode()
  const later = screen.getByRole('button', { name: /^没收到？\d+秒后可以再发$/ })
  expect(later).toHaveAttribute('aria-disabled', 'true')
})

test('where no message can be sent, the server says what else there is', async () => {
  accounts.refusals.set('/phone-codes', failure(503, 'phone_codes_unavailable', '现在发不了短信，请打社区电话。'))
  open()
  await userEvent.type(await field('手机号'), PHONE)
  await press('发验证码')
  expect(await screen.findByText('现在发不了短信，请打社区电话。')).toBeVisible()
})

test('whoever is new chooses their community and agrees, with nothing ticked beforehand', async () => {
  accounts.isKnown = false
  open()
  await userEvent.type(await askForCode(), PHONE_CODE)
  await press('登录')
  expect(await screen.findByText('您是第一次来')).toBeVisible()
  expect(screen.getByRole('checkbox')).toHaveAttribute('aria-checked', 'false')
  await press('开账号，登录')
  expect(screen.getByText('请先选社区')).toBeVisible()
  expect(screen.getByText('不同意就不能开账号，可以先随便看看')).toBeVisible()
  await press('选社区')
  await userEvent.click(await screen.findByRole('radio', { name: /绕赛社区/ }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '关闭' }))
  await userEvent.click(screen.getByRole('checkbox'))
  await press('开账号，登录')
  await expect.poll(() => useSession.getState().token).toBe('signed-in')
  expect(lastBody()).toMatchObject({
    code: PHONE_CODE,
    account: { communityId: 'raosai', policyVersion: POLICY_VERSION },
  })
})

test('a code that has grown old while they read can be asked for again', async () => {
  accounts.isKnown = false
  open()
  await userEvent.type(await askForCode(), PHONE_CODE)
  await press('登录')
  await userEvent.click(await screen.findByRole('checkbox'))
  useSession.getState().chooseCommunity('raosai')
  accounts.refusals.set('/sign-in/phone', failure(422, 'phone_code_wrong', '验证码不对，或者过期了。'))
  await press('开账号，登录')
  await press('重新发验证码')
  expect(await field('手机号')).toBeVisible()
})

test('whoever does not agree goes on as a guest, and no account is made', async () => {
  accounts.isKnown = false
  open()
  await userEvent.type(await askForCode(), PHONE_CODE)
  await press('登录')
  await press('先不开，随便看看')
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
  expect(useSession.getState().token).toBeNull()
})

test('in 长辈版 large digits stand below the field', async () => {
  useDisplaySettings.setState({ isElderMode: true })
  open()
  const code = await askForCode()
  for (const digit of PHONE_CODE) await userEvent.click(screen.getByRole('button', { name: digit }))
  expect(code).toHaveValue('204 816')
})

test('outside WeChat nobody is offered to sign in with it', async () => {
  accounts.ways = { wechat: true, phone: true, demo: false }
  open()
  await field('手机号')
  expect(screen.queryByRole('button', { name: '用微信登录' })).toBeNull()
})

test('where no way is set up, the page says the way without a phone', async () => {
  accounts.ways = { wechat: false, phone: false, demo: false }
  open()
  expect(await screen.findByText('这里还不能登录')).toBeVisible()
  expect(screen.getByText('不会登录也能办')).toBeVisible()
  expect(screen.queryByText('选一个示范身份')).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('where only WeChat lets people in, the web page says where to open it', async () => {
  accounts.ways = { wechat: true, phone: false, demo: false }
  open()
  expect(await screen.findByText('请在微信里登录')).toBeVisible()
  expect(screen.queryByText('这里还不能登录')).toBeNull()
})
