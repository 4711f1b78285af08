import { OpenProof } from '@little-bench/shared/pension/open-proof.contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { communityStaff, gridWorker, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, startCounterServer } from '../../../../test/components/counter-server'
import { renderCounter } from '../../../../test/components/render-counter'
import { resident as somebody } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import OpenProofsPage from './index'

let server: CounterServer
let open: OpenProof[]

const openProofOf = (fields: Partial<(typeof OpenProof)['_input']> = {}) =>
  OpenProof.parse({
    personId: resident.id,
    name: resident.name,
    gridCellName: '第一网格',
    placeName: '东孜苏3巷7号',
    status: 'due',
    dueOn: '2026-12-31',
    way: 'visit',
    remindedOn: '2026-12-01',
    visitState: 'requested',
    ...fields,
  })

beforeEach(async () => {
  server = await startCounterServer()
  open = [openProofOf({ status: 'lapsed' })]
  server.answerFirst = ({ path }) =>
    path.endsWith('/open-proofs-of-life') ? [200, { items: open, nextCursor: null, open: open.length }] : undefined
})
afterEach(() => server.close())

test('each who is open stands there with the last day, what was tried, and how far a visit is', async () => {
  renderCounter(<OpenProofsPage />, server, gridWorker)
  const [card] = within(await screen.findByRole('list', { name: '还没认证的人' })).getAllByRole('listitem')
  expect(card).toHaveTextContent(
    '居*甲过期了最晚2026年12月31日第一网格 · 东孜苏3巷7号要上门 · 2026年12月1日提醒过上门在排',
  )
  expect(screen.getByText('还有1人')).toBeVisible()
  // A grid worker's own cells stand together.
  expect(screen.queryByRole('tab')).toBeNull()
})

test('one tap begins to help them, in a session with a reason', async () => {
  renderCounter(<OpenProofsPage />, server)
  await userEvent.click(await screen.findByRole('button', { name: '帮对方办：居*甲' }))
  const sheet = within(screen.getByRole('dialog', { name: '开始帮办' }))
  await userEvent.click(sheet.getByRole('radio', { name: '打电话来的' }))
  await userEvent.click(sheet.getByRole('button', { name: '开始' }))
  await expect.poll(() => visited.at(-1)).toBe('navigateTo /counter/pages/counter/index')
  expect(server.writesTo('/assist-sessions')[0]?.body).toMatchObject({ residentId: resident.id, reason: 'phone' })
})

test('when everybody has done it the list says so, and the counter has the ways to plan and to call', async () => {
  open = []
  renderCounter(<OpenProofsPage />, server, communityStaff)
  expect(await screen.findByText('都办好了')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '排上门' }))
  expect(visited.at(-1)).toBe('navigateTo /pension/pages/plan/index')
  await userEvent.click(screen.getByRole('button', { name: '该打的电话' }))
  expect(visited.at(-1)).toBe('navigateTo /counter/pages/call-list/index')
})

test('a resident sees nobody', () => {
  renderCounter(<OpenProofsPage />, server, somebody)
  expect(screen.getByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.calls.some(({ path }) => path.endsWith('/open-proofs-of-life'))).toBe(false)
})
