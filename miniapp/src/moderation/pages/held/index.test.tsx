import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gridWorker } from '../../../../test/components/counter-examples'
import { type CounterServer, failure, startCounterServer } from '../../../../test/components/counter-server'
import { heldId, heldOf, heldPhoto, serveHeld } from '../../../../test/components/moderation-answers'
import { renderCounter } from '../../../../test/components/render-counter'
import { visited } from '../../../../test/components/taro-api'
import HeldContentPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
})
afterEach(() => server.close())

const open = async (...held: Parameters<typeof serveHeld>[1]) => {
  serveHeld(server, held)
  renderCounter(<HeldContentPage />, server)
  return within(await screen.findByRole('list', { name: '等着看的，先来的在前' }))
}
const decisions = () => server.writesTo('/decision').map(({ path, body }) => ({ path, body }))
const pathOf = (number: number) => `/api/communities/raosai/held-content/${heldId(number)}/decision`

test('words are shown to neighbours by one tap, and leave what waits', async () => {
  const list = await open(heldOf(1))
  expect(list.getByRole('listitem')).toHaveTextContent('灯不亮的话不是从微信发来的')
  expect(list.getByText('路灯三天不亮了，找示范先生。')).toBeVisible()
  expect(screen.getByRole('tab', { name: /等着看的/ })).toHaveTextContent('1')
  await userEvent.click(list.getByRole('button', { name: /^给邻居看：路灯/ }))
  expect(await screen.findByText('邻居看得到了。要改，看「决定过的」。')).toBeVisible()
  expect(await screen.findByText('现在没有要看的')).toBeVisible()
  expect(decisions()).toEqual([{ path: pathOf(1), body: { isShown: true, seenDecisionAt: null } }])
})

test('a refusal says why, in the words that its reporter reads', async () => {
  const list = await open(heldOf(1))
  await userEvent.click(list.getByRole('button', { name: /^不给邻居看/ }))
  const sheet = within(await screen.findByRole('dialog', { name: '为什么不给邻居看？' }))
  expect(sheet.getAllByRole('radio')).toHaveLength(6)
  expect(sheet.getByText('写了是谁。事情照办，邻居看不到；遮掉名字可以再公开。')).toBeVisible()
  await userEvent.click(sheet.getByRole('button', { name: '不给邻居看' }))
  expect(sheet.getByText('请选一个原因。')).toBeVisible()
  expect(decisions()).toEqual([])
  await userEvent.click(sheet.getByRole('radio', { name: /^写了是谁/ }))
  await userEvent.click(sheet.getByRole('button', { name: '不给邻居看' }))
  await waitFor(() =>
    expect(decisions()).toEqual([
      { path: pathOf(1), body: { isShown: false, reason: 'names_somebody', seenDecisionAt: null } },
    ]),
  )
  expect(await screen.findByText('现在没有要看的')).toBeVisible()
})

test('what was decided can be decided otherwise, over the decision that was seen', async () => {
  const at = '2026-11-22T02:30:00.000Z'
  await open(heldOf(1, { decision: { isShown: false, reason: 'insults', byName: '示范同事', at } }))
  await userEvent.click(screen.getByRole('tab', { name: '决定过的' }))
  const card = within(await screen.findByRole('listitem'))
  expect(card.getByText('邻居看不到')).toBeVisible()
  expect(card.getByText('原因：骂人')).toBeVisible()
  expect(card.queryByRole('button', { name: /^不给邻居看/ })).toBeNull()
  await userEvent.click(card.getByRole('button', { name: /^给邻居看/ }))
  await waitFor(() => expect(decisions()).toEqual([{ path: pathOf(1), body: { isShown: true, seenDecisionAt: at } }]))
  expect(await card.findByText('邻居看得到')).toBeVisible()
})

test('a picture stands with its buttons, and says that WeChat has doubts', async () => {
  const list = await open(heldPhoto(1))
  expect(list.getByText('微信说这张照片可能不合适')).toBeVisible()
  // Whether its bytes come is not asked here.
  expect(list.getByRole('button', { name: /^第1张照片/ })).toBeVisible()
  expect(list.getByRole('button', { name: '给邻居看：灯不亮的照片' })).toBeVisible()
})

test('when a colleague was faster it is said', async () => {
  const list = await open(heldOf(1))
  const before = server.answerFirst
  server.answerFirst = (call) =>
    call.method === 'POST' ? failure(409, 'held_content_decided', '刚才已经有人看过并决定了，请刷新。') : before?.(call)
  await userEvent.click(list.getByRole('button', { name: /^给邻居看/ }))
  expect(await screen.findByText(/刚才已经有人看过并决定了/)).toBeVisible()
})

test('each thing leads to its item', async () => {
  const list = await open(heldOf(1))
  await userEvent.click(list.getByRole('button', { name: '看这件事' }))
  expect(visited.at(-1)).toContain('work-queue/pages/item/index')
})

test('whoever walks a grid cell does not decide', async () => {
  serveHeld(server, [heldOf(1)])
  renderCounter(<HeldContentPage />, server, gridWorker)
  expect(await screen.findByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.calls.filter(({ path }) => path.includes('held-content'))).toEqual([])
})
