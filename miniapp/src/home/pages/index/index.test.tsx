import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveMediation } from '../../../../test/components/mediation-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useDisplaySettings } from '../../../platform/display-settings'
import { useSession } from '../../../platform/session'
import HomePage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  // The mother has said nothing yet.
  server.more = ({ path, actingFor }) =>
    path === '/api/my/items' && actingFor ? [200, { items: [], nextCursor: null }] : undefined
  signIn()
})
afterEach(() => server.close())

const actForMother = () => act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))

test('while acting the first page is the other person\u2019s: items and tiles, and greets nobody', async () => {
  actForMother()
  renderResident(<HomePage />, server)
  expect(await screen.findByText('阿妈说过的事都在这里。点「说一件事」开始。')).toBeVisible()
  expect(screen.getByRole('link', { name: /阿妈说的事/ })).toBeVisible()
  expect(screen.queryByText(/您好/)).toBeNull()
  expect(screen.queryByRole('link', { name: /消息/ })).toBeNull()
  expect(server.calls.some(({ path }) => path === '/api/my/inbox')).toBe(false)
})

test('items of one person never stay under the name of another, both ways', async () => {
  renderResident(<HomePage />, server)
  expect(await screen.findByText('RS-20261123-0001', { exact: false })).toBeVisible()
  actForMother()
  await expect.poll(() => screen.queryByText('RS-20261123-0001', { exact: false })).toBeNull()
  expect(await screen.findByText('阿妈说过的事都在这里。点「说一件事」开始。')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '不办了，不再替阿妈办' }))
  expect(await screen.findByText('RS-20261123-0001', { exact: false })).toBeVisible()
  expect(screen.getByText('居民（示范一），您好')).toBeVisible()
})

test('the courtyard on this phone is one\u2019s own: nothing asks a proxy to choose it', async () => {
  actForMother()
  renderResident(<HomePage />, server)
  await screen.findByText('阿妈的事项')
  expect(screen.queryByRole('button', { name: '选我的院落' })).toBeNull()
})

test('a right that ended while one acts is said on the page, also in 长辈版', async () => {
  server.more = ({ actingFor }) =>
    actingFor ? failure(403, 'proxy_grant_missing', '您现在没有对方的授权。') : undefined
  useDisplaySettings.getState().setElderMode(true)
  actForMother()
  renderResident(<HomePage />, server)
  expect(await screen.findByText('阿妈的授权停了，刚才没有办成')).toBeVisible()
})

test('where people mediate the tile says what it costs, and while acting that nobody can do it for somebody else', async () => {
  serveMediation(server)
  renderResident(<HomePage />, server)
  expect(await screen.findByRole('link', { name: /请人调解.*不要钱，两边自愿/ })).toBeVisible()
  actForMother()
  expect(await screen.findByRole('link', { name: /请人调解.*这件事要本人来/ })).toBeVisible()
})
