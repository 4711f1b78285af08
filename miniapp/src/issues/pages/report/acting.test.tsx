import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import ReportPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
  actFor({ id: mother.id, name: '阿妈' })
})
afterEach(() => server.close())

const actFor = (person: { id: string; name: string } | null) => act(() => useSession.getState().actFor(person))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const open = () => renderResident(<ReportPage />, server)

const fillIn = async () => {
  await choose(/灯不亮/)
  await press('下一步')
  await userEvent.type(screen.getByRole('textbox', { name: /发生了什么/ }), '阿妈家门口的灯不亮。')
  await choose(/东孜苏3巷7号/)
  await press('下一步')
}

test('the summary says whose business it is, and the report goes out for them', async () => {
  open()
  await fillIn()
  expect(screen.getByText('谁的事')).toBeVisible()
  expect(screen.getByText('阿妈')).toBeVisible()
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(server.writes[0]).toMatchObject({ actingFor: mother.id })
  expect(screen.getByText(/阿妈会收到消息/)).toBeVisible()
})

test('a report begun for one\u2019s mother is never sent as one\u2019s own', async () => {
  open()
  await fillIn()
  actFor(null)
  expect(screen.queryByText('阿妈家门口的灯不亮。')).toBeNull()
  expect(await screen.findByRole('radio', { name: /灯不亮/ })).toBeVisible()
  expect(server.writes).toEqual([])
  actFor({ id: mother.id, name: '阿妈' })
  expect(await screen.findByText('阿妈家门口的灯不亮。')).toBeVisible()
})

test('a right that ended while one wrote is not tried again: the main thing left is to stop', async () => {
  open()
  await fillIn()
  server.more = ({ actingFor }) =>
    actingFor ? failure(403, 'proxy_grant_missing', '您现在没有对方的授权。') : undefined
  await press('发出去')
  expect(await screen.findByText('您现在没有对方的授权。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '再发一次' })).toBeNull()
  await userEvent.click(within(screen.getByRole('contentinfo')).getByRole('button', { name: '不替阿妈办了' }))
  expect(useSession.getState().actingFor).toBeNull()
})

test('what only the person says says so before anything is written, with whom to call', async () => {
  open()
  await choose(/家庭的事.*只能本人说/)
  expect(screen.getByText('请阿妈自己打电话，或者到社区柜台说。您不用写。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '下一步' })).toBeNull()
  await press('打 0891-0000-101')
  expect(visited.at(-1)).toBe('call 0891-0000-101')
})

test('in one\u2019s own business the same category is open', async () => {
  actFor(null)
  open()
  await choose(/^家庭的事$/)
  await press('下一步')
  expect(screen.getByRole('textbox', { name: /发生了什么/ })).toBeVisible()
})
