import { Delivery } from '@little-bench/shared/notifications/subscribe.contract'
import { DELIVERY_PROBLEMS } from '@little-bench/shared/notifications/templates'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gridWorker } from '../../../../test/components/counter-examples'
import { type CounterServer, failure, startCounterServer } from '../../../../test/components/counter-server'
import { renderCounter } from '../../../../test/components/render-counter'
import { visited } from '../../../../test/components/taro-api'
import CounterPage from '../counter'
import DeliveriesPage from './index'

let server: CounterServer
let stuck: Delivery[]
let others: Delivery[]

const deliveryOf = (number: number, fields: Partial<(typeof Delivery)['_input']> = {}): Delivery =>
  Delivery.parse({
    id: `0190b1c4-9999-7aaa-8bbb-${String(number).padStart(12, '0')}`,
    personName: `居*${number}`,
    kind: 'resolved',
    state: 'failed',
    problem: 'refused',
    attempts: 1,
    errorCode: 43101,
    createdAt: '2026-11-28T02:00:00.000Z',
    changedAt: '2026-11-28T02:01:00.000Z',
    nextAt: null,
    isCalled: false,
    ...fields,
  })

beforeEach(async () => {
  server = await startCounterServer()
  stuck = [
    deliveryOf(1, { isCalled: true }),
    deliveryOf(2, { state: 'unclear', problem: 'no_answer', errorCode: null }),
  ]
  others = [deliveryOf(3, { state: 'delivered', problem: null, errorCode: null, kind: 'case_news' })]
  server.answerFirst = ({ path, query }) => {
    if (!path.endsWith('/deliveries')) return undefined
    const items = query.get('view') === 'all' ? [...stuck, ...others] : stuck
    return [200, { items, nextCursor: null, stuck: stuck.length }]
  }
})
afterEach(() => server.close())

const open = () => renderCounter(<DeliveriesPage />, server)
const lines = async () => within(await screen.findByRole('list', { name: '消息' })).findAllByRole('listitem')

test('first what is stuck, each with why and what to do', async () => {
  open()
  const [first, second] = await lines()
  expect(first).toHaveTextContent('给居*1没送到事情的进度')
  expect(first).toHaveTextContent('对方不想收微信提醒。别劝。要紧的打电话告诉。微信说：43101')
  expect(second).toHaveTextContent('不知道送到没有')
  expect(second).toHaveTextContent('怕重复，不再发。')
  expect(screen.getByRole('tab', { name: /^要看一看的 ?2$/ })).toHaveAttribute('aria-selected', 'true')
  await userEvent.click(screen.getByRole('button', { name: '去打电话' }))
  expect(visited.at(-1)).toBe('navigateTo /counter/pages/call-list/index')
})

test('all of them, and none says that somebody has a case', async () => {
  open()
  await lines()
  await userEvent.click(screen.getByRole('tab', { name: '全部' }))
  await expect.poll(async () => (await lines()).length).toBe(3)
  expect((await lines())[2]).toHaveTextContent('给居*3送到了一件事')
})

test('each problem has its reason and its advice', async () => {
  stuck = DELIVERY_PROBLEMS.map((problem, index) => deliveryOf(index + 1, { problem }))
  open()
  for (const line of await lines()) expect(line.textContent).not.toMatch(/Why|Do$|[{}]/)
})

test('where nothing is stuck it says so', async () => {
  stuck = []
  open()
  expect(await screen.findByText('现在没有要看的')).toBeVisible()
})

test('a refusal can be tried again', async () => {
  const answers = server.answerFirst
  server.answerFirst = ({ path }) =>
    path.endsWith('/deliveries') ? failure(500, 'internal_error', '服务出了点问题。') : undefined
  open()
  const again = await screen.findByRole('button', { name: '再试一次' })
  server.answerFirst = answers
  await userEvent.click(again)
  expect(await lines()).toHaveLength(2)
})

test('the counter counts them at the way there; a grid worker has no way', async () => {
  const first = renderCounter(<CounterPage />, server)
  await userEvent.click(await screen.findByRole('link', { name: /没送到的消息.*有2条要看一看/ }))
  expect(visited.at(-1)).toBe('navigateTo /counter/pages/deliveries/index')
  first.unmount()
  renderCounter(<CounterPage />, server, gridWorker)
  await screen.findByRole('heading', { level: 2, name: '帮谁办？' })
  expect(screen.queryByRole('link', { name: /没送到的消息/ })).toBeNull()
})
