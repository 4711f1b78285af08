import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { colleague, type Desk, itemDueIn, queueId, startDesk } from '../../../../test/components/desk-server'
import { type LiveDesk, startLive } from '../../../../test/components/live-server'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import InboxPage from './index'

let desk: Desk
let live: LiveDesk | undefined

beforeEach(async () => {
  setWindowWidth(375)
  desk = await startDesk([itemDueIn(1, 50), itemDueIn(2, 60)])
})
afterEach(() => {
  live?.stop()
  live = undefined
  desk.close()
})

const openInbox = async () => {
  renderDesk(<InboxPage />, desk)
  await screen.findByText('第1件事')
}
const rows = () => within(screen.getByRole('list', { name: /列表/ })).getAllByRole('listitem')
const changed = () => live?.say({ type: 'queues_changed', queueIds: [queueId] })
const itemOf = (number: number) => {
  const item = desk.items[number - 1]
  if (!item) throw new Error(`no item ${number}`)
  return item
}

test('what a colleague does is seen without reloading', async () => {
  live = startLive(desk)
  await openInbox()
  expect(await screen.findByText('实时')).toBeVisible()
  expect(live.heard[0]).toEqual({ type: 'hello', token: 'token' })
  desk.moveElsewhere(itemOf(1), { state: 'accepted', assignee: { ...colleague, isYou: false } })
  changed()
  expect(await screen.findByText(colleague.name)).toBeVisible()
  expect(await screen.findByText('待办2件，没人接1件，我的0件')).toBeVisible()
})

test('at the top of the list a new item appears by itself', async () => {
  live = startLive(desk)
  await openInbox()
  await screen.findByText('实时')
  desk.items = [...desk.items, itemDueIn(3, 1)]
  changed()
  expect(await screen.findByText('第3件事')).toBeVisible()
  expect(rows()[0]).toHaveTextContent('第3件事')
})

test('whoever reads further down is not pushed: new items wait until they are asked for', async () => {
  live = startLive(desk)
  await openInbox()
  await screen.findByText('实时')
  screen.getByRole('list', { name: /列表/ }).scrollTop = 200
  desk.items = [...desk.items, itemDueIn(3, 1)]
  desk.moveElsewhere(itemOf(1), { title: '第1件事，改过' })
  changed()
  const strip = await screen.findByRole('button', { name: '有1件新的' })
  expect(screen.getByText('第1件事，改过')).toBeVisible()
  expect(screen.queryByText('第3件事')).toBeNull()
  await userEvent.click(strip)
  expect(rows()[0]).toHaveTextContent('第3件事')
  expect(screen.queryByRole('button', { name: '有1件新的' })).toBeNull()
})

test('a row that ended under the reader stays in its place and says so', async () => {
  live = startLive(desk)
  await openInbox()
  await screen.findByText('实时')
  screen.getByRole('list', { name: /列表/ }).scrollTop = 200
  desk.moveElsewhere(itemOf(1), { state: 'closed', outcome: 'solved' })
  changed()
  expect(await screen.findByText('已不在这个列表里')).toBeVisible()
  expect(rows()).toHaveLength(2)
})

test('a lost connection says that the desk asks by itself, and comes back', async () => {
  live = startLive(desk)
  await openInbox()
  await screen.findByText('实时')
  live.cut()
  expect(await screen.findByText('每20秒刷新')).toBeVisible()
  expect(await screen.findByText('实时', undefined, { timeout: 3000 })).toBeVisible()
})

test('who is refused is not tried again, and still sees the desk', async () => {
  live = startLive(desk)
  live.isOpen = false
  await openInbox()
  await waitFor(() => expect(live?.heard).toHaveLength(1))
  await new Promise((later) => setTimeout(later, 1500))
  expect(live.heard).toHaveLength(1)
  expect(screen.getByText('每20秒刷新')).toBeVisible()
})

test('over the connection it is said which item is open, and who else has it', async () => {
  setWindowWidth(1280)
  live = startLive(desk)
  await openInbox()
  await screen.findByText('实时')
  await userEvent.click(screen.getByRole('button', { name: /第1件事/ }))
  const { id, communityId } = itemOf(1)
  await waitFor(() => expect(live?.heard).toContainEqual({ type: 'viewing', communityId, workItemId: id }))
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
  live.say({ type: 'viewers', workItemId: id, viewers: [{ id: colleague.id, name: colleague.name }] })
  expect(await screen.findByText(new RegExp(`${colleague.name}.*正在看`))).toBeVisible()
})

test('without a connection presence is asked for by calls', async () => {
  setWindowWidth(1280)
  await openInbox()
  expect(screen.getByText('每20秒刷新')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /第1件事/ }))
  await waitFor(() => expect(desk.writes.map(({ body }) => body)).toContainEqual({ isViewing: true }))
  await userEvent.click(screen.getByRole('button', { name: /第2件事/ }))
  await waitFor(() => expect(desk.writes.map(({ body }) => body)).toContainEqual({ isViewing: false }))
})
