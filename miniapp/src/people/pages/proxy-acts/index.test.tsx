import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actOf, grantOf, mother, type PeopleState, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import ProxyActsPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<ProxyActsPage />, server)
const SESSION = '0190b1c4-5555-7aaa-8bbb-000000000001'
const assist = { sessionId: SESSION, reason: 'counter', endsAt: '2999-01-01T02:00:00.000Z', endedAt: null } as const

test('with nothing done yet the page says what will be here', async () => {
  open()
  expect(await screen.findByText('这里放别人替您办的事')).toBeVisible()
  await userEvent.click(screen.getByRole('tab', { name: '我替别人办的' }))
  expect(await screen.findByText('这里放您替别人办的事')).toBeVisible()
})

test('each act says who, what and about what, and opens the item', async () => {
  people.acts = [actOf(1, {})]
  open()
  expect(await screen.findByText(`${mother.name}说了一件事`)).toBeVisible()
  expect(screen.getByText('RS-20261123-0001 · 灯不亮')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '看这件事 灯不亮' }))
  expect(visited.at(-1)).toBe(`navigateTo /issues/pages/detail/index?communityId=raosai&id=${issueId}`)
})

test('what staff wrote for somebody says that it was staff', async () => {
  people.acts = [actOf(1, { actorName: '社区工作人员（示范）', isByStaff: true })]
  open()
  expect(await screen.findByText('工作人员替您说了一件事 · 社区工作人员（示范）')).toBeVisible()
})

const forMother = { isYou: true, principalId: mother.id, principalName: mother.name }

test('what one did for others says for whom, and opens in their business under the name that one calls them', async () => {
  people.received = [grantOf(1, { callName: '阿妈' })]
  people.acts = [actOf(1, forMother)]
  open()
  await userEvent.click(screen.getByRole('tab', { name: '我替别人办的' }))
  expect(await screen.findByText(`您替${mother.name}说了一件事`)).toBeVisible()
  await userEvent.click(await screen.findByRole('button', { name: '替阿妈看这件事 灯不亮' }))
  expect(useSession.getState().actingFor).toEqual({ id: mother.id, name: '阿妈' })
  expect(visited.at(-1)).toBe(`reLaunch /issues/pages/detail/index?communityId=raosai&id=${issueId}`)
})

test('an act whose item one may no longer know opens nothing', async () => {
  people.acts = [actOf(1, { ...forMother, item: null })]
  open()
  await userEvent.click(screen.getByRole('tab', { name: '我替别人办的' }))
  expect(await screen.findByText(`您替${mother.name}说了一件事`)).toBeVisible()
  expect(screen.queryByRole('button', { name: /看这件事/ })).toBeNull()
})

test('help at the counter that is still open can be ended by the person who is helped', async () => {
  people.acts = [actOf(1, { actorName: '社区工作人员（示范）', isByStaff: true, item: null, assist })]
  open()
  expect(await screen.findByText('社区工作人员（示范）在柜台帮您办')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '现在就结束' }))
  expect(await screen.findByText('已经结束')).toBeVisible()
  expect(server.writes[0]?.path).toBe(`/api/assist-sessions/${SESSION}/end`)
})
