import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ActivityState, activityOf, serveActivities } from '../../../../test/components/activity-answers'
import { type ChildcareState, childOf, serveChildcare } from '../../../../test/components/childcare-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import ActivitiesPage from './index'

let server: ResidentServer
let state: ActivityState
let childcare: ChildcareState
const CHILD = childOf(2, { nickname: '小豆', bornIn: '2018-08', ageMonths: 99 })
const DANCE = { name: '社区课堂·舞蹈（示范）', isForChildren: false, fromYears: 18, belowYears: null }

beforeEach(async () => {
  server = await startResidentServer()
  childcare = serveChildcare(server)
  childcare.children = [CHILD, childOf(1)]
  state = serveActivities(server)
  state.activities = [activityOf(1), activityOf(2, DANCE)]
})
afterEach(() => server.close())

const open = () => renderResident(<ActivitiesPage />, server)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))

test('anybody reads what is on, day by day, for whom it is and what is left; signing up asks to sign in', async () => {
  open()
  expect(await screen.findByRole('heading', { name: '11月29日 星期日' })).toBeVisible()
  expect(screen.getByText('6岁以上，不满15岁')).toBeVisible()
  expect(screen.getByText('18岁以上')).toBeVisible()
  expect(screen.getAllByText('还有4个位子')).toHaveLength(2)
  await press(/^报名：社区课堂/)
  await userEvent.click(sheet().getByRole('button', { name: '登录' }))
  expect(visited.at(-1)).toContain('people/pages/sign-in/index')
})

test('a grown-up signs up with two taps and can cancel again', async () => {
  signIn()
  open()
  await press(/^报名：社区课堂/)
  expect(sheet().getByText('11月28日 星期六 下午8:00前点一下就能取消')).toBeVisible()
  await userEvent.click(sheet().getByRole('button', { name: '报名' }))
  expect(await screen.findByRole('dialog', { name: '报上了' })).toBeVisible()
  await press('关闭')
  expect(await screen.findByText('您：报上了')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({})
  await press('取消报名：您')
  await userEvent.click(sheet().getByRole('button', { name: '取消报名' }))
  expect(await screen.findByText('取消了。')).toBeVisible()
})

test('a child is signed up only with the consent of its guardian, and only a child of that age is offered', async () => {
  signIn()
  open()
  await press(/^报名：周末课堂/)
  expect(sheet().queryByRole('radio', { name: /小石头/ })).toBeNull()
  const consent = sheet().getByRole('checkbox', { name: /我是孩子的监护人，同意孩子参加/ })
  expect(consent).not.toBeChecked()
  await userEvent.click(sheet().getByRole('radio', { name: /小豆/ }))
  await userEvent.click(sheet().getByRole('button', { name: '报名' }))
  expect(sheet().getByText('监护人同意了才能报名。不同意，关掉就行。')).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(consent)
  await userEvent.click(sheet().getByRole('button', { name: '报名' }))
  expect(await screen.findByRole('dialog', { name: '报上了' })).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ childId: CHILD.id, consents: true })
})

test('a full one leads to the waitlist with its published order, and says the place', async () => {
  state.activities = [activityOf(2, { ...DANCE, refusal: 'slot_full', seatsLeft: 0, waiting: 3 })]
  signIn()
  open()
  expect(await screen.findByText('满了，3人在候补')).toBeVisible()
  await press(/^候补：社区课堂/)
  expect(sheet().getByText('候补按这个顺序，谁都一样')).toBeVisible()
  await userEvent.click(sheet().getByRole('button', { name: '候补' }))
  expect(await screen.findByText('您排在第1位')).toBeVisible()
})

test('somebody without a child of that age is told so and can write one down', async () => {
  childcare.children = []
  signIn()
  open()
  await press(/^报名：周末课堂/)
  expect(sheet().getByText('先写下孩子的小名和出生年月，再来报名。')).toBeVisible()
  await press('写下孩子')
  expect(visited.at(-1)).toBe('navigateTo /childcare/pages/child/index')
})

test('a refusal says why and keeps what was chosen', async () => {
  signIn()
  open()
  await press(/^报名：社区课堂/)
  state.refusal = failure(422, 'activity_not_for_you', '这个活动的年龄要求对不上。')
  await userEvent.click(sheet().getByRole('button', { name: '报名' }))
  expect(await sheet().findByText('这个活动的年龄要求对不上。')).toBeVisible()
})

test('whoever has something else at that time is led to it', async () => {
  signIn()
  open()
  await press(/^报名：社区课堂/)
  state.refusal = failure(409, 'booking_overlaps', '同一时间已经约了别的。')
  await userEvent.click(sheet().getByRole('button', { name: '报名' }))
  await userEvent.click(await sheet().findByRole('button', { name: '我的预约' }))
  expect(visited.at(-1)).toContain('bookings/pages/mine/index')
})

test('a daughter signs her mother up, under her name', async () => {
  signIn()
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  open()
  expect(await screen.findByRole('heading', { name: '给阿妈报活动' })).toBeVisible()
  await press(/^报名：社区课堂/)
  expect(sheet().getByText('阿妈')).toBeVisible()
  await userEvent.click(sheet().getByRole('button', { name: '报名' }))
  await screen.findByRole('dialog', { name: '报上了' })
  expect(server.writes[0]?.actingFor).toBe(mother.id)
})

test('what is too late to sign up for stands below what is not', async () => {
  state.activities = [activityOf(1, { refusal: 'past_cutoff' }), activityOf(2, { ...DANCE, on: '2026-12-01' })]
  open()
  const days = await screen.findAllByRole('heading', { level: 2, name: /星期/ })
  expect(days.map(({ textContent }) => textContent)).toEqual(['12月1日 星期二', '11月29日 星期日'])
})
