import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingOf, type CanteenState, orderIdOf, serveCanteen } from '../../../../test/components/canteen-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import {
  community,
  failure,
  type ResidentServer,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import MyBookingsPage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const asked = () => server.reads.filter((path) => path.startsWith('/api/my/bookings'))

test('each booking says what, when, where, its code and until when it can be given back', async () => {
  canteen.coming = [bookingOf(1)]
  signIn()
  renderResident(<MyBookingsPage />, server)
  expect(await screen.findByText('午餐 · 食堂')).toBeVisible()
  expect(screen.getByText('码 204 816')).toBeVisible()
  expect(screen.getByText(/前可以取消。$/)).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: /午餐/ }))
  expect(visited.at(-1)).toContain(`/canteen/pages/meal/index?communityId=raosai&id=${orderIdOf(1)}`)
})

test('those of the family stand under their names, and past ones apart', async () => {
  canteen.coming = [bookingOf(1, { forWhom: { name: '居民（示范二）', isYou: false, childName: null } })]
  signIn()
  renderResident(<MyBookingsPage />, server)
  await userEvent.click(await screen.findByRole('radio', { name: '一家人的' }))
  expect(await screen.findByText('居民（示范二）的')).toBeVisible()
  expect(asked().at(-1)).toContain('whose=family')
  await userEvent.click(screen.getByRole('tab', { name: '过去的' }))
  await expect.poll(() => asked().at(-1)).toContain('when=past')
})

test('acting for somebody there is nothing but theirs', async () => {
  signIn()
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  renderResident(<MyBookingsPage />, server)
  expect(await screen.findByRole('heading', { level: 1, name: '阿妈的预约' })).toBeVisible()
  expect(screen.queryByRole('radio', { name: '一家人的' })).toBeNull()
  expect(screen.queryByText('放进自己的日历')).toBeNull()
})

test('an offer is answered in the list', async () => {
  const expiresAt = new Date(Date.now() + 600_000).toISOString()
  canteen.coming = [bookingOf(1, { state: 'offered', code: null, expiresAt, canAnswerOffer: true })]
  signIn()
  renderResident(<MyBookingsPage />, server)
  await press('不要了，给下一位')
  expect(await screen.findByText('好，让给下一位了。')).toBeVisible()
  expect(server.writes.at(-1)?.path).toMatch(/\/refusal$/)
})

test('without any booking the page says how to begin; one that cannot be read can be tried again', async () => {
  signIn()
  const { unmount } = renderResident(<MyBookingsPage />, server)
  expect(await screen.findByText('还没有预约')).toBeVisible()
  unmount()
  server.more = ({ path }) =>
    path === '/api/my/bookings'
      ? failure(503, 'service_unavailable', '服务正在启动或维护，请过一会儿再试。')
      : undefined
  renderResident(<MyBookingsPage />, server)
  expect(await screen.findByText(/服务正在启动或维护/)).toBeVisible()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible()
})

test('what the community has can be booked from here: the first is the main action, the others stand below', async () => {
  const first = server.more
  server.more = (call) =>
    call.path === '/api/communities/raosai'
      ? [200, { ...community, services: ['issues', 'childcare', 'activities'] }]
      : first(call)
  signIn()
  renderResident(<MyBookingsPage />, server)
  await press('去报活动')
  expect(visited.at(-1)).toContain('/activities/pages/list/index')
  const bar = within(screen.getByRole('contentinfo'))
  await userEvent.click(bar.getByRole('button', { name: '去约托育' }))
  expect(visited.at(-1)).toContain('/childcare/pages/slots/index')
  expect(screen.queryByRole('button', { name: '去订餐' })).toBeNull()
})

test('the secret address for a calendar is shown once and ended with one tap', async () => {
  const first = server.more
  server.more = (call) => {
    if (!call.path.endsWith('/calendar-feed')) return first(call)
    return call.method === 'PUT' ? [200, { path: '/api/calendar-feeds/secret-words' }] : [200, { hasEnded: true }]
  }
  signIn()
  renderResident(<MyBookingsPage />, server)
  await press('要一个网址')
  expect(await screen.findByText(/\/api\/calendar-feeds\/secret-words$/)).toBeVisible()
  await press('停掉网址')
  await expect.poll(() => screen.queryByText(/secret-words/)).toBeNull()
})
