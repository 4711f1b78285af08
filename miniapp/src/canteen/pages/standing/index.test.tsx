import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CanteenState, serveCanteen } from '../../../../test/components/canteen-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import StandingPage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const tick = async (name: string) => userEvent.click(await screen.findByRole('checkbox', { name }))
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const saved = () => server.writes.find(({ method }) => method === 'PUT')

test('a meal is ordered by itself on the weekdays that were chosen, as it was wished', async () => {
  renderResident(<StandingPage />, server)
  await press('加一个')
  await choose(/^午餐/)
  await tick('周一')
  await tick('周日')
  await choose('在食堂吃')
  await tick('软')
  await tick('含蛋')
  await press('就这样自动订')
  expect(await screen.findByText('每周一、日')).toBeVisible()
  expect(screen.getByText('要：软')).toBeVisible()
  expect(screen.getByText('不要：含蛋')).toBeVisible()
  expect(saved()?.path).toContain('/canteens/raosai-canteen/standing-orders/lunch')
  expect(saved()?.body).toMatchObject({ weekdays: [1, 0], fulfilment: 'dine_in', wantedTags: ['soft'] })
})

test('without a day nothing is saved, and the page says what is missing', async () => {
  renderResident(<StandingPage />, server)
  await press('加一个')
  await press('就这样自动订')
  expect(await screen.findByText('请至少选一天。')).toBeVisible()
  expect(screen.getByText('请选哪一餐。')).toBeVisible()
  expect(saved()).toBeUndefined()
})

test('one that is there is changed from what it is, and ended with one tap', async () => {
  renderResident(<StandingPage />, server)
  await press('加一个')
  await choose(/^午餐/)
  await tick('周二')
  await choose('在食堂吃')
  await press('就这样自动订')
  await press(/^改长期订餐/)
  expect(await screen.findByRole('checkbox', { name: '周二' })).toBeChecked()
  await press('不改了')
  await press(/^不再自动订/)
  expect(await screen.findByText('好，不再自动订了。已经订的还在。')).toBeVisible()
  expect(await screen.findByText('还没有长期订餐')).toBeVisible()
  expect(canteen.standing).toEqual([])
})
