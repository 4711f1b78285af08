import { codeOf } from '@little-bench/shared/people/codes'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { INVITATION_CODE, SECRET, serveStaff, TOTP_CODE } from '../../../../test/components/staff-answers'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import StaffInvitationPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  serveStaff(server)
  signIn()
})
afterEach(() => server.close())

const open = (query = '') => renderResident(<StaffInvitationPage />, server, query)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const code = () => screen.findByRole('textbox', { name: '邀请码，12个数字' })
const digits = () => screen.findByRole('textbox', { name: '验证器里的6个数字' })

test('on the web an invitation is accepted with an authenticator app, which proves itself at once', async () => {
  open()
  await userEvent.type(await code(), INVITATION_CODE)
  await press('接受')
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeVisible()
  expect(screen.getByRole('img', { name: '给验证器扫的码' })).toBeVisible()
  await userEvent.type(await digits(), '111111')
  await press('设好了')
  expect(await screen.findByText('动态码不对。')).toBeVisible()
  await userEvent.clear(await digits())
  await userEvent.type(await digits(), TOTP_CODE)
  await press('设好了')
  expect(await screen.findByText('网格员 · 绕赛社区 · 第一网格')).toBeVisible()
  expect(useSession.getState().desk).toBe('open')
  expect(server.writes[0]?.body).toEqual({ code: INVITATION_CODE, key: 'totp' })
  await press('去工作台')
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
})

test('the secret can be copied into an app on the same phone', async () => {
  open(`?code=${INVITATION_CODE}`)
  await press('接受')
  await press('复制')
  await expect.poll(() => visited.at(-1)).toBe(`copy ${SECRET}`)
})

test('a mistyped digit, and a code for something else, are told before anything is sent', async () => {
  open()
  await press('接受')
  expect(screen.getByText('请填邀请码')).toBeVisible()
  await userEvent.type(await code(), codeOf('household', '1234567890'))
  expect(screen.getByText('这不是邀请码，请到「输入纸上的码」里填')).toBeVisible()
  await userEvent.clear(await code())
  await userEvent.type(await code(), `${INVITATION_CODE.slice(0, -1)}${(Number(INVITATION_CODE.at(-1)) + 1) % 10}`)
  expect(screen.getByText('有个数字不对，请对着再看一遍')).toBeVisible()
  await press('接受')
  expect(server.writes).toEqual([])
})

test('a code that was used says so', async () => {
  open()
  await userEvent.type(await code(), codeOf('staff_invitation', '0987654321'))
  await press('接受')
  expect(await screen.findByText('这个码不能用。')).toBeVisible()
})
