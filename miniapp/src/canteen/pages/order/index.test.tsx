import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CanteenState, serveCanteen, sittingOf, slotIdOf } from '../../../../test/components/canteen-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import OrderPage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
  visited.length = 0
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const open = (more = '') =>
  renderResident(<OrderPage />, server, `?communityId=raosai&slotId=${slotIdOf(1)}&on=${sittingOf(1).on}${more}`)
const callsTo = (ending: string) => server.writes.filter(({ path }) => path.endsWith(ending))

const chooseBeef = async () => {
  await press('土豆牛肉加一')
  await press('下一步')
  await userEvent.click(await screen.findByRole('radio', { name: /在食堂吃/ }))
  await press('下一步')
}

/** Nobody orders before the price has been read. */
const send = async () => {
  await screen.findByText('您66岁，70岁以上免费。')
  await press('就这样订')
}

test('a meal is chosen, its price read with each reason, and ordered once; then its code is shown', async () => {
  signIn()
  open()
  await chooseBeef()
  expect(await screen.findByText('您66岁，70岁以上免费。')).toBeVisible()
  expect(screen.getByText('土豆牛肉1份')).toBeVisible()
  expect(screen.getAllByText('12元').at(-1)).toBeVisible()
  await send()
  await expect.poll(() => visited.at(-1)).toContain('redirectTo /canteen/pages/meal/index?communityId=raosai')
  expect(callsTo('/orders')).toHaveLength(1)
  expect(callsTo('/orders')[0]?.body).toMatchObject({ fulfilment: 'dine_in', dishes: [{ quantity: 1 }] })
})

test('the seat is kept while somebody chooses, and given back when they leave', async () => {
  signIn()
  const { unmount } = open()
  expect(await screen.findByText(/位子给您留到/)).toBeVisible()
  unmount()
  await expect.poll(() => callsTo('/hold').length).toBe(1)
})

test('what was ordered keeps its seat: nothing is given back', async () => {
  signIn()
  const { unmount } = open()
  await chooseBeef()
  await send()
  await expect.poll(() => callsTo('/orders').length).toBe(1)
  await expect.poll(() => visited.at(-1)).toContain('/canteen/pages/meal/index')
  unmount()
  await new Promise((passed) => setTimeout(passed, 50))
  expect(callsTo('/hold')).toHaveLength(0)
})

test('an order whose answer is lost goes again with the same key', async () => {
  signIn()
  open()
  await chooseBeef()
  await screen.findByText('您66岁，70岁以上免费。')
  server.lostPath = '/orders'
  await send()
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  server.lostPath = undefined
  await press('再试一次')
  await expect.poll(() => visited.at(-1)).toContain('/canteen/pages/meal/index')
  const keys = callsTo('/orders').map(({ key }) => key)
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('a dish that was just sold out leads back to the dishes; what else was chosen stays', async () => {
  signIn()
  open()
  await chooseBeef()
  await screen.findByText('您66岁，70岁以上免费。')
  canteen.refusals.set('orders', failure(409, 'dish_sold_out', '有一道菜刚卖完，没有下单。请换一道，其他选好的还在。'))
  await send()
  expect(await screen.findByText(/有一道菜刚卖完/)).toBeVisible()
  await press('重新选菜')
  expect(await screen.findByText('第1步/共3步 · 选菜')).toBeVisible()
  expect(screen.getByRole('group', { name: '土豆牛肉' })).toHaveTextContent('1')
})

test.each([
  ['past_cutoff', '换一餐', '/canteen/pages/sittings/index'],
  ['already_booked', '看我的预约', '/bookings/pages/mine/index'],
  ['other_community', '去填住处', '/people/pages/fact/index?kind=residence'],
])('%s leads on to %s', async (code, way, path) => {
  signIn()
  open()
  await chooseBeef()
  await screen.findByText('您66岁，70岁以上免费。')
  canteen.refusals.set('orders', failure(409, code, '没有办成。'))
  await send()
  await press(way)
  expect(visited.at(-1)).toContain(path)
})

test('the last seat went meanwhile: waiting is one tap away, with the published order', async () => {
  signIn()
  open()
  await chooseBeef()
  await screen.findByText('您66岁，70岁以上免费。')
  canteen.refusals.set('orders', failure(409, 'slot_full', '已经约满了。可以候补。'))
  await send()
  await press('改成候补')
  expect(await screen.findByText('1. 行动不便或持残疾人证的排在前面')).toBeVisible()
  await press('就这样候补')
  await expect.poll(() => callsTo('/waitlist').length).toBe(1)
})

test('a full sitting asks for no seat and says how waiting goes before anything is sent', async () => {
  canteen.sittings = [sittingOf(1, { refusal: 'slot_full', seatsLeft: 0, waiting: 3 })]
  signIn()
  open()
  expect(await screen.findByRole('heading', { level: 1, name: '候补午餐' })).toBeVisible()
  expect(screen.getByText('候补按这个顺序，谁都一样')).toBeVisible()
  expect(callsTo('/holds')).toHaveLength(0)
})

test('a delivery without a door is not sent: the page says what is missing', async () => {
  signIn()
  open()
  await press('土豆牛肉加一')
  await press('下一步')
  await userEvent.click(await screen.findByRole('radio', { name: /送到家/ }))
  await press('下一步')
  expect(await screen.findByText('请写门牌，送餐的人才找得到。')).toBeVisible()
  expect(screen.getByText('请选院落。')).toBeVisible()
})

test('whoever is not signed in chooses first; nothing is lost by signing in', async () => {
  open()
  await chooseBeef()
  expect(await screen.findByText(/选好的留在手机里/)).toBeVisible()
  await press('登录后下单')
  expect(visited.at(-1)).toContain('people/pages/sign-in/index')
  act(signIn)
  expect(await screen.findByText('您66岁，70岁以上免费。')).toBeVisible()
  expect(await screen.findByText(/位子给您留到/)).toBeVisible()
})

test('no more portions of a dish can be chosen than there are', async () => {
  signIn()
  open()
  await press('清炒白菜加一')
  await press('清炒白菜加一')
  expect(screen.getByRole('button', { name: '清炒白菜加一' })).toHaveAttribute('aria-disabled', 'true')
})

test('for a family member the seat and the order are theirs', async () => {
  signIn()
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  open()
  await chooseBeef()
  expect(await screen.findByText('给阿妈订的')).toBeVisible()
  await send()
  await expect.poll(() => callsTo('/orders').length).toBe(1)
  expect([...callsTo('/orders'), ...callsTo('/holds')].map(({ actingFor }) => actingFor)).toEqual([
    mother.id,
    mother.id,
  ])
})

test('a meal that has been ordered is not ordered again', async () => {
  canteen.sittings = [sittingOf(1, { yours: { orderId: slotIdOf(9), state: 'booked' } })]
  signIn()
  open()
  expect(await screen.findByText('这一餐已经订过了')).toBeVisible()
  expect(callsTo('/holds')).toHaveLength(0)
})

test('what is filled in never moves the page on by itself: the button does not change under a finger', async () => {
  signIn()
  const { unmount } = open()
  await press('土豆牛肉加一')
  await press('下一步')
  await userEvent.click(await screen.findByRole('radio', { name: /送到家/ }))
  unmount()
  open()
  expect(await screen.findByText('第2步/共3步 · 怎么吃')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: /在食堂吃/ }))
  expect(screen.getByText('第2步/共3步 · 怎么吃')).toBeVisible()
  await press('下一步')
  expect(await screen.findByText('第3步/共3步 · 看一遍')).toBeVisible()
})
