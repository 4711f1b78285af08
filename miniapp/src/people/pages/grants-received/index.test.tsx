import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantOf, mother, type PeopleState, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import GrantsReceivedPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<GrantsReceivedPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('with nobody yet the page says where the digits go', async () => {
  open()
  expect(await screen.findByText('这里放请您帮忙的人')).toBeVisible()
  await press('输入码')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/code/index')
})

test('who asks, for what and until when stands there before one says yes, with a name to call them by', async () => {
  people.received = [grantOf(1, { state: 'offered', canAnswer: true })]
  open()
  expect(await screen.findByText(`${mother.name}请您帮忙`)).toBeVisible()
  expect(screen.getByText('居民说事：看说过的事办到哪了、说一件新的事')).toBeVisible()
  expect(screen.getByText('2027年5月28日为止')).toBeVisible()
  await press('愿意')
  expect(screen.getByText('请选一个，或者写一个')).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(screen.getByRole('radio', { name: '阿妈' }))
  await press('愿意')
  expect(await screen.findByRole('button', { name: '替阿妈办' })).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ isAccepted: true, callName: '阿妈' })
})

test('another name can be written', async () => {
  people.received = [grantOf(1, { state: 'offered', canAnswer: true })]
  open()
  await userEvent.click(await screen.findByRole('radio', { name: '别的称呼' }))
  await userEvent.type(screen.getByRole('textbox', { name: '别的称呼' }), '姑姑')
  await press('愿意')
  expect(await screen.findByRole('button', { name: '替姑姑办' })).toBeVisible()
})

test('one may say no, without a reason and without a name', async () => {
  people.received = [grantOf(1, { state: 'offered', canAnswer: true })]
  open()
  await press('不愿意')
  expect(await screen.findByText('没有答应。对方会知道。')).toBeVisible()
  expect(await screen.findByText('没答应')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ isAccepted: false })
})

test('one tap begins: everything from the first page on is the other person\u2019s business', async () => {
  people.received = [grantOf(1, { callName: '阿妈' })]
  open()
  await press('替阿妈办')
  expect(useSession.getState().actingFor).toEqual({ id: mother.id, name: '阿妈' })
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
})

test('what the other has stopped cannot be begun, and one can stop helping', async () => {
  people.received = [grantOf(1, { callName: '阿妈', state: 'frozen' })]
  open()
  expect(await screen.findByText('对方让全部先停一停，现在不能办。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '替阿妈办' })).toBeNull()
  await press('不再帮忙，不替阿妈办')
  expect(await screen.findByText('好的，以后不替对方办了。')).toBeVisible()
})
