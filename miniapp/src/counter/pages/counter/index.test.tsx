import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { communityStaff, found, gridWorker, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, failure, startCounterServer } from '../../../../test/components/counter-server'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import { community } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { forgetAnswersOnSwitch } from '../../../platform/forget-answers'
import { useSession } from '../../../platform/session'
import CounterPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
})
afterEach(() => server.close())

const open = async (person = communityStaff) => {
  const rendered = renderCounter(<CounterPage />, server, person)
  await screen.findByRole('heading', { level: 2, name: '帮谁办？' })
  return rendered
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const sheet = async (name: string) => within(await screen.findByRole('dialog', { name }))
const actingFor = () => useSession.getState().actingFor

/** Finds the resident by telephone and begins to help. */
const startHelping = async () => {
  server.found = [found]
  await userEvent.type(screen.getByRole('textbox', { name: '完整的电话' }), '138 0000 1234')
  await press('找')
  await press('帮对方办：居*甲，电话尾号34')
  const start = await sheet('开始帮办')
  await userEvent.click(start.getByRole('radio', { name: '柜台来人' }))
  await userEvent.click(start.getByRole('button', { name: '开始' }))
  await screen.findByText('正在帮居*甲办')
}

test('somebody is looked for by the whole number only, and half a number leaves this phone never', async () => {
  await open()
  expect(screen.getByText(/不能用几个字翻名单。每找一次都留记录/)).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: '完整的电话' }), '1380000')
  await press('找')
  expect(screen.getByText('请写完整的电话号码。')).toBeVisible()
  expect(server.writesTo('/search')).toEqual([])
})

test('who is found shows a masked name, the end of the number and whether they have the app', async () => {
  server.found = [found, { ...found, personId: communityStaff.id, name: '居*乙', phoneEnding: null, hasAccount: true }]
  await open()
  await userEvent.click(screen.getByRole('radio', { name: '按名字' }))
  await userEvent.type(screen.getByRole('textbox', { name: '完整的名字' }), '居民甲{Enter}')
  const [first, second] = within(await screen.findByRole('list', { name: '找到的人' })).getAllByRole('listitem')
  expect(first).toHaveTextContent('居*甲没有小板凳电话尾号34有事打电话告诉')
  expect(second).toHaveTextContent('居*乙自己有小板凳没留电话')
  expect(server.writesTo('/search')[0]?.body).toEqual({ name: '居民甲' })
})

test('who is not found can be registered without a number, and is helped next', async () => {
  await open()
  await userEvent.click(screen.getByRole('radio', { name: '按名字' }))
  await userEvent.type(screen.getByRole('textbox', { name: '完整的名字' }), '居民丙{Enter}')
  expect(await screen.findByText('没有找到这个人')).toBeVisible()
  await press('登记新居民')
  const register = await sheet('登记新居民')
  expect(register.getByText(/社区打电话告诉对方/)).toBeVisible()
  expect(register.getByRole('textbox', { name: '名字 必填' })).toHaveValue('居民丙')
  await userEvent.click(register.getByRole('button', { name: '登记' }))
  expect((await sheet('开始帮办')).getByText(/^帮居\*办/)).toBeVisible()
  expect(server.writesTo('/residents').map(({ body, key }) => [body, key !== undefined])).toEqual([
    [{ name: '居民丙' }, true],
  ])
})

test('nothing begins without a reason, and while it goes on this phone acts for the resident', async () => {
  await open()
  server.found = [found]
  await userEvent.type(screen.getByRole('textbox', { name: '完整的电话' }), '13800001234')
  await press('找')
  await press(/^帮对方办：居\*甲/)
  const start = await sheet('开始帮办')
  await userEvent.click(start.getByRole('button', { name: '开始' }))
  expect(start.getByText('请选一个。')).toBeVisible()
  await userEvent.click(start.getByRole('radio', { name: '打电话来的' }))
  await userEvent.type(start.getByRole('textbox', { name: /说明/ }), '问路灯的事')
  await userEvent.click(start.getByRole('button', { name: '开始' }))
  expect(await screen.findByText('正在帮居*甲办')).toBeVisible()
  expect(screen.getByRole('timer')).toHaveTextContent(/^还有(30分0秒|29分\d+秒)$/)
  expect(actingFor()).toEqual(resident)
  expect(server.writesTo('/assist-sessions')[0]?.body).toEqual({
    residentId: resident.id,
    reason: 'phone',
    note: '问路灯的事',
  })
})

test('ending it is the staff person’s own act, and puts this phone back to their own business', async () => {
  await open()
  await startHelping()
  await press('办完了，结束')
  expect(await screen.findByText(/^结束了/)).toBeVisible()
  expect(screen.getByRole('heading', { level: 2, name: '帮谁办？' })).toBeVisible()
  expect(actingFor()).toBeNull()
  expect(server.writesTo('/end').map((call) => call.actingFor)).toEqual([undefined])
})

test('leaving the counter puts this phone back too, and coming back goes on with the same person', async () => {
  const { unmount } = await open()
  await startHelping()
  unmount()
  expect(actingFor()).toBeNull()
  renderCounter(<CounterPage />, server)
  expect(await screen.findByText('正在帮居*甲办')).toBeVisible()
  expect(actingFor()).toEqual(resident)
  expect(server.calls.every((call) => call.actingFor === undefined)).toBe(true)
})

test('answers are forgotten when this phone turns to the resident, and the session goes on', async () => {
  Reflect.set(globalThis, 'API_BASE', server.url)
  useSession.getState().begin('token', communityStaff)
  openSession(server)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const stop = forgetAnswersOnSwitch(client)
  render(
    <QueryClientProvider client={client}>
      <CounterPage />
    </QueryClientProvider>,
  )
  expect(await screen.findByText('正在帮居*甲办')).toBeVisible()
  await waitFor(() => expect(server.calls.filter(({ path }) => path.endsWith('/assist-session'))).toHaveLength(2))
  expect(actingFor()).toEqual(resident)
  expect(screen.queryByText(/的时间到了/)).toBeNull()
  await press('办完了，结束')
  expect(await screen.findByRole('heading', { level: 2, name: '帮谁办？' })).toBeVisible()
  expect(actingFor()).toBeNull()
  stop()
})

test('five minutes before the end it is said in words', async () => {
  server.sessionMs = 4 * 60_000
  await open()
  await startHelping()
  expect(screen.getByText('不到5分钟就到时间了，先把手上的办完。')).toBeVisible()
})

test('when the time is over everything is locked, and it goes on only with a reason once more', async () => {
  server.sessionMs = 1200
  await open()
  await startHelping()
  const over = within(await screen.findByRole('alert'))
  expect(over.getByText('帮居*甲办的时间到了')).toBeVisible()
  expect(screen.queryByRole('link', { name: /说一件事 当场/ })).toBeNull()
  expect(screen.queryByRole('link', { name: /对方的家/ })).toBeNull()
  expect(actingFor()).toBeNull()
  server.sessionMs = 60_000
  await userEvent.click(over.getByRole('button', { name: '再开一次' }))
  const start = await sheet('开始帮办')
  expect(start.getByRole('radio', { name: '柜台来人' })).toBeChecked()
  await userEvent.click(start.getByRole('button', { name: '开始' }))
  expect(await screen.findByText('正在帮居*甲办')).toBeVisible()
  expect(
    server
      .writesTo('/assist-sessions')
      .map(({ key }) => key)
      .filter(Boolean),
  ).toHaveLength(2)
})

test('a search that fails keeps what was typed and can be tried again', async () => {
  server.answerFirst = ({ path }) =>
    path.endsWith('/search') ? failure(503, 'service_unavailable', '正在维护。') : undefined
  await open()
  await userEvent.type(screen.getByRole('textbox', { name: '完整的电话' }), '13800001234')
  await press('找')
  expect(await screen.findByText('正在维护。')).toBeVisible()
  server.answerFirst = undefined
  server.found = [found]
  await press('再试一次')
  expect(await screen.findByRole('list', { name: '找到的人' })).toBeVisible()
  expect(screen.getByRole('textbox', { name: '完整的电话' })).toHaveValue('13800001234')
})

test('a grid worker has the facts but no call list; a resident has no counter', async () => {
  const { unmount } = await open(gridWorker)
  await userEvent.click(screen.getByRole('link', { name: /^要核实的资料/ }))
  expect(visited.at(-1)).toBe('navigateTo /counter/pages/fact-check/index')
  expect(screen.queryByRole('link', { name: /^该打的电话/ })).toBeNull()
  unmount()
  renderCounter(<CounterPage />, server, { ...gridWorker, roles: [] })
  await waitFor(() => expect(screen.getByText('这里给做这项工作的人用')).toBeVisible())
})

test('every service of the community can be booked for whoever is here', async () => {
  server.answerFirst = ({ path }) =>
    path === '/api/communities/raosai'
      ? [200, { ...community, services: ['issues', 'canteen', 'childcare', 'activities'] }]
      : undefined
  openSession(server)
  renderCounter(<CounterPage />, server)
  await userEvent.click(await screen.findByRole('link', { name: /^约托育/ }))
  expect(visited.at(-1)).toContain('/childcare/pages/slots/index')
  await userEvent.click(screen.getByRole('link', { name: /^报活动/ }))
  expect(visited.at(-1)).toContain('/activities/pages/list/index')
  await userEvent.click(screen.getByRole('link', { name: /^对方的预约/ }))
  expect(visited.at(-1)).toContain('/bookings/pages/mine/index')
})
