import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CanteenState, orderIdOf, orderOf, serveCanteen } from '../../../../test/components/canteen-answers'
import { communityStaff } from '../../../../test/components/counter-examples'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import MealPage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const open = () => renderResident(<MealPage />, server, `?communityId=raosai&id=${orderIdOf(1)}`)

const waits = { state: 'waitlisted', pickUpCode: null, canCancel: false } as const

test('the code stands first, in groups that can be read out, with when and where', async () => {
  canteen.orders = [orderOf(1)]
  signIn()
  open()
  expect(await screen.findByText('204 816')).toBeVisible()
  expect(screen.getByText(/前可以取消/)).toBeVisible()
  expect(screen.getAllByText('绕赛社区食堂（示范）')[0]).toBeVisible()
  expect(screen.getByText('本餐12元（示范）。')).toBeVisible()
})

test('a meal is cancelled after one question, and its code is gone', async () => {
  canteen.orders = [orderOf(1)]
  signIn()
  open()
  await press('取消这份餐')
  await userEvent.click(screen.getAllByRole('button', { name: '取消这份餐' }).at(-1) as HTMLElement)
  expect(await screen.findByText('取消了。位子让出来了。')).toBeVisible()
  await expect.poll(() => screen.queryByText('204 816')).toBeNull()
  expect(screen.queryByRole('button', { name: '取消这份餐' })).toBeNull()
})

test('after the cut-off there is nothing to cancel, and the page says whom to call', async () => {
  canteen.orders = [orderOf(1, { canCancel: false })]
  signIn()
  open()
  expect(await screen.findByText(/不能取消了。有事请打电话/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '取消这份餐' })).toBeNull()
})

test('whoever waits reads where they stand and why, and can stop waiting', async () => {
  canteen.orders = [orderOf(1, { ...waits, waitlist: { position: 2, reason: '住在本社区的，按报名先后' } })]
  signIn()
  open()
  expect(await screen.findByText('您排在第2位')).toBeVisible()
  expect(screen.getByText('为什么：住在本社区的，按报名先后。')).toBeVisible()
  await press('不等了')
  expect(await screen.findByText('不再等了。')).toBeVisible()
})

test('an offered seat is taken with one tap; then there is a code', async () => {
  const expiresAt = new Date(Date.now() + 600_000).toISOString()
  canteen.orders = [orderOf(1, { ...waits, state: 'offered', expiresAt })]
  signIn()
  open()
  expect(await screen.findByText('有位子了，给您留着')).toBeVisible()
  await press('要这个位子')
  expect(await screen.findByText('204 816')).toBeVisible()
})

test('an offer that ran out is said in a sentence', async () => {
  canteen.orders = [orderOf(1, { ...waits, state: 'offered', expiresAt: new Date().toISOString() })]
  canteen.refusals.set(
    'acceptance',
    failure(409, 'offer_expired', '这个空位等您的时间过了，已经给了下一位。可以重新候补。'),
  )
  signIn()
  open()
  await press('要这个位子')
  expect(await screen.findByText(/已经给了下一位/)).toBeVisible()
})

test('the calendar gets a file without anybody\u2019s name', async () => {
  canteen.orders = [orderOf(1)]
  signIn()
  // jsdom keeps no files; what goes into this one is read here.
  const written: string[] = []
  const keep = (file: Blob) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => written.push(typeof reader.result === 'string' ? reader.result : ''))
    reader.readAsText(file)
    return 'blob:calendar'
  }
  Reflect.set(globalThis.URL, 'createObjectURL', keep)
  Reflect.set(globalThis.URL, 'revokeObjectURL', () => undefined)
  open()
  await press('加到手机日历')
  expect(await screen.findByText(/日历文件存好了/)).toBeVisible()
  await expect.poll(() => written.join('')).toContain('SUMMARY:午餐 · 绕赛社区食堂（示范）')
  expect(written.join('')).not.toContain('居民')
})

test('staff who order for somebody print the paper that they take along', async () => {
  canteen.orders = [orderOf(1, { forWhom: { name: mother.name, isYou: false } })]
  useSession.getState().begin('token', communityStaff)
  act(() => useSession.getState().actFor(mother))
  open()
  expect(await screen.findByRole('group', { name: '要交给居民的纸' })).toHaveTextContent('204 816')
  expect(screen.getByRole('button', { name: '打印这张纸' })).toBeVisible()
})
