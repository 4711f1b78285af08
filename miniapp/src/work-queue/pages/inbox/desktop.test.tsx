import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, itemDueIn, startDesk, worker } from '../../../../test/components/desk-server'
import { focusedName, renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import { useDeskSettings } from '../../desk-settings'
import InboxPage from './index'

let desk: Desk
const you = { id: worker.id, name: worker.name, isYou: true }

beforeEach(async () => {
  setWindowWidth(1280)
  useDeskSettings.setState({ hasLetterKeys: true })
  desk = await startDesk([itemDueIn(1, 2), itemDueIn(2, 5, { state: 'accepted', assignee: you }), itemDueIn(3, 50)])
  renderDesk(<InboxPage />, desk)
  await screen.findByText('第1件事')
})
afterEach(() => desk.close())

const row = (number: number) => screen.getByRole('button', { name: new RegExp(`第${number}件事`) })
const itemOf = (number: number) => {
  const item = desk.items[number - 1]
  if (!item) throw new Error(`no item ${number}`)
  return item
}
const panel = () => within(screen.getByRole('region', { name: '办理' }))

test('J and K move the keyboard through the list and stop at its ends', async () => {
  await userEvent.keyboard('j')
  expect(row(1)).toHaveFocus()
  await userEvent.keyboard('jj')
  expect(row(3)).toHaveFocus()
  await userEvent.keyboard('j')
  expect(row(3)).toHaveFocus()
  await userEvent.keyboard('k')
  expect(row(2)).toHaveFocus()
})

test('the arrows move inside the list and leave the rest of the page alone', async () => {
  await userEvent.keyboard('{ArrowDown}')
  expect(focusedName()).toBeUndefined()
  row(1).focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(row(2)).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  expect(row(1)).toHaveFocus()
})

test('Enter opens the item beside the list, and the keyboard follows to its heading', async () => {
  await userEvent.keyboard('jj{Enter}')
  const heading = await panel().findByRole('heading', { level: 2, name: '第2件事' })
  await waitFor(() => expect(heading).toHaveFocus())
  expect(row(2)).toHaveAttribute('aria-current', 'true')
  await userEvent.keyboard('j')
  expect(row(3)).toHaveFocus()
})

test('A claims the item that has the keyboard, once', async () => {
  await userEvent.keyboard('ja')
  expect(await panel().findByRole('button', { name: '办好了' })).toBeVisible()
  expect(desk.moves.map(({ body }) => body)).toEqual([{ move: 'claim', version: 1 }])
})

test('A accepts what was dispatched to this person', async () => {
  desk.moveElsewhere(itemOf(3), { state: 'dispatched', assignee: { ...worker, isYou: true } })
  await userEvent.click(screen.getByRole('button', { name: '刷新' }))
  await screen.findByText('等您接单')
  row(3).focus()
  await userEvent.keyboard('a')
  await panel().findByRole('button', { name: '办好了' })
  expect(desk.moves.map(({ body }) => body)).toEqual([{ move: 'accept', version: 2 }])
})

test('R opens the item where a reply is written, and letters typed there are words', async () => {
  await userEvent.keyboard('jjr')
  const words = await panel().findByRole('textbox', { name: /给居民的话/ })
  await waitFor(() => expect(words).toHaveFocus())
  await userEvent.keyboard('jarxnt?/')
  expect(words).toHaveValue('jarxnt?/')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(desk.moves).toEqual([])
})

test('T asks which colleague is to have the item', async () => {
  await userEvent.keyboard('jt')
  expect(await screen.findByRole('dialog', { name: '派给同事' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(desk.moves).toEqual([])
})

test('N goes to the next item that nobody has, past those that somebody has', async () => {
  await userEvent.keyboard('n')
  expect(row(1)).toHaveFocus()
  await userEvent.keyboard('n')
  expect(row(3)).toHaveFocus()
})

test('F opens the filters, and Escape leaves them, then the item', async () => {
  await userEvent.keyboard('j{Enter}')
  await panel().findByRole('heading', { level: 2, name: '第1件事' })
  await userEvent.keyboard('f')
  expect(await screen.findByRole('dialog', { name: '筛选' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(panel().getByRole('heading', { level: 2, name: '第1件事' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(panel().queryByRole('heading', { level: 2 })).toBeNull()
  expect(row(1)).toHaveFocus()
})

test('/ puts the keyboard where one looks for an item, and what is found stands in place of the list', async () => {
  desk.answerFirst = ({ url }) =>
    url.pathname.endsWith('/search')
      ? [200, { items: [{ ...itemOf(2), excerpt: '路灯不亮' }], nextCursor: null }]
      : undefined
  await userEvent.keyboard('/')
  const field = screen.getByRole('textbox', { name: '找一件事' })
  expect(field).toHaveFocus()
  await userEvent.keyboard('路灯{Enter}')
  await screen.findByRole('list', { name: '有「路灯」的事，新的在前' })
  expect(screen.queryByText('第1件事')).toBeNull()
  await userEvent.click(screen.getByText('第2件事'))
  expect(await panel().findByRole('heading', { level: 2, name: '第2件事' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '不搜了，看列表' }))
  expect(screen.getByText('第1件事')).toBeVisible()
})

test('a key whose move is not allowed says so and changes nothing', async () => {
  await userEvent.keyboard('jja')
  expect(await screen.findByText('这件事现在不能「我来办」。')).toBeVisible()
  expect(desk.moves).toEqual([])
})

test('the next item is taken with one press and opens beside the list', async () => {
  await userEvent.click(screen.getByRole('button', { name: '接下一件' }))
  expect(await panel().findByRole('heading', { level: 2, name: '第1件事' })).toBeVisible()
  expect(desk.writes.filter(({ url }) => url.pathname.endsWith('/claims'))).toHaveLength(1)
  expect(await screen.findByText(/归您办了：第1件事/)).toBeVisible()
})

test('? shows the keys, and there the letters can be turned off', async () => {
  await userEvent.keyboard('?')
  const sheet = within(screen.getByRole('dialog', { name: '键盘按键' }))
  await userEvent.click(sheet.getByRole('radio', { name: '关' }))
  await userEvent.keyboard('{Escape}')
  row(1).focus()
  await userEvent.keyboard('j?')
  expect(row(1)).toHaveFocus()
  expect(screen.queryByRole('dialog')).toBeNull()
  await userEvent.keyboard('{ArrowDown}')
  expect(row(2)).toHaveFocus()
})

test('every control of the desk is reached with Tab', async () => {
  await userEvent.keyboard('j{Enter}')
  await panel().findByRole('button', { name: '我来办' })
  const reached: (string | undefined)[] = []
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await userEvent.tab()
    reached.push(focusedName())
  }
  for (const name of ['刷新', '键盘按键', '更多列表', '筛选', '接下一件', '更多', '我来办'])
    expect(reached).toContain(name)
  for (const number of [1, 2, 3]) expect(reached).toContain(row(number).textContent)
})
