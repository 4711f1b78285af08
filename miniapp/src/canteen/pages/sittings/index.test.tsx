import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  bookingOf,
  type CanteenState,
  orderIdOf,
  orderOf,
  serveCanteen,
  sittingOf,
  slotIdOf,
  today,
} from '../../../../test/components/canteen-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useDisplaySettings } from '../../../platform/display-settings'
import { useSession } from '../../../platform/session'
import OrderPage from '../order'
import SittingsPage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

const hadBeef = () => {
  canteen.orders = [orderOf(1, { state: 'served', on: '2026-11-20' })]
  canteen.past = [bookingOf(1, { state: 'served', on: '2026-11-20' })]
  server.more = withPast(server.more)
}

/** The fake list is the same for both views; the meal of the last time is over. */
const withPast =
  (first: ResidentServer['more']): ResidentServer['more'] =>
  (call) =>
    call.path === '/api/my/bookings' ? [200, { items: canteen.past, nextCursor: null }] : first(call)

test('before the cut-off a sitting says until when and what is left', async () => {
  renderResident(<SittingsPage />, server)
  expect(await screen.findByText(/前可以订$/)).toBeVisible()
  expect(screen.getByText('还有12份')).toBeVisible()
  await press('订午餐：今天')
  expect(visited.at(-1)).toContain(`/canteen/pages/order/index?communityId=raosai&slotId=${slotIdOf(1)}`)
})

test('after the cut-off it says what to do instead: call, or another meal', async () => {
  canteen.sittings = [sittingOf(1, { refusal: 'past_cutoff' })]
  renderResident(<SittingsPage />, server)
  expect(await screen.findByText('过了订餐时间')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^订/ })).toBeNull()
  await userEvent.click(screen.getAllByRole('button', { name: /打食堂电话/ })[0] as HTMLElement)
  expect(visited.at(-1)).toBe('call 0891-0000-151')
})

test('a full sitting says how many wait and offers to wait as well', async () => {
  canteen.sittings = [sittingOf(1, { refusal: 'slot_full', seatsLeft: 0, waiting: 3 })]
  renderResident(<SittingsPage />, server)
  expect(await screen.findByText('订满了')).toBeVisible()
  expect(screen.getByText(/已有3人在等/)).toBeVisible()
  expect(screen.getByRole('button', { name: '候补午餐：今天' })).toBeVisible()
})

test('what somebody has ordered stands on its day, with the way to it', async () => {
  canteen.sittings = [sittingOf(1, { yours: { orderId: orderIdOf(1), state: 'booked' } })]
  signIn()
  renderResident(<SittingsPage />, server)
  expect(await screen.findByText('您订了')).toBeVisible()
  await press('看我的单子：今天午餐')
  expect(visited.at(-1)).toContain(`/canteen/pages/meal/index?communityId=raosai&id=${orderIdOf(1)}`)
})

test('another day of the strip shows its own sittings', async () => {
  canteen.sittings = [sittingOf(1), sittingOf(2, { refusal: 'slot_closed' })]
  renderResident(<SittingsPage />, server)
  await screen.findByText('还有12份')
  await userEvent.click(screen.getByRole('radio', { name: /^明天/ }))
  expect(await screen.findByText('这一餐不开')).toBeVisible()
  expect(screen.queryByText('还有12份')).toBeNull()
})

test('in 长辈版 the meal of the last time is confirmed, not chosen again: two taps to the code from here', async () => {
  hadBeef()
  useDisplaySettings.getState().setElderMode(true)
  signIn()
  const { unmount } = renderResident(<SittingsPage />, server)
  expect(await screen.findByText('今天午餐：土豆牛肉1份')).toBeVisible()
  await press('就订这些')
  expect(visited.at(-1)).toContain('same=1')
  unmount()
  renderResident(<OrderPage />, server, `?communityId=raosai&slotId=${slotIdOf(1)}&on=${today()}&same=1`)
  // Nobody orders before the price has been read.
  await screen.findByText('您66岁，70岁以上免费。')
  await press('就这样订')
  await expect.poll(() => visited.at(-1)).toContain('/canteen/pages/meal/index')
  const [sent] = server.writes.filter(({ path }) => path.endsWith('/orders'))
  expect(sent?.body).toMatchObject({ fulfilment: 'dine_in', dishes: [{ quantity: 1 }] })
})

test('what is not on the new menu is named and not ordered', async () => {
  hadBeef()
  const [first] = canteen.orders
  first?.dishes.push(...first.dishes.map((dish) => ({ ...dish, name: '酸奶' })))
  signIn()
  renderResident(<SittingsPage />, server)
  expect(await screen.findByText('这次没有酸奶。')).toBeVisible()
})

test('for a family member the page and the list are theirs', async () => {
  signIn()
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  renderResident(<SittingsPage />, server)
  expect(await screen.findByRole('heading', { level: 1, name: '给阿妈订餐' })).toBeVisible()
  await press('阿妈的预约')
  expect(visited.at(-1)).toContain('/bookings/pages/mine/index')
})
