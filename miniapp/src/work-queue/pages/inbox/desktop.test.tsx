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

test('C claims the item that has the keyboard, once', async () => {
  await userEvent.keyboard('jc')
  expect(await panel().findByRole('button', { name: '办好了' })).toBeVisible()
  expect(desk.moves.map(({ body }) => body)).toEqual([{ move: 'claim', version: 1 }])
})

test('R asks how it was resolved, and letters typed there are words', async () => {
  await userEvent.keyboard('jjr')
  const sheet = within(await screen.findByRole('dialog', { name: '办好了' }))
  const note = sheet.getByRole('textbox', { name: /怎么解决的/ })
  expect(note).toHaveFocus()
  await userEvent.keyboard('jckr?')
  expect(note).toHaveValue('jckr?')
  expect(desk.moves).toEqual([])
})

test('a key whose move is not allowed says so and changes nothing', async () => {
  await userEvent.keyboard('jr')
  expect(await screen.findByText('这件事现在不能「办好了」。')).toBeVisible()
  expect(desk.moves).toEqual([])
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
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await userEvent.tab()
    reached.push(focusedName())
  }
  for (const name of ['刷新', '键盘按键', '已结案', '更多', '我来办']) expect(reached).toContain(name)
  for (const number of [1, 2, 3]) expect(reached).toContain(row(number).textContent)
})
