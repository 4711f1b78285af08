import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantOf, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, startCounterServer } from '../../../../test/components/counter-server'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import { visited } from '../../../../test/components/taro-api'
import GrantsPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  server.grants = [grantOf()]
  openSession(server)
})
afterEach(() => server.close())

const open = async () => {
  renderCounter(<GrantsPage />, server)
  return within(await screen.findByRole('list', { name: '对方交给谁代办' }))
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const confirm = async (title: string, name: string) =>
  userEvent.click(within(await screen.findByRole('dialog', { name: title })).getByRole('button', { name }))

test('the list is read for the resident: who may do what, until when', async () => {
  const list = await open()
  expect(list.getByRole('listitem')).toHaveTextContent(
    '居*乙正在用儿女居民说事：看说过的事办到哪了、说一件新的事管到2027年2月28日柜台见证结束',
  )
  expect(server.calls.filter(({ path }) => path === '/api/my/proxy-grants').map(({ actingFor }) => actingFor)).toEqual([
    resident.id,
  ])
})

test('one grant is ended in the name of the resident, asked once', async () => {
  const list = await open()
  await press('结束交给居*乙的代办')
  expect(server.writesTo('/revocation')).toEqual([])
  await confirm('结束这份授权？', '结束')
  expect(await list.findByText('结束了')).toBeVisible()
  expect(server.writesTo('/revocation').map(({ actingFor }) => actingFor)).toEqual([resident.id])
  expect(screen.queryByRole('button', { name: '结束交给居*乙的代办' })).toBeNull()
})

test('everything stands still in two taps, and goes on in one', async () => {
  await open()
  await press('全部暂停')
  await confirm('全部暂停？', '全部暂停')
  expect(await screen.findByText('现在全部暂停着，谁都不能替对方办。')).toBeVisible()
  await press('恢复代办')
  await waitFor(() => expect(server.isFrozen).toBe(false))
  const sent = server.writesTo('/freeze')
  expect(sent.map(({ body, actingFor }) => [body, actingFor])).toEqual([
    [{ isFrozen: true }, resident.id],
    [{ isFrozen: false }, resident.id],
  ])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
})

test.each(['phone', 'visit'] as const)(
  'in a session by %s everything can stand still, and goes on elsewhere',
  async (reason) => {
    openSession(server, 30, reason)
    await open()
    await press('全部暂停')
    await confirm('全部暂停？', '全部暂停')
    expect(await screen.findByText('本人来柜台，或用自己的手机恢复。')).toBeVisible()
    expect(screen.queryByRole('button', { name: '恢复代办' })).toBeNull()
  },
)

test('a new grant is witnessed at the counter and at home, and on the telephone it is said where', async () => {
  openSession(server, 30, 'phone')
  await open()
  expect(screen.getByText('电话里不能见证授权，请本人来柜台，或上门时办。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '见证一份新的' })).toBeNull()
  cleanup()
  openSession(server, 30, 'visit')
  await open()
  expect(screen.getByRole('button', { name: '见证一份新的' })).toBeVisible()
})

test('a session that was ended elsewhere locks the page instead of failing again and again', async () => {
  await open()
  server.session = null
  await press('全部暂停')
  await confirm('全部暂停？', '全部暂停')
  expect(await screen.findByText('帮居*甲办的时间到了')).toBeVisible()
  expect(screen.queryByRole('button', { name: '全部暂停' })).toBeNull()
})

test('without a session there is nothing to see, and the way leads to the counter', async () => {
  server.session = null
  renderCounter(<GrantsPage />, server)
  expect(await screen.findByText('还没开始帮办')).toBeVisible()
  await press('去帮办台')
  expect(visited.at(-1)).toBe('redirectTo /counter/pages/counter/index')
  expect(server.calls.some(({ path }) => path === '/api/my/proxy-grants')).toBe(false)
})
