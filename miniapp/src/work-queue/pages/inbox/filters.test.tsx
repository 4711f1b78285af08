import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countsOf } from '../../../../test/components/desk-answers'
import { colleague, type Desk, itemDueIn, queueId, startDesk } from '../../../../test/components/desk-server'
import { inboxAnswers } from '../../../../test/components/inbox-answers'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import InboxPage from './index'

let desk: Desk
let answers: ReturnType<typeof inboxAnswers>

beforeEach(async () => {
  setWindowWidth(375)
  answers = inboxAnswers()
  const assignee = { id: colleague.id, name: colleague.name, isYou: false }
  desk = await startDesk([
    itemDueIn(1, 50, { serviceCode: 'street_light' }),
    itemDueIn(2, 60, { serviceCode: 'private_wiring', state: 'accepted', assignee }),
  ])
  desk.answerFirst = answers.answer
  renderDesk(<InboxPage />, desk)
  await screen.findByText('第1件事')
})
afterEach(() => desk.close())

const narrow = async (kind: string, value: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: '筛选' }))
  const sheet = within(await screen.findByRole('dialog', { name: '筛选' }))
  await userEvent.click(await sheet.findByRole('tab', { name: kind }))
  await userEvent.click(await sheet.findByRole('radio', { name: value }))
}

test('a filter narrows the list and stands above it as a chip that takes it away', async () => {
  await narrow('类别', '灯不亮')
  await waitFor(() => expect(screen.queryByText('第2件事')).toBeNull())
  expect(await screen.findByText('第1件事')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '去掉筛选 类别：灯不亮' }))
  expect(await screen.findByText('第2件事')).toBeVisible()
})

test('filters hold together, and an empty result says how to go on', async () => {
  await narrow('类别', '灯不亮')
  await narrow('同事', colleague.name)
  expect(await screen.findByText('这样筛选，一件也没有')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '去掉全部筛选' }))
  expect(await screen.findByText('第2件事')).toBeVisible()
})

test('the queue of a grid cell offers neither communities nor grid cells', async () => {
  await userEvent.click(screen.getByRole('button', { name: '筛选' }))
  const sheet = within(await screen.findByRole('dialog', { name: '筛选' }))
  await sheet.findByRole('tab', { name: '类别' })
  expect(sheet.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['类别', '同事'])
})

test('a queue above the communities is narrowed to a community first, which then offers its own categories', async () => {
  const queue = { ...countsOf(queueId, desk.items), level: 'department', communityId: null }
  desk.answerFirst = (call) =>
    call.url.pathname === '/api/my/queues' ? [200, { items: [queue], nextCursor: null }] : answers.answer(call)
  await userEvent.click(screen.getByRole('button', { name: '刷新' }))
  await userEvent.click(screen.getByRole('button', { name: '筛选' }))
  const sheet = within(await screen.findByRole('dialog', { name: '筛选' }))
  expect(await sheet.findByText('先选一个社区，再按类别或网格筛选。')).toBeVisible()
  await userEvent.click(await sheet.findByRole('radio', { name: /^绕赛社区/ }))
  expect(await screen.findByRole('button', { name: '去掉筛选 社区：绕赛社区' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '筛选' }))
  const again = within(await screen.findByRole('dialog', { name: '筛选' }))
  await again.findByRole('tab', { name: '类别' })
  expect(again.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['社区', '类别', '网格', '同事'])
})

test('what is shown is kept under a name and shown again with one tap', async () => {
  await narrow('类别', '灯不亮')
  await userEvent.click(await screen.findByRole('button', { name: '存为常用' }))
  const sheet = within(await screen.findByRole('dialog', { name: '存为常用' }))
  expect(sheet.getByRole('textbox')).toHaveValue('待办 · 灯不亮')
  await userEvent.click(sheet.getByRole('button', { name: '存下' }))
  expect(await screen.findByText('已存为「待办 · 灯不亮」。')).toBeVisible()
  expect([...answers.views.values()]).toMatchObject([
    { name: '待办 · 灯不亮', view: 'open', filter: { serviceCode: 'street_light' } },
  ])
  await userEvent.click(screen.getByRole('button', { name: /去掉筛选/ }))
  await screen.findByText('第2件事')
  await userEvent.click(screen.getByRole('button', { name: '待办 · 灯不亮' }))
  await waitFor(() => expect(screen.queryByText('第2件事')).toBeNull())
})

test('a saved view that was deleted comes back with undo, under its own id', async () => {
  await narrow('类别', '灯不亮')
  await userEvent.click(await screen.findByRole('button', { name: '存为常用' }))
  await userEvent.click(await screen.findByRole('button', { name: '存下' }))
  await userEvent.click(await screen.findByRole('button', { name: '删掉「待办 · 灯不亮」' }))
  expect(await screen.findByText('已删掉「待办 · 灯不亮」。')).toBeVisible()
  const [before] = desk.writes.map(({ url }) => url.pathname)
  expect(answers.views.size).toBe(0)
  await userEvent.click(screen.getByRole('button', { name: '撤销' }))
  await screen.findByRole('button', { name: '待办 · 灯不亮' })
  expect([...answers.views.keys()]).toEqual([before?.split('/').at(-1)])
})
