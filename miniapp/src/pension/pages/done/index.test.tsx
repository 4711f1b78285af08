import { addDays } from '@little-bench/shared/kernel/time'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PensionState, servePension, today } from '../../../../test/components/pension-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import DonePage from './index'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }))

test('somebody says of themselves which day it was and how they know', async () => {
  renderResident(<DonePage />, server)
  await press('记下')
  expect(screen.getByText('请选一个。')).toBeVisible()
  expect(server.writes).toEqual([])
  expect(screen.queryByRole('radio', { name: '我在旁边，看着办的' })).toBeNull()
  await choose('昨天')
  await choose('我自己办的')
  await press('记下')
  expect(await screen.findByText('记下了。这一次不再提醒。')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ on: addDays(today(), -1), evidence: 'did_it_myself' })
})

test('a daughter cannot say that her mother did it herself; she says that she was there', async () => {
  renderResident(<DonePage />, server)
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  expect(await screen.findByRole('heading', { level: 1, name: '记下阿妈办好了' })).toBeVisible()
  expect(screen.queryByRole('radio', { name: '我自己办的' })).toBeNull()
  await choose('我在旁边，看着办的')
  await press('记下')
  await expect.poll(() => server.writes[0]?.actingFor).toBe(mother.id)
  expect(server.writes[0]?.body).toEqual({ on: today(), evidence: 'was_there' })
})

test('a day that has not come is said at the field, and nothing is sent', async () => {
  renderResident(<DonePage />, server)
  await choose('别的日子')
  await choose('App上写着办好了')
  await press('记下')
  expect(screen.getByText('请选哪一天。')).toBeVisible()
  fireEvent.change(screen.getByLabelText(/哪一天/), { target: { value: addDays(today(), 2) } })
  expect(screen.getByText('这一天还没到，请选今天或以前。')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a refusal is said in the words of the server and keeps what was chosen', async () => {
  pension.refusal = failure(422, 'evidence_not_yours', '这一项要本人，或者在场的人来记。请换一个说法。')
  renderResident(<DonePage />, server)
  await choose('我自己办的')
  await press('记下')
  expect(await screen.findByText('这一项要本人，或者在场的人来记。请换一个说法。')).toBeVisible()
  expect(screen.getByRole('radio', { name: '我自己办的' })).toBeChecked()
})
