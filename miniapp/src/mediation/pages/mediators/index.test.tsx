import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { committeeMember, type MediationState, serveMediation } from '../../../../test/components/mediation-answers'
import { renderDesk } from '../../../../test/components/render-desk'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import MediatorsPage from './index'

let server: ResidentServer
let state: MediationState

beforeEach(async () => {
  server = await startResidentServer()
  state = serveMediation(server)
})
afterEach(() => server.close())

const inDialog = () => within(screen.getByRole('dialog'))

test('a mediator goes on leave, and the account with which they work stays as it is', async () => {
  renderDesk(<MediatorsPage />, server, '', committeeMember)
  await userEvent.click(await screen.findByRole('button', { name: '改：调解员1（示范）' }))
  await userEvent.click(inDialog().getByRole('checkbox', { name: '请假，现在不接' }))
  await userEvent.click(inDialog().getByRole('button', { name: '存好' }))
  await expect
    .poll(() => server.writes[0]?.body)
    .toEqual({
      name: '调解员1（示范）',
      role: 'three_elders',
      languages: ['zh'],
      kinds: ['neighbours'],
      gridCellIds: [],
      isOnLeave: true,
      isActive: true,
    })
  expect(server.writes[0]?.path).toContain(state.mediators[0]?.id)
})

test('a new card says what is missing before it is sent', async () => {
  renderDesk(<MediatorsPage />, server, '', committeeMember)
  await userEvent.click(await screen.findByRole('button', { name: '加一位' }))
  await userEvent.click(inDialog().getByRole('button', { name: '存好' }))
  expect(inDialog().getByText('请写怎么称呼')).toBeVisible()
  expect(inDialog().getByText('请选身份')).toBeVisible()
  expect(inDialog().getByText('请点会说哪类事')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a card is given an account of those who mediate here, and says which have a card', async () => {
  const [free, taken] = ['0190b1c4-9999-7aaa-8bbb-000000000051', '0190b1c4-9999-7aaa-8bbb-000000000052']
  state.accounts = [
    { id: free, name: '调解员甲（示范）', hasCard: false },
    { id: taken, name: '调解员乙（示范）', hasCard: true },
  ]
  renderDesk(<MediatorsPage />, server, '', committeeMember)
  await userEvent.click(await screen.findByRole('button', { name: '改：调解员1（示范）' }))
  const own = await inDialog().findByRole('radio', { name: /没有账号/ })
  expect(own).toBeChecked()
  expect(inDialog().getByRole('radio', { name: /调解员乙.*已经在一张卡上/ })).toBeVisible()
  await userEvent.click(inDialog().getByRole('radio', { name: /调解员甲/ }))
  await userEvent.click(inDialog().getByRole('button', { name: '存好' }))
  await expect.poll(() => server.writes[0]?.body).toMatchObject({ personId: free })
})
