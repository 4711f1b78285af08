import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callOf, gridWorker, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, startCounterServer } from '../../../../test/components/counter-server'
import { renderCounter } from '../../../../test/components/render-counter'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import CallListPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
})
afterEach(() => server.close())

const open = async () => {
  renderCounter(<CallListPage />, server)
  // A session may be open on the page below; the call list is staff's own.
  useSession.getState().actFor(resident)
  await screen.findByRole('heading', { level: 2, name: '居民（示范1）' })
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const recorded = () => server.writesTo('/attempts').map(({ body }) => body)
const lines = () => within(screen.getByRole('list', { name: '要说的' })).getAllByRole('listitem')

test('one person at a time: one tap rings, the lines are there to read out, what is confidential says so', async () => {
  await open()
  expect(screen.getByRole('tab', { name: /^该打的 ?2$/ })).toHaveAttribute('aria-selected', 'true')
  expect(server.calls.filter(({ query }) => query.has('view')).map(({ query }) => query.get('view'))).toEqual(['due'])
  await press('打 138-0000-0001，居民（示范1）')
  expect(visited.at(-1)).toBe('call 13800000001')
  expect(screen.getByText('打 138-0000-0001')).toBeVisible()
  expect(lines().map(({ textContent }) => textContent)).toEqual([
    '您说的「灯不亮」办好了。',
    '调解的时间定了。只跟本人说',
  ])
  const others = within(screen.getByRole('list', { name: /后面的人/ }))
  expect(others.getByRole('listitem')).toHaveTextContent('居民（示范2）要上门11月23日 星期一该打')
})

test('«told» is one tap: it is written down as staff themselves, and the next card comes up', async () => {
  await open()
  await userEvent.type(screen.getByRole('textbox', { name: /说明/ }), '下午三点打的')
  await press('说到了')
  expect(await screen.findByRole('heading', { level: 2, name: '居民（示范2）' })).toBeVisible()
  expect(screen.getByText('记下了。')).toBeVisible()
  expect(screen.getByRole('textbox', { name: /说明/ })).toHaveValue('')
  expect(server.writesTo('/attempts')).toMatchObject([
    { body: { version: 1, outcome: 'told', note: '下午三点打的' }, actingFor: undefined },
  ])
  expect(server.writesTo('/attempts')[0]?.key).toBeDefined()
})

test('nobody answering brings it back later, with what was tried', async () => {
  await open()
  await press('没人接')
  expect(await screen.findByText('记下了，下一个工作日再打。')).toBeVisible()
  await userEvent.click(await screen.findByRole('tab', { name: '以后打' }))
  expect(await screen.findByRole('tab', { name: /^以后打 ?1$/ })).toHaveAttribute('aria-selected', 'true')
  const before = within(await screen.findByRole('list', { name: '以前打的' }))
  expect(before.getByRole('listitem')).toHaveTextContent('社区工作人员（示范一）：没人接')
})

test('a new message while staff speak is shown, and it is asked again with it', async () => {
  await open()
  const [first] = server.callList
  const line = { text: '您的授权到期了。', at: '2026-11-23T03:00:00.000Z', isConfidential: false }
  if (first) server.callList[0] = { ...first, lines: [...first.lines, line], version: 2 }
  await press('说到了')
  expect(await screen.findByText(/刚才又来了新的消息。请把新的也说了，再记一次/)).toBeVisible()
  await waitFor(() => expect(lines()).toHaveLength(3))
  expect(lines()[2]).toHaveTextContent('您的授权到期了。刚来的')
  expect(screen.getByRole('heading', { level: 2, name: '居民（示范1）' })).toBeVisible()
  await press('说到了')
  expect(await screen.findByRole('heading', { level: 2, name: '居民（示范2）' })).toBeVisible()
  expect(recorded().map(({ version }) => version)).toEqual([1, 2])
  const keys = server.writesTo('/attempts').map(({ key }) => key)
  expect(new Set(keys).size).toBe(2)
})

test('when a colleague has called meanwhile the next card comes, and it is said why', async () => {
  await open()
  server.callList[0] = callOf(1, { closedAt: '2026-11-23T03:00:00.000Z', version: 2 })
  await press('说到了')
  expect(await screen.findByText('这个电话已经有人打过并记下了。')).toBeVisible()
  expect(await screen.findByRole('heading', { level: 2, name: '居民（示范2）' })).toBeVisible()
})

test('«no need to call» asks once more, and says that it ends this call and not the next', async () => {
  await open()
  await press('这次不用打')
  expect(recorded()).toEqual([])
  const dialog = within(await screen.findByRole('dialog', { name: '对方说这次不用打？' }))
  expect(dialog.getByText('记下以后，这几件事不再打给对方。以后有新的消息，还会打。')).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '这次不用打' }))
  await waitFor(() => expect(recorded()).toEqual([{ version: 1, outcome: 'not_wanted' }]))
})

test('the slip carries what may lie in a house, and says that there is more', async () => {
  await open()
  await press('出一张纸条')
  const slip = within(await screen.findByRole('group', { name: '要交给居民的纸' }))
  expect(slip.getByText('11月22日 星期日：您说的「灯不亮」办好了。')).toBeVisible()
  expect(slip.queryByText(/调解/)).toBeNull()
  expect(slip.getByText(/还有别的消息，只跟本人说/)).toBeVisible()
})

test('who has no number is visited, and everything done leaves an empty list that says so', async () => {
  server.callList = [callOf(2, { person: { ...callOf(2).person, phone: null } })]
  renderCounter(<CallListPage />, server)
  expect(await screen.findByText('没有电话，要上门告诉')).toBeVisible()
  expect(screen.getByText(/请网格员去一趟/)).toBeVisible()
  await press('给了纸条')
  expect(await screen.findByText('现在没有该打的电话')).toBeVisible()
})

test('a grid worker reads no call list', async () => {
  renderCounter(<CallListPage />, server, gridWorker)
  expect(await screen.findByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.calls.some(({ path }) => path.endsWith('/call-list'))).toBe(false)
})
