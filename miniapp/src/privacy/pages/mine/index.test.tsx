import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchKeptFiles } from '../../../../test/components/kept-files'
import { mother } from '../../../../test/components/people-answers'
import { consentGiven, type PrivacyState, requestOf, servePrivacy } from '../../../../test/components/privacy-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import MyDataPage from './index'

let server: ResidentServer
let privacy: PrivacyState
/** The files that the browser was given. */
let files: ReturnType<typeof watchKeptFiles>

beforeEach(async () => {
  server = await startResidentServer()
  privacy = servePrivacy(server)
  signIn()
  files = watchKeptFiles()
})
afterEach(() => {
  server.close()
  vi.restoreAllMocks()
})

const open = () => renderResident(<MyDataPage />, server)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const cardOf = async (name: string) => {
  const items = within(await screen.findByRole('list', { name: '同意过什么' }))
  const card = (await items.findAllByRole('listitem')).find((item) => within(item).queryByText(name))
  if (!card) throw new Error(`no consent is called ${name}`)
  return within(card)
}

test('each consent says what it was given to and when, and what was not agreed to is not ticked', async () => {
  privacy.given.set('position', consentGiven())
  open()
  const position = await cardOf('位置')
  expect(position.getByText('同意了')).toBeVisible()
  expect(position.getByText('敏感信息')).toBeVisible()
  expect(position.getByText('11月20日 星期五同意的，看的是2026年11月28日的说明')).toBeVisible()
  expect((await cardOf('微信提醒')).getByText('没同意')).toBeVisible()
})

test('a consent is taken back with one tap, as it is given', async () => {
  privacy.given.set('position', consentGiven())
  open()
  await press('收回：位置')
  expect(await screen.findByText('收回了。')).toBeVisible()
  expect(server.writes.map(({ path, key }) => [path, key !== undefined])).toEqual([
    ['/api/my/consents/position/withdrawal', true],
  ])
  await press('同意：位置')
  expect(await screen.findByText('记下了。')).toBeVisible()
  expect(await screen.findByRole('button', { name: '收回：位置' })).toBeVisible()
})

test('words that have changed meanwhile are shown before anybody agrees to them', async () => {
  open()
  await screen.findByRole('button', { name: '同意：位置' })
  privacy.version = '2027-01-01'
  await press('同意：位置')
  expect(await screen.findByText('说明刚刚改过，请看新的再决定。')).toBeVisible()
  expect(privacy.given.has('position')).toBe(false)
  await press('同意：位置')
  expect(await screen.findByText('记下了。')).toBeVisible()
  expect(privacy.given.get('position')?.version).toBe('2027-01-01')
})

test('an older wording is said to be old, and can be agreed to anew or taken back', async () => {
  privacy.given.set('position', consentGiven('2026-01-05'))
  open()
  const position = await cardOf('位置')
  expect(position.getByText(/说明后来改过，现在是2026年11月28日的/)).toBeVisible()
  expect(position.getByRole('button', { name: '同意：位置' })).toBeVisible()
  expect(position.getByRole('button', { name: '收回：位置' })).toBeVisible()
})

test('what was agreed to with something written down is taken back where it stands', async () => {
  privacy.given.set('facts', consentGiven())
  open()
  await press('去看，去收回：我的资料')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/facts/index')
})

test('the account is given up on the page that closes it', async () => {
  open()
  await press('去注销账号')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/close-account/index')
})

test('one’s data is a file whose name does not say whose it is', async () => {
  open()
  await press('能打印的（PDF）')
  expect(await screen.findByText(/整理好了/)).toBeVisible()
  await press('给别的软件（JSON）')
  await expect.poll(() => files).toHaveLength(2)
  expect(files[0]?.name).toMatch(/^my-data-\d{4}-\d\d-\d\d\.pdf$/)
  expect(files[1]?.name).toMatch(/\.json$/)
})

test('a file that does not come says why', async () => {
  privacy.refusal = failure(429, 'too_many_requests', '请过一会儿再试。')
  open()
  await press('能打印的（PDF）')
  expect(await screen.findByText('请过一会儿再试。')).toBeVisible()
  expect(files).toEqual([])
})

test('open requests are counted at the way to them', async () => {
  privacy.requests = [requestOf(), requestOf({ id: '0190b1c4-8888-7aaa-8bbb-000000000002', state: 'closed' })]
  open()
  expect(await screen.findByText('有1件在办')).toBeVisible()
})

test('the counter does it for the person, and neither children nor cases nor the account are offered', async () => {
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  open()
  expect(screen.getByRole('heading', { name: '阿妈的数据' })).toBeVisible()
  await press('同意：位置')
  expect(await screen.findByText('记下了。')).toBeVisible()
  expect(server.writes.at(-1)?.actingFor).toBe(mother.id)
  expect(screen.queryByRole('link', { name: /孩子的资料/ })).toBeNull()
  expect(screen.queryByRole('button', { name: '去注销账号' })).toBeNull()
})

test('a file that was made for one person is not spoken of on the page of another', async () => {
  open()
  await press('能打印的（PDF）')
  await screen.findByText(/整理好了/)
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  expect(screen.queryByText(/整理好了/)).toBeNull()
})

test('without a network the page says so and can be tried again', async () => {
  server.isUnreachable = true
  open()
  expect((await screen.findAllByText('连不上网络，刚才没有办成。'))[0]).toBeVisible()
  server.isUnreachable = false
  await press('再试一次')
  expect(await screen.findByRole('button', { name: '同意：位置' })).toBeVisible()
})
