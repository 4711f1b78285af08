import { Person } from '@little-bench/shared/people/contract'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import {
  failure,
  type ResidentServer,
  resident,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { setOnline } from '../../../platform/network-state'
import { reloadOutbox, useOutbox } from '../../../platform/outbox/outbox.store'
import { useSession } from '../../../platform/session'
import { reportSender } from '../../report-sender'
import UnsentPage from '../unsent/index'
import ReportPage from './index'

let server: ResidentServer

const neighbour = Person.parse({ ...resident, id: '0190b1c4-1111-7aaa-8bbb-000000000099', name: '居民（示范二）' })

beforeEach(async () => {
  server = await startResidentServer()
})
afterEach(() => server.close())

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const words = () => screen.getByRole('textbox', { name: /发生了什么/ })
const open = () => renderResident(<ReportPage />, server)

const fillIn = async () => {
  await choose(/灯不亮/)
  await press('下一步')
  await userEvent.type(words(), '路灯三天不亮了。')
  await choose(/东孜苏3巷7号/)
  await press('下一步')
}

test('what somebody writes is still there when the page is opened again', async () => {
  const first = open()
  await choose(/灯不亮/)
  await press('下一步')
  await userEvent.type(words(), '路灯三天')
  first.unmount()
  open()
  expect(await screen.findByText('上次写到这里，还没发出去。')).toBeVisible()
  expect(words()).toHaveValue('路灯三天')
})

test('each step says which one it is, and points at what is missing', async () => {
  open()
  expect(await screen.findByText(/第1步\/共3步/)).toBeVisible()
  await press('下一步')
  expect(screen.getByText('请先选一类')).toBeVisible()
  await choose(/灯不亮/)
  await press('下一步')
  await press('下一步')
  expect(screen.getByText('请写几句，或者拍张照、录一段，说明发生了什么')).toBeVisible()
  expect(screen.getByText('请选院落')).toBeVisible()
})

test('a resident sees everything once more before it is sent, and who will see it', async () => {
  signIn()
  open()
  await fillIn()
  for (const said of ['灯不亮', '路灯三天不亮了。', '绕赛社区 · 东孜苏3巷7号 · 第一网格', '只给处理的人看', '7天内']) {
    expect(screen.getByText(said)).toBeVisible()
  }
  expect(server.writes).toEqual([])
})

test('a report that got no answer is sent again with the same key, and is one item', async () => {
  signIn()
  open()
  await fillIn()
  server.network = 'unanswered'
  await press('发出去')
  expect(await screen.findByText('已存在手机里，有网再发')).toBeVisible()
  server.network = 'up'
  await press('现在就发')
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
  expect(screen.getByText('打电话时说：11月23日第1号')).toBeVisible()
  expect(new Set(server.writes.map(({ key }) => key)).size).toBe(1)
  expect(server.writes).toHaveLength(2)
  expect(server.reported.size).toBe(1)
})

test('what the server may have already is neither changed nor thrown away, and says why', async () => {
  signIn()
  open()
  await fillIn()
  server.network = 'unanswered'
  await press('发出去')
  await screen.findByText(/可能已经到了/)
  expect(screen.queryByRole('button', { name: '改一改' })).toBeNull()
  expect(screen.queryByRole('button', { name: '不发了' })).toBeNull()
})

test('without a network it waits unsent, can be changed, and nothing has left the phone', async () => {
  signIn()
  open()
  await fillIn()
  setOnline(false)
  await press('发出去')
  expect(await screen.findByText('已存在手机里，有网再发')).toBeVisible()
  expect(server.writes).toEqual([])
  await press('改一改')
  const [entry] = useOutbox.getState().entries
  expect(entry?.state).toBe('opened')
  expect(visited.at(-1)).toBe(`redirectTo /issues/pages/report/index?entry=${entry?.id}`)
})

test('changed words go out once, and not the ones before', async () => {
  signIn()
  const first = open()
  await fillIn()
  setOnline(false)
  await press('发出去')
  await press('改一改')
  first.unmount()
  setOnline(true)
  renderResident(<ReportPage />, server, `?entry=${useOutbox.getState().entries[0]?.id}`)
  expect(await screen.findByText('路灯三天不亮了。')).toBeVisible()
  await press('上一步')
  await userEvent.type(words(), '四天了。')
  await press('下一步')
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(server.writes.map(({ body }) => body.description)).toEqual(['路灯三天不亮了。四天了。'])
  expect(useOutbox.getState().entries).toEqual([])
})

test('thrown away after being asked, nothing of it is left', async () => {
  signIn()
  open()
  await fillIn()
  setOnline(false)
  await press('发出去')
  await press('不发了')
  await press('不发了，删掉')
  expect(useOutbox.getState().entries).toEqual([])
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
})

test('a report that could not be sent waits on the phone, and its own page sends it once', async () => {
  signIn()
  const first = open()
  await fillIn()
  server.network = 'lost'
  await press('发出去')
  await screen.findByText('已存在手机里，有网再发')
  first.unmount()
  server.network = 'up'
  reloadOutbox()
  renderResident(<UnsentPage />, server, `?id=${useOutbox.getState().entries[0]?.id}`)
  expect(await screen.findByText('路灯三天不亮了。')).toBeVisible()
  await press('现在就发')
  await screen.findByText('RS-20261123-0001')
  expect(new Set(server.writes.map(({ key }) => key)).size).toBe(1)
})

test('a phone without room says so and keeps the form open', async () => {
  signIn()
  open()
  await fillIn()
  const store = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await press('发出去')
  store.mockRestore()
  expect(await screen.findByText('手机存不下了，还没有发。')).toBeVisible()
  expect(screen.getByText('路灯三天不亮了。')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('what the server refuses says why, with every word kept', async () => {
  signIn()
  open()
  await fillIn()
  server.more = ({ method }) =>
    method === 'POST' ? failure(422, 'unknown_place', '这个地点现在没有了，请重新选。') : undefined
  await press('发出去')
  expect(await screen.findByText('这个地点现在没有了，请重新选。')).toBeVisible()
  expect(screen.getByText('路灯三天不亮了。')).toBeVisible()
  await press('改一改')
  expect(visited.at(-1)).toMatch(/report\/index\?entry=/)
})

test('a session that is over waits for the same person, and shows nothing of it to somebody else', async () => {
  signIn()
  const first = open()
  await fillIn()
  server.more = ({ method }) => (method === 'POST' ? failure(401, 'unauthenticated', '登录已过期。') : undefined)
  await press('发出去')
  expect(await screen.findByText('登录已过期，请重新登录')).toBeVisible()
  first.unmount()
  const id = useOutbox.getState().entries[0]?.id ?? ''
  server.more = () => undefined
  act(() => useSession.getState().begin('token', neighbour))
  renderResident(<UnsentPage />, server, `?id=${id}`)
  expect(screen.queryByText('路灯三天不亮了。')).toBeNull()
  await reportSender.hurry()
  expect(server.reported.size).toBe(0)
  act(() => signIn())
  await act(() => reportSender.hurry())
  expect(server.reported.size).toBe(1)
  expect(server.writes.at(-1)).toMatchObject({ key: id, token: 'Bearer token' })
})

test('words written before signing in go out under the name of whoever signs in then', async () => {
  open()
  await fillIn()
  await press('先去登录')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/sign-in/index')
  act(() => signIn())
  expect(screen.getByText('路灯三天不亮了。')).toBeVisible()
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(server.writes[0]?.body).toMatchObject({
    description: '路灯三天不亮了。',
    placeId: 'yard-7',
    visibility: 'private',
  })
})

test('after sending nothing of it stays on the phone', async () => {
  signIn()
  const first = open()
  await fillIn()
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  first.unmount()
  open()
  expect(await screen.findByRole('radio', { name: /灯不亮/ })).toBeVisible()
  expect(screen.queryByText('上次写到这里，还没发出去。')).toBeNull()
})

test('where another office is in charge, calling it comes first, and the community can still be told', async () => {
  open()
  await choose(/水电气费/)
  await press('打 12345')
  expect(visited.at(-1)).toBe('call 12345')
  await press('还是告诉社区')
  expect(words()).toBeVisible()
})

test('danger comes with its number before anything is written', async () => {
  open()
  await choose(/私搭电线/)
  expect(screen.getByText('有危险，先打电话')).toBeVisible()
  await press('打 119')
  expect(visited.at(-1)).toBe('call 119')
})

test('only those in charge see it unless the person chooses otherwise', async () => {
  open()
  await choose(/灯不亮/)
  await press('下一步')
  expect(screen.getByRole('radio', { name: /只给处理的人看/ })).toBeChecked()
})

test('a confidential matter cannot be made public', async () => {
  open()
  await choose(/家庭的事/)
  await press('下一步')
  expect(screen.getByText('这一类只给处理的人看，不会公开。')).toBeVisible()
  expect(screen.queryByRole('radio', { name: /邻居也能看到/ })).toBeNull()
})
