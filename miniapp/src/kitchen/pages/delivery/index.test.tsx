import { DeliverySheet } from '@little-bench/shared/canteen/kitchen.contract'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { kitchenOrderOf, kitchenStaff, sittingOf, slotIdOf } from '../../../../test/components/canteen-answers'
import { renderResident } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import DeliveryPage from './index'

let server: ResidentServer

const sheetOn = (on: string, door: string | null) => {
  const { id, startsAt } = sittingOf(1)
  const order = { ...kitchenOrderOf(1, { fulfilment: 'delivery' }), door, phone: door && '0891-0000-181' }
  return DeliverySheet.parse({
    slotId: id,
    canteenName: '绕赛社区食堂（示范）',
    sitting: 'lunch',
    on,
    startsAt,
    workItem: null,
    courtyards: [{ placeName: '东孜苏3巷7号', gridCellName: '第一网格', orders: [order] }],
    at: new Date().toISOString(),
  })
}

beforeEach(async () => {
  server = await startResidentServer()
  useSession.getState().begin('token', kitchenStaff)
})
afterEach(() => server.close())

const serve = (sheet: DeliverySheet) => {
  server.more = ({ path, body }) => {
    if (path.endsWith('/delivery-sheet')) return [200, sheet]
    if (!path.endsWith('/delivery')) return undefined
    const outcome = body.outcome === 'refused' ? 'refused' : 'delivered'
    return [200, kitchenOrderOf(1, { fulfilment: 'delivery', deliveryOutcome: outcome, state: 'served' })]
  }
}
const open = () => renderResident(<DeliveryPage />, server, `?communityId=raosai&slotId=${slotIdOf(1)}`)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const reads = () => server.reads.filter((path) => path.endsWith('/delivery-sheet')).length

test('on the day each door stands in its courtyard, with one tap to ring', async () => {
  serve(sheetOn(sittingOf(1).on, '2单元301'))
  open()
  expect(await screen.findByText('2单元301 · 居民（示范1）')).toBeVisible()
  expect(screen.getByText(/会留下记录/)).toBeVisible()
  await press('打电话 0891-0000-181')
  expect(visited.at(-1)).toBe('call 0891-0000-181')
})

test('what became of it is written down without reading the doors again', async () => {
  serve(sheetOn(sittingOf(1).on, '2单元301'))
  open()
  await press('不要了：居民（示范1）')
  expect(await screen.findByText('记下了，会有人跟着问。')).toBeVisible()
  expect(screen.getByText('2单元301 · 居民（示范1）')).toBeVisible()
  expect(reads()).toBe(1)
})

test('before the day nobody reads a door', async () => {
  serve(sheetOn(sittingOf(3).on, null))
  open()
  expect(await screen.findByText('门牌和电话，送的那天才看得到。')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^打电话 / })).toBeNull()
})

test('the round is printed courtyard by courtyard', async () => {
  serve(sheetOn(sittingOf(1).on, '2单元301'))
  open()
  await press('打印送餐单')
  const paper = await screen.findByRole('group', { name: '厨房用的纸' })
  expect(paper).toHaveTextContent('【东孜苏3巷7号】第一网格')
  expect(paper).toHaveTextContent('□ 居民（示范1） 2单元301 0891-0000-181 土豆牛肉×1')
})
