import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantOf, mother, type PeopleState, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, resident, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import GrantsGivenPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<GrantsGivenPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const given = (number: number, fields: Parameters<typeof grantOf>[1] = {}) =>
  grantOf(number, { principal: { id: resident.id, name: resident.name }, agent: mother, ...fields })

test('with nobody yet the page says what will be here and how to begin', async () => {
  open()
  expect(await screen.findByText('这里放替您办事的人')).toBeVisible()
  expect(screen.queryByRole('button', { name: '全部暂停' })).toBeNull()
  await press('请一个人')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/grant-offer/index')
})

test('a grant says who, what, until when, and ends with one tap', async () => {
  people.given = [given(1)]
  open()
  expect(await screen.findByText(mother.name)).toBeVisible()
  expect(screen.getByText('正在用')).toBeVisible()
  expect(screen.getByText('居民说事：看说过的事办到哪了、说一件新的事')).toBeVisible()
  expect(screen.getByText('2027年5月28日为止')).toBeVisible()
  expect(screen.getByText('2027年2月26日问您还要不要')).toBeVisible()
  await press(`结束，不再让${mother.name}办`)
  expect(await screen.findByText('结束了，马上不能再办。想再请，重新给一次。')).toBeVisible()
  expect(await screen.findByText('结束了')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^结束/ })).toBeNull()
})

test('a grant by code that nobody has entered says so', async () => {
  people.given = [given(1, { agent: null, state: 'offered' })]
  open()
  expect(await screen.findByText('还没人输码')).toBeVisible()
  expect(screen.getByText('等答应')).toBeVisible()
})

test('everything stands still with one tap and no reason, and goes on with another', async () => {
  people.given = [given(1)]
  open()
  await press('全部暂停')
  expect(await screen.findByText('现在谁也不能替您办。要恢复，点下面。')).toBeVisible()
  await press('恢复')
  expect(await screen.findByRole('button', { name: '全部暂停' })).toBeVisible()
  await press('全部暂停')
  await screen.findByRole('button', { name: '恢复' })
  const freezes = server.writes.filter(({ path }) => path.endsWith('/freeze'))
  expect(freezes.map(({ body }) => body.isFrozen)).toEqual([true, false, true])
  expect(new Set(freezes.map(({ key }) => key)).size).toBe(3)
})

test('five is the most that one person can ask at once', async () => {
  people.given = [1, 2, 3, 4, 5].map((number) => given(number))
  open()
  expect(await screen.findByText('最多同时请五个人。要请新的，先结束一个。')).toBeVisible()
  expect(screen.getByRole('button', { name: '请一个人' })).toHaveAttribute('aria-disabled', 'true')
})

test('an ending without an answer stays on the card and can be tried again', async () => {
  people.given = [given(1)]
  open()
  await screen.findByText(mother.name)
  server.network = 'lost'
  await press(`结束，不再让${mother.name}办`)
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  expect(within(screen.getByRole('main')).getByText('正在用')).toBeVisible()
})
