import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useMyPlace } from '../../my-place'
import ContactsPage from './index'

let server: ResidentServer

beforeEach(async () => {
  useMyPlace.setState(useMyPlace.getInitialState())
  server = await startResidentServer()
})
afterEach(() => server.close())

const headings = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)

test('the board shows whom to call by topic, one tap from ringing, without an account', async () => {
  renderResident(<ContactsPage />, server)
  const call = await screen.findByRole('button', { name: '119，打给火警' })
  expect(headings()).toEqual(['有事找网格员', '社区服务大厅', '紧急'])
  expect(screen.getByText('起火、冒烟')).toBeVisible()
  expect(screen.getByText('绕赛社区服务大厅（示范地址）')).toBeVisible()
  await userEvent.click(call)
  expect(visited.at(-1)).toBe('call 119')
})

test('when nobody answers, a second number is one tap away', async () => {
  renderResident(<ContactsPage />, server)
  await userEvent.click(await screen.findByRole('button', { name: '0891-0000-102，打给社区值班室' }))
  expect(screen.getByText('打不通就打社区值班室')).toBeVisible()
  expect(visited.at(-1)).toBe('call 0891-0000-102')
})

test('whoever said where they live finds their own grid worker alone at the top, and the others behind a button', async () => {
  useMyPlace.getState().choosePlace('raosai', 'yard-7')
  renderResident(<ContactsPage />, server)
  expect(await screen.findByText('您的网格员')).toBeVisible()
  expect(screen.getByRole('button', { name: '0891-0000-111，打给第一网格网格员' })).toBeVisible()
  expect(screen.queryByText('第二网格网格员')).toBeNull()
  expect(screen.queryByText('选我的院落')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '别的网格员，还有1位' }))
  expect(screen.getByText('第二网格网格员')).toBeVisible()
})

test('whoever has not said so finds all grid workers, and the way to say it', async () => {
  renderResident(<ContactsPage />, server)
  expect(await screen.findByText('第一网格网格员')).toBeVisible()
  expect(screen.getByText('第二网格网格员')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '选我的院落' }))
  const sheet = within(screen.getByRole('dialog', { name: '选社区和院落' }))
  await userEvent.click(await sheet.findByRole('radio', { name: /东孜苏3巷7号/ }))
  await userEvent.click(sheet.getByRole('button', { name: '关闭' }))
  expect(screen.getByText('您的网格员')).toBeVisible()
})

test('where somebody lives is not told to the server', async () => {
  useMyPlace.getState().choosePlace('raosai', 'yard-7')
  renderResident(<ContactsPage />, server)
  await screen.findByText('您的网格员')
  expect(server.reads.filter((url) => /yard|raosai-1/.test(url))).toEqual([])
})

test('without a network the board is there as it was the last time', async () => {
  const first = renderResident(<ContactsPage />, server)
  await screen.findByText('火警')
  first.unmount()
  server.isUnreachable = true
  renderResident(<ContactsPage />, server)
  expect(await screen.findByRole('button', { name: '119，打给火警' })).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a phone that never had the board says what happened and still rings the hotline', async () => {
  server.isUnreachable = true
  renderResident(<ContactsPage />, server)
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '打电话找人' }))
  expect(screen.getByRole('button', { name: '打给政务服务便民热线 12345' })).toBeVisible()
})
