import { codeOf } from '@little-bench/shared/people/codes'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GRANT_CODE, HOUSEHOLD_CODE, RECEIPT_CODE, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import CodePage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<CodePage />, server)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const field = () => screen.getByRole('textbox', { name: '12个数字' })
const mistyped = (code: string) => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`

test('the digits stand in groups of four while they are typed, and spaces are nobody\u2019s mistake', async () => {
  open()
  await userEvent.type(field(), '5123 4567-8')
  expect(field()).toHaveValue('5123 4567 8')
  await press('下一步')
  expect(screen.getByText('还有3个数字')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a mistyped digit is told at once and costs no try', async () => {
  open()
  await userEvent.type(field(), mistyped(GRANT_CODE))
  expect(screen.getByText('有个数字不对，请对着再看一遍')).toBeVisible()
  await press('下一步')
  expect(server.writes).toEqual([])
})

test.each([
  [HOUSEHOLD_CODE, '这是加入一家人的码', '加入这家', 'redirectTo /people/pages/household/index'],
  [GRANT_CODE, '这是请您帮忙代办的码', '看是谁请我', 'redirectTo /people/pages/grants-received/index'],
  [
    RECEIPT_CODE,
    '这是柜台回执上的码',
    '归到我名下',
    `redirectTo /issues/pages/detail/index?communityId=raosai&id=${issueId}`,
  ],
])('a code says what it will do before it is used: %s', async (code, what, verb, next) => {
  open()
  await userEvent.type(field(), code)
  expect(screen.getByText(what)).toBeVisible()
  expect(server.writes).toEqual([])
  await press(verb)
  await expect.poll(() => visited.at(-1)).toBe(next)
  expect(server.writes[0]?.body).toEqual({ code })
})

test('a code of an invitation opens on its own page, where it is used', async () => {
  open()
  const code = codeOf('case_invitation', '1234567890')
  await userEvent.type(field(), code)
  expect(screen.getByText('这是请您看一件事的码')).toBeVisible()
  await press('打开看')
  expect(visited.at(-1)).toBe(`redirectTo /mediation/pages/invitation/index?code=${code}`)
  expect(server.writes).toEqual([])
})

test('without an account the way to an invitation stands there too', async () => {
  useSession.getState().end()
  open()
  await userEvent.click(await screen.findByRole('button', { name: '不登录，直接看' }))
  expect(visited.at(-1)).toBe('navigateTo /mediation/pages/invitation/index')
})

test('a code that was used says so, until another one is typed', async () => {
  open()
  await userEvent.type(field(), GRANT_CODE)
  await press('看是谁请我')
  await expect.poll(() => server.writes.length).toBe(1)
  await press('看是谁请我')
  expect(await screen.findByText('这个码不能用。')).toBeVisible()
  await userEvent.type(field(), '{Backspace}')
  expect(screen.queryByText('这个码不能用。')).toBeNull()
})
