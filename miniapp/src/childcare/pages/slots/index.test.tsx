import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  type ChildcareState,
  childOf,
  grandmother,
  serveChildcare,
  slotOf,
} from '../../../../test/components/childcare-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import SlotsPage from './index'

let server: ResidentServer
let childcare: ChildcareState

const SMALL = childOf(1, { pickUps: [grandmother] })
const BIG = childOf(2, { nickname: '小豆', bornIn: '2024-08', ageMonths: 27 })
const place = (childId: string) => ({ childId, bookingId: null, state: null })

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-28T02:00:00.000Z'), toFake: ['Date'] })
  server = await startResidentServer()
  childcare = serveChildcare(server)
  childcare.children = [SMALL, BIG]
  childcare.slots = [
    slotOf(1, { children: [place(SMALL.id)], seatsLeft: 3 }),
    slotOf(2, { children: [place(BIG.id)], seatsLeft: 1, groupId: 'big', groupName: '托大班' }),
  ]
  signIn()
})
afterEach(() => {
  vi.useRealTimers()
  server.close()
})

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const tick = async (name: RegExp) => userEvent.click(await screen.findByRole('checkbox', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))

test('two siblings are booked in one step, each in the group of its age, and each gets a code', async () => {
  renderResident(<SlotsPage />, server)
  await tick(/小石头，13个月，在托小班/)
  await tick(/小豆，27个月，在托大班/)
  await choose(/全天.*小石头：托小班还有3位；小豆：托大班还有1位/)
  await press('下一步')
  expect(await screen.findByText('小石头、小豆')).toBeVisible()
  expect(screen.getByText('小石头：您，外婆（示范）；小豆：只有您')).toBeVisible()
  expect(screen.getByText('11月29日 星期日 下午8:00前点一下就能取消')).toBeVisible()
  expect(server.writes).toEqual([])
  await press('约好')
  expect(await screen.findAllByText('482 913')).toHaveLength(2)
  expect(server.writes[0]?.body).toEqual({
    childIds: [SMALL.id, BIG.id],
    centreId: 'raosai-childcare',
    on: '2026-11-30',
    session: 'full_day',
  })
})

test('when one of two does not fit, the page says which and offers the other', async () => {
  childcare.slots[1] = slotOf(2, {
    children: [place(BIG.id)],
    seatsLeft: 0,
    refusal: 'slot_full',
    waiting: 2,
    groupName: '托大班',
  })
  renderResident(<SlotsPage />, server)
  await tick(/小石头/)
  await tick(/小豆/)
  await choose(/全天/)
  expect(await screen.findByText('不能都约上')).toBeVisible()
  expect(screen.getByText('小豆：托大班满了，2人在候补')).toBeVisible()
  await press('只约小石头')
  await press('约好')
  await screen.findByText('482 913')
  expect(server.writes[0]?.body.childIds).toEqual([SMALL.id])
})

test('the only child that fits is chosen already; a full session leads to the waitlist with its place and reason', async () => {
  childcare.children = [SMALL]
  childcare.slots = [slotOf(1, { children: [place(SMALL.id)], seatsLeft: 0, refusal: 'slot_full' })]
  renderResident(<SlotsPage />, server)
  await choose(/11月30日/)
  await choose(/全天/)
  await press('去候补')
  await press('开始候补')
  expect(await screen.findByText('您排在第2位')).toBeVisible()
  expect(screen.getByText('为什么：住在本社区。')).toBeVisible()
  expect(server.writes[0]?.path).toContain('/childcare-waits')
})

test('a refusal for want of a fact says which, and leads to where it is filled in', async () => {
  childcare.children = [SMALL]
  renderResident(<SlotsPage />, server)
  await choose(/全天/)
  await press('下一步')
  childcare.refusal = failure(422, 'childcare_not_eligible', '托育给住在本社区或在附近上班的家庭。')
  await press('约好')
  expect(await screen.findByText('要先告诉我们您住在哪里，或者在哪里上班')).toBeVisible()
  await press('填在哪里上班')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/fact/index?kind=workplace')
})

test('siblings that no longer fit together are booked not at all, and one chooses again from what is so now', async () => {
  renderResident(<SlotsPage />, server)
  await tick(/小石头/)
  await tick(/小豆/)
  await choose(/全天/)
  await press('下一步')
  childcare.refusal = failure(409, 'siblings_not_together', '有一个孩子约不上，所以都没有约。')
  childcare.slots[1] = slotOf(2, { children: [place(BIG.id)], seatsLeft: 0, refusal: 'slot_full', groupName: '托大班' })
  await press('约好')
  expect(await screen.findByText('有一个孩子约不上，所以都没有约。')).toBeVisible()
  await press('重新选')
  expect(await screen.findByText('小豆：托大班满了')).toBeVisible()
})

test('without a child the form comes first, and what is free is read by anybody', async () => {
  childcare.children = []
  childcare.slots = [slotOf(1)]
  renderResident(<SlotsPage />, server)
  expect(await screen.findByText('先写下孩子')).toBeVisible()
  const day = within(screen.getByRole('main'))
  expect(await day.findByText('托小班还有3位')).toBeVisible()
  await press('写下孩子')
  expect(visited.at(-1)).toBe('navigateTo /childcare/pages/child/index')
})

test('a child that is too young or too old on the day cannot be ticked', async () => {
  childcare.children = [SMALL, childOf(3, { nickname: '大宝', bornIn: '2022-01', ageMonths: 58 })]
  renderResident(<SlotsPage />, server)
  expect(await screen.findByText('大宝，4岁，那天不在这里收的年龄')).toBeVisible()
  expect(screen.queryByRole('checkbox', { name: /大宝/ })).toBeNull()
})

test('what was chosen is still there after an answer that was lost, and goes out with the same key', async () => {
  childcare.children = [SMALL]
  renderResident(<SlotsPage />, server)
  await choose(/全天/)
  await press('下一步')
  server.network = 'unanswered'
  await press('约好')
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  server.network = 'up'
  await press('约好')
  await screen.findByText('482 913')
  const [first, second] = server.writes
  expect(second?.key).toBe(first?.key)
})
