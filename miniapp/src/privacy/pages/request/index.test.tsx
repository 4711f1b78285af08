import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mother } from '../../../../test/components/people-answers'
import { type PrivacyState, requestOf, servePrivacy } from '../../../../test/components/privacy-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer, workItemId } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import RequestPage from './index'

let server: ResidentServer
let privacy: PrivacyState

beforeEach(async () => {
  server = await startResidentServer()
  privacy = servePrivacy(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<RequestPage />, server)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const write = async (words: string) => userEvent.type(await screen.findByRole('textbox'), words)

const fillIn = async () => {
  await choose(/^改/)
  await choose('名字')
  await write('第二个字写错了')
}

test('what is asked is shown once more, then it has a number and a day', async () => {
  open()
  await fillIn()
  await press('下一步')
  expect(screen.getByText('第二个字写错了')).toBeVisible()
  expect(server.writes).toEqual([])
  await press('发出去')
  expect(await screen.findByText('RS-20261128-0001')).toBeVisible()
  expect(screen.getByText('12月18日 星期五前')).toBeVisible()
  expect(server.writes.map(({ path, body }) => [path, body])).toEqual([
    ['/api/communities/raosai/correction-requests', { about: 'name', words: '第二个字写错了' }],
  ])
  await press('看这一件')
  expect(visited.at(-1)).toBe(`navigateTo /privacy/pages/asked/index?communityId=raosai&workItemId=${workItemId}`)
})

test('a deletion needs no words', async () => {
  open()
  await choose(/^删/)
  await choose('过去的预约')
  await press('下一步')
  await press('发出去')
  await screen.findByText('RS-20261128-0001')
  expect(server.writes[0]?.path).toBe('/api/communities/raosai/deletion-requests')
  expect(server.writes[0]?.body).toEqual({ about: 'bookings' })
})

test('what is missing is said where it is missing', async () => {
  open()
  await press('下一步')
  expect(screen.getByText('请选要改还是要删')).toBeVisible()
  await choose(/^改/)
  await press('下一步')
  expect(screen.getByText('请选一样')).toBeVisible()
  expect(screen.getByText('请写几句，应该改成什么')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a lost answer makes no second request', async () => {
  open()
  await fillIn()
  await press('下一步')
  server.network = 'unanswered'
  await press('发出去')
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  server.network = 'up'
  await press('发出去')
  expect(await screen.findByText('RS-20261128-0001')).toBeVisible()
  expect(privacy.requests).toHaveLength(1)
})

test('words that were not sent are there again, and can be begun anew', async () => {
  const first = open()
  await fillIn()
  first.unmount()
  open()
  expect(await screen.findByText('上次写到这里，还没发出去。')).toBeVisible()
  expect(screen.getByRole('textbox')).toHaveValue('第二个字写错了')
  await press('重新写')
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('what was asked before says how it stands and opens', async () => {
  privacy.requests = [requestOf({ kind: 'deletion', aboutName: '照片和录音', state: 'closed', outcome: 'rejected' })]
  open()
  const before = within(await screen.findByRole('list', { name: '提过的' }))
  expect(await before.findByText('没有办')).toBeVisible()
  await userEvent.click(before.getByRole('link', { name: /请删：照片和录音/ }))
  expect(visited.at(-1)).toBe(`navigateTo /privacy/pages/asked/index?communityId=raosai&workItemId=${workItemId}`)
})

test('the counter asks for the person', async () => {
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  open()
  expect(await screen.findByRole('heading', { name: '替阿妈请社区改、删' })).toBeVisible()
  await fillIn()
  await press('下一步')
  await press('发出去')
  await screen.findByText('RS-20261128-0001')
  expect(server.writes[0]?.actingFor).toBe(mother.id)
})
