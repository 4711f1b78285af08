import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { timelineEvent } from '../../../../test/components/desk-answers'
import { colleague, type Desk, idOf, itemDueIn, startDesk } from '../../../../test/components/desk-server'
import { renderDesk } from '../../../../test/components/render-desk'
import { visited } from '../../../../test/components/taro-api'
import ItemPage from './index'

let desk: Desk
afterEach(() => desk.close())

const open = async (fields: Parameters<typeof itemDueIn>[2], hours = 5) => {
  const item = itemDueIn(1, hours, { state: 'accepted', ...fields })
  desk = await startDesk([item])
  renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${item.id}`)
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
}

test('three promises are shown, each kept, broken or running, in words', async () => {
  const dueAt = new Date(Date.now() + 26 * 3_600_000).toISOString()
  const endedAt = '2026-11-22T03:00:00.000Z'
  await open({
    clocks: [
      { clock: 'acceptance', dueAt, endedAt, isLate: false },
      { clock: 'first_reply', dueAt, endedAt, isLate: true },
      { clock: 'resolve', dueAt, endedAt: null, isLate: false },
    ],
  })
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  for (const row of [/^接单按时/, /^第一次答复晚了/, /^办结还剩1天/]) {
    expect(rows).toContainEqual(expect.stringMatching(row))
  }
})

test('who is asked, since when, who is above and how often it was reminded', async () => {
  await open({
    referredTo: { id: 'bakuo-subdistrict', name: '八廓街道' },
    supervisors: [{ id: 'bakuo-subdistrict', name: '八廓街道' }],
    reminders: 2,
    timeline: [timelineEvent('referred', { at: '2026-11-22T03:00:00.000Z', toName: '八廓街道' })],
  })
  expect(screen.getByText('在问八廓街道接不接')).toBeVisible()
  expect(screen.getByText('11月22日 星期日开始问的，对方答复以前还归绕赛社区第一网格办。')).toBeVisible()
  expect(screen.getByText('上级在督促')).toBeVisible()
  expect(screen.getByText('催了2次')).toBeVisible()
})

test('works are shown with their states and open one by one', async () => {
  const work = (number: number, state: 'accepted' | 'resolved') => ({
    id: itemDueIn(number, 1).id,
    receiptNumber: `RS-20261123-000${number}`,
    title: `第${number}件`,
    state,
    outcome: null,
  })
  await open({ children: [work(2, 'resolved'), work(3, 'accepted')] })
  expect(screen.getByText('分开办的2件，办完1件')).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: 'RS-20261123-0003，第3件，处理中' }))
  expect(visited.at(-1)).toContain(idOf(3))
})

test('who else has it open is named', async () => {
  await open({ viewers: [{ id: colleague.id, name: colleague.name }] })
  expect(screen.getByText(`${colleague.name}正在看`)).toBeVisible()
})
