import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type OversightServer, startOversightServer } from '../../../../test/components/oversight-server'
import { renderDesk } from '../../../../test/components/render-desk'
import { useSession } from '../../../platform/session'
import FiguresPage from './index'

let server: OversightServer

beforeEach(async () => {
  // jsdom draws nothing, and says so aloud.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  server = await startOversightServer()
})
afterEach(() => server.close())

const open = async () => {
  renderDesk(<FiguresPage />, server, '?communityId=raosai')
  useSession.getState().end()
  await screen.findByText('2026年11月', { selector: '[aria-live]' })
}
const cards = () => within(screen.getByRole('list', { name: '这个月的五个数' })).getAllByRole('listitem')

test('anybody reads a rate with what is counted and what it is divided by', async () => {
  await open()
  const card = cards().find((each) => each.textContent?.includes('示范率resolved_in_time'))
  expect(card).toHaveTextContent('示范率resolved_in_time45%20件里有9件示范定义resolved_in_time')
})

test('the page says of which services the numbers are', async () => {
  await open()
  expect(screen.getByText(/只算「居民说事」/)).toBeVisible()
})

test('a rate of too few shows no number at all', async () => {
  await open()
  const [hidden] = cards()
  expect(hidden).toHaveTextContent('示范率accepted_in_time人数太少，不显示示范定义accepted_in_time')
  expect(hidden?.textContent).not.toMatch(/\d/)
  await userEvent.click(screen.getByRole('tab', { name: '示范率accepted_in_time' }))
  const table = within(screen.getByRole('table'))
  for (const cell of table.getAllByRole('cell')) expect(cell.textContent).not.toMatch(/\d/)
  expect(screen.getByRole('img', { name: /2026年11月人数太少，不显示/ }).getAttribute('aria-label')).not.toMatch(/%/)
})

test('who did not rate stands apart and is not counted as satisfied', async () => {
  await open()
  expect(cards().at(-1)).toHaveTextContent('没评价的7件没评价的不算满意，单独写在这里。')
})

test('the chart says in words what the table below it says', async () => {
  await open()
  const chart = screen.getByRole('img', { name: /^示范率resolved_in_time，近六个月：2026年6月70%/ })
  expect(chart).toHaveAccessibleName(/2026年11月45%$/)
  const rows = within(screen.getByRole('table')).getAllByRole('row')
  expect(rows.at(-1)).toHaveTextContent('2026年11月45%20件里有9件')
})

test('the month before is asked for, and nobody can go past this month', async () => {
  await open()
  expect(screen.getByRole('button', { name: '下个月' })).toHaveAttribute('aria-disabled', 'true')
  await userEvent.click(screen.getByRole('button', { name: '上个月' }))
  await vi.waitFor(() => expect(server.calls.at(-1)?.query.get('month')).toBe('2026-10'))
})
