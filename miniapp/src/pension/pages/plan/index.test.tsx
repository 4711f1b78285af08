import { addDays } from '@little-bench/shared/kernel/time'
import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { communityStaff, gridWorker } from '../../../../test/components/counter-examples'
import {
  type PensionState,
  roundOf,
  roundVisitOf,
  servePension,
  today,
  toPlanOf,
  visitIdOf,
  visitor,
} from '../../../../test/components/pension-answers'
import { renderResident } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import PlanPage from './index'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  pension.waiting = [toPlanOf(1), toPlanOf(2), toPlanOf(3)]
  useSession.getState().begin('token', communityStaff)
})
afterEach(() => server.close())

const tomorrow = () => addDays(today(), 1)
const open = () => renderResident(<PlanPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const chooseVisitor = async () => userEvent.click(await screen.findByRole('tab', { name: /^上门人员（示范）/ }))
const planned = () =>
  within(screen.getByRole('list', { name: '单子' }))
    .getAllByRole('listitem')
    .map((item) => /老人（示范\d）/.exec(item.textContent ?? '')?.[0])
const plans = () => server.writes.filter(({ method }) => method === 'PUT')

test('what waits stands by courtyard with where and until when, and never why', async () => {
  open()
  const yard = within(await screen.findByRole('list', { name: '东孜苏3巷7号' }))
  expect(yard.getAllByRole('listitem')).toHaveLength(2)
  expect(yard.getByText(/要说藏语/)).toBeVisible()
  expect(screen.queryByText(/走不动|病重/)).toBeNull()
  expect(screen.getByRole('button', { name: '排上：老人（示范1）' })).toHaveAttribute('aria-disabled', 'true')
})

test('visits are put in order with their times, by keyboard too, and saved at once', async () => {
  open()
  await chooseVisitor()
  await press('排上：老人（示范1）')
  const second = screen.getByRole('button', { name: '排上：老人（示范3）' })
  second.focus()
  await userEvent.keyboard('{Enter}')
  expect(planned()).toEqual(['老人（示范1）', '老人（示范3）'])
  await press('往前：老人（示范3）')
  expect(planned()).toEqual(['老人（示范3）', '老人（示范1）'])
  fireEvent.change(screen.getByLabelText('老人（示范1），到几点'), { target: { value: '11:45' } })
  await press('存好，告诉老人')
  expect(await screen.findByText('存好了。老人收到日子、谁来、什么码。')).toBeVisible()
  expect(plans()[0]?.path).toBe(`/api/communities/raosai/visit-rounds/${tomorrow()}/${visitor.id}`)
  expect(plans()[0]?.body.visits).toEqual([
    { visitId: visitIdOf(3), version: 1, from: 570, until: 630 },
    { visitId: visitIdOf(1), version: 1, from: 630, until: 705 },
  ])
  await expect.poll(() => screen.queryByRole('button', { name: '排上：老人（示范3）' })).toBeNull()
})

test('how much fits into a day is said before it is sent', async () => {
  pension.rounds = [roundOf([roundVisitOf(4)], { on: tomorrow(), capacity: 3 })]
  open()
  await chooseVisitor()
  expect(await screen.findByText('排了1家，一天最多3家')).toBeVisible()
  for (const number of [1, 2, 3]) await press(`排上：老人（示范${number}）`)
  expect(screen.getByText('多了1家，分到别的日子，或者换一位。')).toBeVisible()
})

test('a refusal keeps everything that was planned', async () => {
  pension.refusal = failure(409, 'round_full', '这一天去不了这么多家。请分到两天，或者换一位。')
  open()
  await chooseVisitor()
  await press('排上：老人（示范1）')
  await press('排上：老人（示范2）')
  await press('存好，告诉老人')
  expect(await screen.findByText('这一天去不了这么多家。请分到两天，或者换一位。')).toBeVisible()
  expect(planned()).toEqual(['老人（示范1）', '老人（示范2）'])
})

test('whoever gave the visit up meanwhile is marked, and nothing goes out with them', async () => {
  open()
  await chooseVisitor()
  await press('排上：老人（示范1）')
  await press('排上：老人（示范2）')
  pension.refusal = failure(409, 'visit_changed', '这次上门刚才有变化，请看最新的情况再决定。')
  pension.waiting = [toPlanOf(2, { version: 2 })]
  await press('存好，告诉老人')
  expect(await screen.findByText('刚才有变化，请拿下来')).toBeVisible()
  pension.refusal = undefined
  await press('存好，告诉老人')
  expect(screen.getByText('有1家刚才变了。请先拿下来，再存。')).toBeVisible()
  expect(plans()).toHaveLength(1)
  await press('拿下来：老人（示范1）')
  await press('存好，告诉老人')
  await expect.poll(() => plans().length).toBe(2)
  expect(plans()[1]?.body.visits).toEqual([{ visitId: visitIdOf(2), version: 2, from: 630, until: 690 }])
})

test('a day that does not suit somebody cannot be given to them', async () => {
  pension.waiting = [toPlanOf(1, { notOn: [tomorrow()] })]
  open()
  await chooseVisitor()
  expect(await screen.findByText('这一天不行')).toBeVisible()
  expect(screen.getByRole('button', { name: '排上：老人（示范1）' })).toHaveAttribute('aria-disabled', 'true')
})

test('what is taken off a round can be put back, and the round as it was saved comes back with one tap', async () => {
  pension.rounds = [roundOf([roundVisitOf(4)], { on: tomorrow() })]
  open()
  await chooseVisitor()
  await press('拿下来：老人（示范4）')
  expect(await screen.findByText('刚从单子上拿下来')).toBeVisible()
  await press('回到存好的样子')
  expect(planned()).toEqual(['老人（示范4）'])
})

test('times that end before they begin are said at the field', async () => {
  open()
  await chooseVisitor()
  await press('排上：老人（示范1）')
  fireEvent.change(screen.getByLabelText('老人（示范1），到几点'), { target: { value: '09:00' } })
  await press('存好，告诉老人')
  expect(screen.getByText('到的时间要比起的晚。')).toBeVisible()
  expect(plans()).toEqual([])
})

test('a grid worker goes and does not plan', () => {
  useSession.getState().begin('token', gridWorker)
  open()
  expect(screen.getByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.calls.some(({ path }) => path.endsWith('/home-visits'))).toBe(false)
})
