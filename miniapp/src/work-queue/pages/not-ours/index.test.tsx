import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, type Desk, type DeskCall, idOf, startDesk } from '../../../../test/components/desk-server'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import { visited } from '../../../../test/components/taro-api'
import NotOursPage from './index'

let desk: Desk
let entries: unknown[]

beforeEach(async () => {
  setWindowWidth(375)
  entries = [
    {
      workItemId: idOf(1),
      receiptNumber: 'RS-20261123-0001',
      title: '水费算错了',
      destination: '供水单位',
      phone: '12345',
      registeredAt: '2026-11-23T02:00:00.000Z',
    },
  ]
  desk = await startDesk([])
  desk.answerFirst = ({ url }: DeskCall): Answer | undefined =>
    url.pathname === '/api/communities/raosai/not-ours' ? [200, { items: entries, nextCursor: null }] : undefined
})
afterEach(() => desk.close())

test('an entry says what it was, whom the resident was sent to, and how to reach them', async () => {
  renderDesk(<NotOursPage />, desk, '?communityId=raosai')
  const list = within(await screen.findByRole('list', { name: '不归我们办的，新的在前' }))
  for (const words of ['水费算错了', '供水单位', 'RS-20261123-0001', '11月23日 星期一 上午10:00']) {
    expect(list.getByText(words)).toBeVisible()
  }
  await userEvent.click(list.getByRole('button', { name: '电话 12345' }))
  expect(visited.at(-1)).toBe('call 12345')
})

test('an empty register says how something gets into it', async () => {
  entries = []
  renderDesk(<NotOursPage />, desk, '?communityId=raosai')
  expect(await screen.findByText('还没有登记过')).toBeVisible()
})

test('who may not read the register is told so, and sees nothing of it', async () => {
  desk.answerFirst = () => [404, { error: { code: 'not_found', message: '没有找到，可能已经撤下，或者不属于您。' } }]
  renderDesk(<NotOursPage />, desk, '?communityId=raosai')
  expect(await screen.findByText('没有找到，可能已经撤下，或者不属于您。')).toBeVisible()
  expect(screen.queryByText('水费算错了')).toBeNull()
})
