import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchKeptFiles } from '../../../../test/components/kept-files'
import { communityWorker, gridWorker } from '../../../../test/components/oversight-examples'
import { type OversightServer, startOversightServer } from '../../../../test/components/oversight-server'
import { renderDesk } from '../../../../test/components/render-desk'
import LedgerPage from './index'

let server: OversightServer
let kept: ReturnType<typeof watchKeptFiles>

beforeEach(async () => {
  server = await startOversightServer()
  kept = watchKeptFiles()
})
afterEach(() => server.close())

const open = (person = communityWorker) => renderDesk(<LedgerPage />, server, '?communityId=raosai', person)
const day = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const exported = () => server.calls.filter(({ path }) => path.endsWith('/ledger'))

test('the ledger of some days is fetched as the signed-in person and kept under a name that says the days', async () => {
  open()
  day('从哪天', '2026-11-01')
  day('到哪天', '2026-11-23')
  await userEvent.click(screen.getByRole('radio', { name: '纯文本（csv）' }))
  await userEvent.click(screen.getByRole('button', { name: '导出' }))
  expect(await screen.findByText('导出好了：11月1日 星期日到11月23日 星期一。')).toBeVisible()
  expect(exported()[0]?.token).toBe('Bearer token')
  expect(exported()[0]?.query.toString()).toBe('from=2026-11-01&to=2026-11-23&format=csv')
  await waitFor(() => expect(kept).toEqual([{ name: 'ledger-raosai-2026-11-01-2026-11-23.csv', words: '编号,类别\n' }]))
})

test('days in the wrong order, or too many, are not asked for', async () => {
  open()
  day('从哪天', '2026-11-23')
  day('到哪天', '2026-11-01')
  expect(screen.getByText('结束的那天早于开始的那天，请改一改。')).toBeVisible()
  day('从哪天', '2025-01-01')
  expect(screen.getByText('一次最多366天，请分几次导出。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '导出' }))
  expect(exported()).toEqual([])
})

test('a refusal is said in words and nothing is kept', async () => {
  open()
  day('从哪天', '2026-01-01')
  day('到哪天', '2026-11-01')
  await userEvent.click(screen.getByRole('button', { name: '导出' }))
  expect(await screen.findByText('日期范围太长。')).toBeVisible()
  expect(kept).toEqual([])
})

test('who may not export is told so', () => {
  open(gridWorker)
  expect(screen.getByText('台账由社区和街道的工作人员导出')).toBeVisible()
  expect(screen.queryByRole('button', { name: '导出' })).toBeNull()
})
