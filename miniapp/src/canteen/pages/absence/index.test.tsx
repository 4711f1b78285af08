import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CanteenState, serveCanteen } from '../../../../test/components/canteen-answers'
import { communityStaff } from '../../../../test/components/counter-examples'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import AbsencePage from './index'

let server: ResidentServer
let canteen: CanteenState

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('it is off, nothing is ticked beforehand, and without the consent nothing is sent', async () => {
  signIn()
  renderResident(<AbsencePage />, server)
  expect(await screen.findByText('现在没有开')).toBeVisible()
  expect(screen.getByRole('checkbox')).not.toBeChecked()
  await userEvent.click(screen.getByRole('radio', { name: /^家里人/ }))
  await press('同意，请人来问')
  expect(await screen.findByText('要同意才能开。不同意也照样能订餐。')).toBeVisible()
  expect(server.writes).toHaveLength(0)
})

test('agreed to it is on, and off again with one tap', async () => {
  signIn()
  renderResident(<AbsencePage />, server)
  await userEvent.click(await screen.findByRole('radio', { name: /^网格员/ }))
  await userEvent.click(screen.getByRole('checkbox'))
  await press('同意，请人来问')
  expect(await screen.findByText('会问您好不好的是：网格员。')).toBeVisible()
  await press('关掉')
  expect(await screen.findByText('现在没有开')).toBeVisible()
  expect(canteen.absence.isOn).toBe(false)
})

test('family do not agree for somebody; staff beside them can', async () => {
  signIn()
  act(() => useSession.getState().actFor(mother))
  const { unmount } = renderResident(<AbsencePage />, server)
  expect(await screen.findByText(/只能本人定/)).toBeVisible()
  unmount()
  useSession.getState().begin('token', communityStaff)
  act(() => useSession.getState().actFor(mother))
  renderResident(<AbsencePage />, server)
  expect(await screen.findByText('现在没有开')).toBeVisible()
})
