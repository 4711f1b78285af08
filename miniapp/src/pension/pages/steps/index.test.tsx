import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { servePension } from '../../../../test/components/pension-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import StepsPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  servePension(server)
  signIn()
})
afterEach(() => server.close())

test('the steps are numbered, and the official name can be copied and its page opened', async () => {
  const opened = vi.spyOn(globalThis, 'open').mockReturnValue(null)
  renderResident(<StepsPage />, server)
  const steps = within(await screen.findByRole('list', { name: '步骤' })).getAllByRole('listitem')
  expect(steps[0]).toHaveTextContent('第1步在应用商店里找「老来」')
  expect(steps).toHaveLength(4)
  await userEvent.click(screen.getByRole('button', { name: '复制名字' }))
  expect(visited.at(-1)).toBe('copy 老来')
  await userEvent.click(screen.getByRole('button', { name: '打开官方网页' }))
  expect(opened).toHaveBeenCalledWith('https://example.org/laolai', '_blank', 'noopener,noreferrer')
})

test('another official way has its own steps; where none can be opened its name is what to look for', async () => {
  renderResident(<StepsPage />, server)
  await userEvent.click(await screen.findByRole('radio', { name: '电子社保卡' }))
  expect(within(screen.getByRole('list', { name: '步骤' })).getAllByRole('listitem')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: '打开官方网页' })).toBeNull()
})
