import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, itemDueIn, startDesk, worker } from '../../../../test/components/desk-server'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import InboxPage from './index'

let desk: Desk
const you = { id: worker.id, name: worker.name, isYou: true }

beforeEach(async () => {
  setWindowWidth(375)
  desk = await startDesk([
    itemDueIn(1, 50),
    itemDueIn(2, -26),
    itemDueIn(3, 2, { state: 'accepted', assignee: you }),
    itemDueIn(4, 90),
  ])
})
afterEach(() => desk.close())

const itemOf = (number: number) => {
  const item = desk.items[number - 1]
  if (!item) throw new Error(`no item ${number}`)
  return item
}
const rows = async () => within(await screen.findByRole('list', { name: /列表/ })).getAllByRole('listitem')

test('what is due first stands first, and what is late says so with an icon and a word', async () => {
  renderDesk(<InboxPage />, desk)
  const [first, second, third] = await rows()
  expect(first).toHaveTextContent('晚了1天没人接第2件事居*甲说的RS-20261123-0002')
  expect(second).toHaveTextContent('还剩2小时您在办第3件事')
  expect(third).toHaveTextContent('还剩2天没人接第1件事')
  const late = screen.getByText('晚了1天').parentElement
  expect(late?.className).toContain('late')
  expect(late?.querySelector('[class*="alert"]')).not.toBeNull()
})

test('the counts of the queue are said in a live region', async () => {
  renderDesk(<InboxPage />, desk)
  const counts = (await screen.findByText('待办4件，没人接3件，我的1件')).parentElement
  expect(counts).toHaveAttribute('aria-live', 'polite')
  expect(counts).toHaveTextContent('晚了1件')
})

test('the next page comes when it is asked for, and the button goes with the last one', async () => {
  renderDesk(<InboxPage />, desk)
  await userEvent.click(await screen.findByRole('button', { name: '再看一些' }))
  expect(await screen.findByText('第4件事')).toBeVisible()
  expect(await rows()).toHaveLength(4)
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
})

test('what was passed up to this queue has a view of its own', async () => {
  desk.moveElsewhere(itemOf(4), { supervisors: [{ ...itemOf(4).queue, name: '绕赛社区' }] })
  renderDesk(<InboxPage />, desk)
  expect(await screen.findByText('上报给我们1件')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '上报给我们的 1' }))
  await screen.findByRole('list', { name: '上报给我们的列表，急的在前，再先到期' })
  expect(await rows()).toHaveLength(1)
})

test('a view shows its own items, and an empty one says how to begin', async () => {
  renderDesk(<InboxPage />, desk)
  await userEvent.click(await screen.findByRole('radio', { name: '我的 1' }))
  await screen.findByRole('list', { name: '我的列表，急的在前，再先到期' })
  expect(await rows()).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: '更多列表' }))
  await userEvent.click(await screen.findByRole('radio', { name: /^已结案/ }))
  expect(await screen.findByText('还没有结案的事')).toBeVisible()
})

test('on a phone an item opens as a page of its own, and the next one is under the thumb', async () => {
  renderDesk(<InboxPage />, desk)
  await userEvent.click(await screen.findByText('第1件事'))
  expect(visited.at(-1)).toBe(`navigateTo /work-queue/pages/item/index?communityId=raosai&id=${desk.items[0]?.id}`)
  await userEvent.click(screen.getByRole('button', { name: '接下一件' }))
  await waitFor(() => expect(visited.at(-1)).toContain(desk.items[1]?.id))
  expect(desk.items[1]).toMatchObject({ state: 'accepted', assignee: you })
  await userEvent.click(screen.getByRole('radio', { name: /^我的/ }))
  await userEvent.click(await screen.findByRole('button', { name: '看最急的一件' }))
  expect(visited.at(-1)).toContain(desk.items[1]?.id)
})

test('nobody is shown a desk before signing in', async () => {
  renderDesk(<InboxPage />, desk)
  await rows()
  useSession.getState().end()
  expect(await screen.findByText('先登录，再看您的待办')).toBeVisible()
  expect(screen.queryByText('第1件事')).toBeNull()
})
