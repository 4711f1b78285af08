import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import EmergencyPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
})
afterEach(() => server.close())

const open = async (name: RegExp) => {
  renderResident(<EmergencyPage />, server)
  await userEvent.click(screen.getByRole('link', { name }))
}
const buttons = () => within(screen.getByRole('main')).getAllByRole('button')

test.each([
  [/闻到燃气/, '119', '别开灯'],
  [/着火了/, '119', '走楼梯'],
  [/有人受伤/, '120', '压住'],
  [/有人动手/, '110', '先离开'],
])('%s: three lines say what to do first, and the first button rings', async (name, phone, line) => {
  await open(name)
  const [first] = buttons()
  if (!first) throw new Error('there is a number to call')
  expect(first).toHaveTextContent(phone)
  expect(screen.getByText(line, { exact: false })).toBeVisible()
  await userEvent.click(first)
  expect(visited.at(-1)).toBe(`call ${phone}`)
})

test('nothing is asked: there is no field on the page', async () => {
  await open(/闻到燃气/)
  expect(screen.queryAllByRole('textbox')).toEqual([])
})

test('whoever chose the wrong one finds all four again', async () => {
  await open(/着火了/)
  await userEvent.click(screen.getByRole('button', { name: '不是这个，选别的' }))
  expect(within(screen.getByRole('main')).getAllByRole('link')).toHaveLength(4)
})

test('whoever must not be seen with it is at home with one tap, and nothing leads back', async () => {
  await open(/有人动手/)
  await userEvent.click(screen.getByRole('button', { name: '快速离开这一页' }))
  expect(visited.at(-1)).toMatch(/^reLaunch .*home\/pages\/index/)
})

test('what somebody looked up is told to nobody', async () => {
  const before = server.calls.length
  await open(/有人动手/)
  expect(server.calls.slice(before).every(({ path }) => path.startsWith('/api/communities'))).toBe(true)
})
