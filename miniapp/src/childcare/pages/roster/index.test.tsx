import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { grandmother } from '../../../../test/components/childcare-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { CODE, carer, type RosterState, rosterChildOf, serveRoster } from '../../../../test/components/roster-answers'
import { visited } from '../../../../test/components/taro-api'
import { setOnline } from '../../../platform/network-state'
import { useSession } from '../../../platform/session'
import { readStored } from '../../../platform/storage'
import { sendWrites, watchWrites } from '../../../platform/waiting-writes'
import { keptCentreId } from '../../kept-roster'
import { ARRIVAL, HAND_OVER, sendArrival, sendHandOver } from '../../roster-senders'
import RosterPage from './index'

let server: ResidentServer
let state: RosterState

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-30T01:15:00.000Z'), toFake: ['Date'] })
  server = await startResidentServer()
  state = serveRoster(server)
  watchWrites({ [ARRIVAL]: sendArrival, [HAND_OVER]: sendHandOver })
  useSession.getState().begin('token', carer)
})
afterEach(() => {
  vi.useRealTimers()
  server.close()
})

const open = () => renderResident(<RosterPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const pressIn = async (name: string) =>
  userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))
const choose = async (name: RegExp | string) => userEvent.click(await screen.findByRole('radio', { name }))
const type = async (digits: string) => {
  for (const digit of digits) await pressIn(digit)
}
const here = () => (state.children = [rosterChildOf(1, { arrivedAt: '2026-11-30T01:05:00.000Z', state: 'served' })])

test('what a child must not eat stands out, and a child that comes is there with one tap and gone back with another', async () => {
  open()
  expect(await screen.findByText('过敏：花生')).toBeVisible()
  await press('到了：小石头')
  expect(await screen.findByText('上午9:15到的')).toBeVisible()
  await waitFor(() => expect(server.writes[0]?.body).toEqual({ at: '2026-11-30T01:15:00.000Z' }))
  expect(screen.getByText('约了2个，在园1个，接走0个，不来0个')).toBeVisible()
  await waitFor(() => expect(screen.queryByText('在园 · 等网络')).toBeNull())
  await press('点错了：小石头')
  expect(await screen.findByRole('button', { name: '到了：小石头' })).toBeVisible()
  expect(server.reads.filter((path) => path.includes('/roster'))).toHaveLength(1)
})

test('the grandmother on the list gets the child with the code of the day; a wrong code gets nobody', async () => {
  here()
  open()
  await press('来接了：小石头')
  await choose(/外婆（示范）/)
  await type('111111')
  expect(await screen.findByText('接送码不对。')).toBeVisible()
  await type(CODE)
  expect(await screen.findByText('小石头交给外婆（示范）了。')).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({ pickUpId: grandmother.id, way: 'code', code: CODE })
})

test('somebody who is not on the list is refused, and the family is one tap away', async () => {
  here()
  open()
  await press('来接了：小石头')
  await choose('名单上没有这个人')
  expect(await screen.findByText('不能交给他')).toBeVisible()
  expect(within(screen.getByRole('dialog')).queryByRole('button', { name: /^交给/ })).toBeNull()
  await press('打给居民（示范一） 0891-0000-161')
  expect(visited.at(-1)).toBe('call 08910000161')
  expect(server.writes).toEqual([])
})

test('without a network the kept roster serves: arrivals and hand-overs wait with their time and go out once', async () => {
  const first = open()
  await screen.findByText('过敏：花生')
  first.unmount()
  server.isUnreachable = true
  act(() => setOnline(false))
  open()
  expect(await screen.findByText(/现在连不上。这是11月30日/)).toBeVisible()
  await press('到了：小石头')
  expect(await screen.findByText('在园 · 等网络')).toBeVisible()
  await press('来接了：小石头')
  await choose(/外婆（示范）/)
  await choose('手机没电：看证件')
  expect(screen.getByText('看证件上的名字是不是「外婆（示范）」。不用抄，也不用拍。')).toBeVisible()
  await pressIn('交给外婆（示范）')
  expect(await screen.findByText('2件等着发，有网就发')).toBeVisible()
  server.isUnreachable = false
  const tried = server.writes.length
  act(() => setOnline(true))
  await act(() => sendWrites())
  await waitFor(() => expect(screen.queryByText(/等着发/)).toBeNull())
  const sent = server.writes.slice(tried)
  expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['arrival', 'pick-up'])
  expect(sent[1]?.body).toEqual({ pickUpId: grandmother.id, way: 'identity_seen', at: '2026-11-30T01:15:00.000Z' })
})

test('what has not gone out is simply not sent when it was a mistake', async () => {
  open()
  await screen.findByText('过敏：花生')
  server.isUnreachable = true
  await press('到了：小石头')
  await press('点错了：小石头')
  expect(await screen.findByRole('button', { name: '到了：小石头' })).toBeVisible()
  server.isUnreachable = false
  const tried = server.writes.length
  await act(() => sendWrites())
  expect(server.writes).toHaveLength(tried)
})

test("yesterday's children are not on the tablet any more", async () => {
  const first = open()
  await screen.findByText('过敏：花生')
  first.unmount()
  expect(keptCentreId()).toBe('raosai-childcare')
  vi.setSystemTime(new Date('2026-12-01T01:00:00.000Z'))
  server.isUnreachable = true
  open()
  await waitFor(() => expect(readStored('childcare-roster', (found) => found)).toBeUndefined())
  expect(screen.queryByText('过敏：花生')).toBeNull()
})

test('who is still here can be asked for alone', async () => {
  state.children = [rosterChildOf(1, { arrivedAt: '2026-11-30T01:05:00.000Z' }), rosterChildOf(2)]
  open()
  await choose('在园')
  expect(screen.getByText('小石头')).toBeVisible()
  expect(screen.queryByRole('button', { name: '到了：小豆' })).toBeNull()
})

test('a resident sees no child, and the server is not even asked', async () => {
  useSession.getState().end()
  signIn()
  open()
  expect(await screen.findByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.reads.filter((path) => path.includes('/roster'))).toEqual([])
})

test('a day on which the centre stays closed: who is told is said first, and then nobody is on the roster', async () => {
  open()
  await press('这天不开')
  expect(screen.getByText('约了和候补的2家马上收到消息，孩子不用来。不能反悔，要开只能请他们重新约。')).toBeVisible()
  expect(server.writes).toEqual([])
  await pressIn('这天不开')
  expect(await screen.findByText('关了，告诉了2家。')).toBeVisible()
  expect(await screen.findByText('这一天没有孩子约')).toBeVisible()
  expect(screen.queryByRole('button', { name: '这天不开' })).toBeNull()
  expect(server.writes.at(-1)?.body).toEqual({ on: '2026-11-30' })
})
