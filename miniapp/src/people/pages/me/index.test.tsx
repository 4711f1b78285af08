import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mother, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import MePage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  servePeople(server)
  signIn()
})
afterEach(() => server.close())

const actForMother = () => useSession.getState().actFor({ id: mother.id, name: '阿妈' })

test('everything about oneself is one tap away', async () => {
  renderResident(<MePage />, server)
  const names = [/我的资料/, /我的家/, /请人代办/, /我替谁办/, /替我办过的事/, /输入纸上的码/]
  for (const name of names) expect(await screen.findByRole('link', { name })).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: /输入纸上的码/ }))
  expect(visited.at(-1)).toBe('navigateTo /people/pages/code/index')
})

test('a proxy finds what is the other person\u2019s, and not their grants', () => {
  actForMother()
  renderResident(<MePage />, server)
  expect(screen.getByRole('link', { name: /阿妈的资料/ })).toBeVisible()
  expect(screen.getByRole('link', { name: /阿妈的家/ })).toBeVisible()
  expect(screen.queryByRole('link', { name: /请人代办/ })).toBeNull()
  expect(screen.queryByRole('link', { name: /输入纸上的码/ })).toBeNull()
})

test('nobody signs out for somebody else: acting ends first', async () => {
  actForMother()
  renderResident(<MePage />, server)
  await userEvent.click(screen.getByRole('button', { name: '退出' }))
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退出' }))
  await expect.poll(() => useSession.getState().token).toBeNull()
  const ended = server.writes.find(({ path }) => path === '/api/session')
  expect(ended).toMatchObject({ method: 'DELETE', token: 'Bearer token', actingFor: undefined })
})

test('who is signed in changes with whose business it is', async () => {
  renderResident(<MePage />, server)
  expect(await screen.findByRole('heading', { name: '居民（示范一）' })).toBeVisible()
  act(() => actForMother())
  expect(await screen.findByRole('heading', { name: mother.name })).toBeVisible()
  expect(screen.queryByRole('heading', { name: '居民（示范一）' })).toBeNull()
})
