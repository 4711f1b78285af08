import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type CanteenState,
  kitchenOrderOf,
  kitchenStaff,
  serveCanteen,
  sheetOf,
  slotIdOf,
} from '../../../../test/components/canteen-answers'
import { renderResident } from '../../../../test/components/render-resident'
import { type ResidentServer, resident, startResidentServer } from '../../../../test/components/resident-server'
import { setOnline } from '../../../platform/network-state'
import { useSession } from '../../../platform/session'
import { readStored } from '../../../platform/storage'
import { sendWrites, useWaitingWrites, watchWrites } from '../../../platform/waiting-writes'
import { CHECK_IN, sendCheckIn } from '../../check-in-sender'
import { readKeptSheet } from '../../kept-sheets'
import SheetPage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeAll(() => watchWrites({ [CHECK_IN]: sendCheckIn }))
beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
  canteen.sheet = sheetOf([1, 2, 3].map((number) => kitchenOrderOf(number)))
  useSession.getState().begin('token', kitchenStaff)
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const open = () => renderResident(<SheetPage />, server, `?communityId=raosai&slotId=${slotIdOf(1)}`)
const checkIns = () => server.writes.filter(({ path }) => path.endsWith('/check-ins'))
const type = async (code: string) => {
  for (const digit of code) await press(digit)
}
const lineOf = (name: string) => screen.getAllByRole('listitem').find((line) => within(line).queryByText(name))

test('the totals say how much to cook and what has to be watched', async () => {
  open()
  expect(await screen.findByRole('row', { name: '土豆牛肉 3 20' })).toBeVisible()
  expect(screen.getByText('软 3份')).toBeVisible()
  expect(screen.getByText('在食堂吃 3单')).toBeVisible()
})

test('six digits and somebody is checked in; the server is told once, with the time', async () => {
  open()
  await screen.findByText('0个取了，还有3个')
  await type('100002')
  expect(await screen.findByText('记下了：居民（示范2）')).toBeVisible()
  expect(await screen.findByText('1个取了，还有2个')).toBeVisible()
  await expect.poll(() => checkIns().length).toBe(1)
  expect(checkIns()[0]?.body).toMatchObject({ way: 'code', code: '100002', slotId: slotIdOf(1) })
  expect(checkIns()[0]?.body.at).toMatch(/^20/)
  await expect.poll(() => useWaitingWrites.getState().writes.length).toBe(0)
})

test('whoever has no code is found by their name', async () => {
  open()
  await userEvent.click(await screen.findByRole('radio', { name: '按名字' }))
  await userEvent.type(screen.getByLabelText('名字或者码'), '示范3')
  expect(screen.queryByText('居民（示范1）')).toBeNull()
  await press('来了：居民（示范3）')
  await expect.poll(() => checkIns()[0]?.body.way).toBe('name')
})

test('without a network the list works: what waits is said, and goes out once when the network is back', async () => {
  open()
  await screen.findByText('0个取了，还有3个')
  server.isUnreachable = true
  act(() => setOnline(false))
  expect(screen.getByText(/现在没有网络。这是.*的单子/)).toBeVisible()
  await type('100001')
  await press('来了：居民（示范2）')
  expect(await screen.findByText('2个签到记在这里，有网络就发出去。')).toBeVisible()
  expect(screen.getAllByText('取了 · 等着发')).toHaveLength(2)
  const tappedAt = useWaitingWrites.getState().writes.map(({ at }) => at)

  server.isUnreachable = false
  server.writes.length = 0
  act(() => setOnline(true))
  await act(() => sendWrites())
  await expect.poll(() => checkIns().length).toBe(2)
  expect(checkIns().map(({ body }) => body.at)).toEqual(tappedAt)
  expect(new Set(checkIns().map(({ key }) => key)).size).toBe(2)
  await waitFor(() => expect(screen.queryByText(/记在这里，有网络就发出去/)).toBeNull())
  expect(screen.getByText('2个取了，还有1个')).toBeVisible()
})

test('the page opens again without a network with the sheet of today', async () => {
  const { unmount } = open()
  await screen.findByText('0个取了，还有3个')
  unmount()
  server.isUnreachable = true
  open()
  expect(await screen.findByText('居民（示范1）')).toBeVisible()
  // What is written to the kitchen is not kept on the device.
  expect(screen.queryByText('少油')).toBeNull()
})

test('tomorrow, and for anybody else, nothing of the sheet is left on the device', async () => {
  open()
  await screen.findByText('0个取了，还有3个')
  expect(readKeptSheet(slotIdOf(1))).toBeDefined()
  expect(readKeptSheet(slotIdOf(1), new Date(Date.now() + 86_400_000))).toBeUndefined()
  expect(readStored('kitchen-day', (found) => found)).toBeUndefined()
  open()
  await expect.poll(() => readKeptSheet(slotIdOf(1))).toBeDefined()
  act(() => useSession.getState().begin('other', { ...kitchenStaff, id: resident.id }))
  expect(readKeptSheet(slotIdOf(1))).toBeUndefined()
})

test('a code of another canteen is said in the server\u2019s sentence', async () => {
  open()
  await screen.findByText('0个取了，还有3个')
  await type('999999')
  expect(await screen.findByText(/这是别的食堂的取餐码/)).toBeVisible()
  expect(useWaitingWrites.getState().writes).toEqual([])
})

test('somebody who has come already is not counted twice', async () => {
  open()
  await screen.findByText('0个取了，还有3个')
  await type('100001')
  await screen.findByText('1个取了，还有2个')
  await type('100001')
  expect(await screen.findByText('居民（示范1）取过了，不用再记。')).toBeVisible()
  expect(checkIns()).toHaveLength(1)
})

test('a wrong tap is taken back', async () => {
  open()
  await press('来了：居民（示范1）')
  await expect.poll(() => checkIns().length).toBe(1)
  await press('不是这个人：居民（示范1）')
  expect(await screen.findByText('撤回了。')).toBeVisible()
  expect(await screen.findByText('0个取了，还有3个')).toBeVisible()
})

test('what is paid is written down; free needs a reason', async () => {
  open()
  await press('收钱：居民（示范1），12元')
  await press('记免费')
  expect(await screen.findByText('请选为什么免费。')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '志愿者的工作餐' }))
  await press('记免费')
  expect(await screen.findByText('免费：志愿者的工作餐')).toBeVisible()
})

test('what was paid and then cancelled is given back over the counter, and is written down', async () => {
  canteen.sheet = { ...sheetOf([]), refunds: [kitchenOrderOf(4, { state: 'cancelled', payment: 'paid' })] }
  open()
  await press('退了：居民（示范4），12元')
  await expect
    .poll(() => server.writes.find(({ path }) => path.endsWith('/payment'))?.body)
    .toEqual({ payment: 'unpaid' })
  await expect.poll(() => screen.queryByText('要退钱的')).toBeNull()
})

test('long before and long after a sitting the list says why it names nobody', async () => {
  canteen.sheet = { ...sheetOf([]), fulfilments: [{ fulfilment: 'dine_in', orders: 4 }] }
  open()
  expect(await screen.findByText('谁订了，只在这一餐前后七天里看得到。')).toBeVisible()
})

test('closing a sitting says how many are told before it happens', async () => {
  open()
  await press('改位子、关这一餐')
  await press('关掉这一餐')
  expect(await screen.findByText('会取消5个人的预约，并且都发消息告诉他们。')).toBeVisible()
  expect(server.writes.filter(({ method }) => method === 'PUT')).toHaveLength(0)
})

test('the list is printed with a box for each name', async () => {
  open()
  await press('打印单子')
  const paper = await screen.findByRole('group', { name: '厨房用的纸' })
  expect(paper).toHaveTextContent('□ 居民（示范1） 100001 在食堂吃 土豆牛肉×1')
  expect(lineOf('居民（示范1）')).toBeDefined()
})

test('a resident sees nothing of the kitchen', () => {
  useSession.getState().begin('token', resident)
  open()
  expect(screen.getByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.calls.some(({ path }) => path.endsWith('kitchen-sheet'))).toBe(false)
})
