import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gridWorker, rosterOf } from '../../../../test/components/oversight-examples'
import { type OversightServer, startOversightServer } from '../../../../test/components/oversight-server'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import RosterPage from './index'

let server: OversightServer

beforeEach(async () => {
  setWindowWidth(375)
  server = await startOversightServer()
})
afterEach(() => server.close())

const open = async () => {
  renderDesk(<RosterPage />, server, `?queueId=raosai-grid-1`, gridWorker)
  await screen.findByRole('heading', { level: 1, name: '绕赛社区第一网格值班表' })
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))
const saves = () => server.calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const shifts = () => within(screen.getByRole('list', { name: '谁什么时候值班' })).getAllByRole('listitem')

/** A shift of the other worker on working days and Sunday, and no backup. */
const addShift = async () => {
  await press('加一班')
  const who = within(sheet().getByRole('radiogroup', { name: /谁值班/ }))
  await userEvent.click(who.getByRole('radio', { name: '网格员（示范二）' }))
  await userEvent.click(sheet().getByRole('checkbox', { name: '周日' }))
  await userEvent.click(sheet().getByRole('button', { name: '就这样' }))
}

test('a roster says who is on duty now, who stands in and who is away', async () => {
  await open()
  const [first] = shifts()
  expect(first).toHaveTextContent('周一、周二、周三、周四、周五09:30到18:00B岗：网格员（示范二）')
  expect(first).toHaveTextContent('11月25日 星期三到11月26日 星期四不在，由网格员（示范二）代')
  expect(screen.getByText(/第2版，网格员（示范一）在.*保存/)).toBeVisible()
})

test('a shift is added, taken back, added again and saved over the version that was read', async () => {
  await open()
  await addShift()
  expect(shifts()).toHaveLength(2)
  await press('撤销刚才的改动')
  expect(shifts()).toHaveLength(1)
  await addShift()
  await press('保存值班表')
  await waitFor(() => expect(server.roster.version).toBe(3))
  expect(server.roster.shifts[1]).toMatchObject({
    weekdays: [1, 2, 3, 4, 5, 0],
    backupId: null,
    fromMinute: 570,
    toMinute: 1080,
  })
  expect(await screen.findByText('值班表保存好了，从现在起照它来。')).toBeVisible()
})

test('a shift without days, or standing in for oneself, is not kept, and says why at the field', async () => {
  await open()
  await press(/^改网格员（示范一）的一班/)
  const days = sheet().getAllByRole('checkbox', { checked: true })
  expect(days).toHaveLength(5)
  for (const day of days) await userEvent.click(day)
  const backup = within(sheet().getByRole('radiogroup', { name: /谁代/ }))
  await userEvent.click(backup.getByRole('radio', { name: '网格员（示范一）' }))
  await userEvent.click(sheet().getByRole('button', { name: '就这样' }))
  expect(sheet().getByText('请至少选一天。')).toBeVisible()
  expect(sheet().getByText('B岗要是另一个人。')).toBeVisible()
  expect(saves()).toEqual([])
})

test('saving an old version keeps what was written and shows what somebody else changed', async () => {
  await open()
  await addShift()
  server.roster = rosterOf({ version: 3, mode: 'roster', shifts: [] })
  await press('保存值班表')
  const notice = within(await screen.findByRole('alert'))
  expect(await notice.findByText('分法改成「按值班表派」')).toBeVisible()
  expect(notice.getByText(/去掉了：网格员（示范一），周一/)).toBeVisible()
  expect(shifts()).toHaveLength(2)
  await press('还是存我写的')
  await waitFor(() => expect(server.roster.version).toBe(4))
  expect(saves().map(({ version }) => version)).toEqual([2, 3])
  expect(server.roster.shifts).toHaveLength(2)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('who does not lead the queue reads the roster and finds nothing to change', async () => {
  server.roster = rosterOf({ canEdit: false })
  await open()
  expect(screen.getByText('值班表由负责人修改，您可以查看。')).toBeVisible()
  expect(shifts()).toHaveLength(1)
  for (const name of [/^改/, /^删掉/, '加一班', '保存值班表']) expect(screen.queryByRole('button', { name })).toBeNull()
})

test('a wide screen shows the week as a table', async () => {
  setWindowWidth(1280)
  await open()
  const table = within(screen.getByRole('table', { name: '一周的值班' }))
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toContain('周日')
  expect(table.getAllByRole('cell')[0]).toHaveTextContent('09:30到18:00')
  expect(table.getAllByRole('cell')[6]).toHaveTextContent('')
})
