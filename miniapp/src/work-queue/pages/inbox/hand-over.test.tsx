import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { colleague, type Desk, itemDueIn, startDesk, worker } from '../../../../test/components/desk-server'
import { inboxAnswers } from '../../../../test/components/inbox-answers'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import InboxPage from './index'

let desk: Desk
const you = { id: worker.id, name: worker.name, isYou: true }

beforeEach(async () => {
  setWindowWidth(375)
  desk = await startDesk([itemDueIn(1, 50), itemDueIn(2, 60, { state: 'accepted', assignee: you }), itemDueIn(3, 70)])
  desk.answerFirst = inboxAnswers().answer
})
afterEach(() => desk.close())

const itemOf = (number: number) => {
  const item = desk.items[number - 1]
  if (!item) throw new Error(`no item ${number}`)
  return item
}

const chooseAll = async () => {
  renderDesk(<InboxPage />, desk)
  await screen.findByText('第1件事')
  await userEvent.click(screen.getByRole('button', { name: '选择' }))
  await userEvent.click(screen.getByRole('button', { name: '全选' }))
  expect(screen.getByText('选了3件')).toBeVisible()
}
const handToColleague = async () => {
  await userEvent.click(screen.getByRole('button', { name: '交给同事' }))
  const sheet = within(await screen.findByRole('dialog', { name: '把3件交给谁' }))
  await userEvent.click(await sheet.findByRole('radio', { name: new RegExp(colleague.name) }))
  await userEvent.click(sheet.getByRole('button', { name: `交给${colleague.name}` }))
  return sheet
}

test('several items go to one colleague, each by the same move as one alone', async () => {
  await chooseAll()
  const sheet = await handToColleague()
  expect(await sheet.findByText('交好了3件')).toBeVisible()
  expect(desk.moves.map(({ body }) => body)).toEqual([
    { move: 'dispatch', version: 1, assigneeId: colleague.id },
    { move: 'transfer', version: 1, assigneeId: colleague.id },
    { move: 'dispatch', version: 1, assigneeId: colleague.id },
  ])
  expect(new Set(desk.moves.map(({ key }) => key)).size).toBe(3)
})

test('afterwards it is said of each whether it went and why not, and the others can be tried again', async () => {
  await chooseAll()
  desk.moveElsewhere(itemOf(1), { priority: 1 })
  desk.moveElsewhere(itemOf(3), { state: 'resolved' })
  const sheet = await handToColleague()
  expect(await sheet.findByText('交好了1件，没交成2件')).toBeVisible()
  const [first, second, third] = sheet.getAllByRole('listitem')
  expect(first).toHaveTextContent('第1件事RS-20261123-0001刚才有别人先动了它，请再看一眼')
  expect(second).toHaveTextContent('第3件事RS-20261123-0003刚才有别人先动了它，请再看一眼')
  expect(third).toHaveTextContent(`第2件事RS-20261123-0002已交给${colleague.name}，等接单`)

  await userEvent.click(sheet.getByRole('button', { name: '再试没交成的2件' }))
  expect(await sheet.findByText('交好了2件，没交成1件')).toBeVisible()
  expect(sheet.getAllByRole('listitem')[0]).toHaveTextContent('第3件事RS-20261123-0003现在的状态不能交给别人')
})

test('an answer that was lost on the way is not sent twice', async () => {
  await chooseAll()
  desk.network = 'unanswered'
  const sheet = await handToColleague()
  expect(await sheet.findByText('没交成3件')).toBeVisible()
  desk.network = 'up'
  await userEvent.click(sheet.getByRole('button', { name: '再试没交成的3件' }))
  expect(await sheet.findByText('交好了3件')).toBeVisible()
  expect(desk.moves).toHaveLength(3)
})

test('on a wide screen each row has a box of its own, and X chooses by keyboard', async () => {
  setWindowWidth(1280)
  renderDesk(<InboxPage />, desk)
  await userEvent.click(await screen.findByRole('checkbox', { name: '选中：第2件事' }))
  expect(screen.getByText('选了1件')).toBeVisible()
  screen.getByRole('button', { name: /第3件事/ }).focus()
  await userEvent.keyboard('x')
  expect(screen.getByText('选了2件')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByText(/选了/)).toBeNull()
})
