import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseOf, type MediationState, mediatorOf, serveMediation } from '../../../../test/components/mediation-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import RequestPage from './index'

let server: ResidentServer
let state: MediationState

beforeEach(async () => {
  server = await startResidentServer()
  state = serveMediation(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: string | RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const tick = async (name: string | RegExp) => userEvent.click(await screen.findByRole('checkbox', { name }))
const write = async (name: string, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: new RegExp(`^${name}`) }), words)

const beginSafely = async () => {
  renderResident(<RequestPage />, server)
  await choose(/^没有/)
  await press('下一步')
}

const writeAbout = async () => {
  await choose('邻里')
  await write('怎么回事', '水管漏到我家')
  await press('下一步')
}

test('the question about danger comes first and has no answer beforehand', async () => {
  renderResident(<RequestPage />, server)
  await press('下一步')
  expect(await screen.findByText('请先选一个')).toBeVisible()
  expect(screen.getByText('不要钱。')).toBeVisible()
  expect(screen.queryByText('哪一类')).toBeNull()
})

test('somebody in danger gets telephones and a person who calls, and no case is made', async () => {
  renderResident(<RequestPage />, server)
  await choose(/有，或者说不准/)
  await press('下一步')
  expect(await screen.findByText('110')).toBeVisible()
  expect(screen.queryByText('哪一类')).toBeNull()
  await write('打哪个电话', '0891 0000 123')
  await press('请社区的人打电话给我')
  expect(await screen.findByText('知道了，会有人打给您')).toBeVisible()
  expect(server.writes.map(({ path, body }) => [path, body])).toEqual([
    ['/api/communities/raosai/help-calls', { phone: '08910000123' }],
  ])
  await press('快速离开这一页')
  expect(visited.at(-1)).toBe('reLaunch /home/pages/index/index')
})

test('nobody asks for somebody else: while acting the page says so and nothing is asked', async () => {
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  renderResident(<RequestPage />, server)
  expect(await screen.findByText('这件事要本人来')).toBeVisible()
  expect(server.calls.some(({ path }) => path.includes('mediat'))).toBe(false)
})

test('the preview shows what the other side will read, and nothing that is not ticked', async () => {
  await beginSafely()
  await writeAbout()
  const preview = () => within(screen.getByText('对方会看到').parentElement?.parentElement ?? globalThis.document.body)
  expect(preview().getByText('没有写是谁。')).toBeVisible()
  expect(preview().queryByText(/水管漏到我家/)).toBeNull()
  await tick('让对方看到我的姓名')
  await tick('让对方看到我刚才写的话')
  await write('想对对方说的话', '坐下说说')
  expect(preview().getByText('请您的人：居民（示范一）')).toBeVisible()
  expect(preview().getByText('经过：水管漏到我家')).toBeVisible()
  expect(preview().getByText('想对您说：坐下说说')).toBeVisible()
})

test('words that staff brought over stand there, and complete that case instead of making another', async () => {
  const fromWorkItemId = '0190b1c4-9999-7aaa-8bbb-000000000055'
  state.found = caseOf({ fromWorkItemId, respondentName: null, statement: '只说夜里的声音' })
  renderResident(<RequestPage />, server, `?fromWorkItemId=${fromWorkItemId}`)
  await choose(/^没有/)
  await press('下一步')
  expect(await screen.findByText(/您同意带过来的话/)).toBeVisible()
  expect(screen.getByRole('textbox', { name: /^怎么回事/ })).toHaveValue('只说夜里的声音')
  await choose('邻里')
  await press('下一步')
  await press('下一步')
  await press('请调委会推荐')
  await write('对方姓名', '邻居（示范）')
  await press('下一步')
  await press('送给调委会')
  expect(await screen.findByText('编号RS-20261128-0007')).toBeVisible()
  expect(server.writes[0]?.body).toMatchObject({ fromWorkItemId, statement: '只说夜里的声音' })
})

test('what was said already is not asked again', async () => {
  const fromWorkItemId = '0190b1c4-9999-7aaa-8bbb-000000000055'
  state.found = caseOf({ fromWorkItemId })
  renderResident(<RequestPage />, server, `?fromWorkItemId=${fromWorkItemId}`)
  await choose(/^没有/)
  await press('下一步')
  expect(await screen.findByText('这件事您已经答复了')).toBeVisible()
})

test('at most five are ticked, and whoever is on leave says so and cannot be', async () => {
  state.mediators = [...state.mediators, mediatorOf(7, { isOnLeave: true })]
  await beginSafely()
  await writeAbout()
  await press('下一步')
  await screen.findByText('还没有点')
  expect(screen.getByText('请假了，现在不接')).toBeVisible()
  expect(screen.queryByRole('checkbox', { name: /调解员7/ })).toBeNull()
  for (const number of [1, 2, 3, 4, 5]) await tick(new RegExp(`调解员${number}`))
  expect(await screen.findByText(/已经点了五位/)).toBeVisible()
  await tick(/调解员6/)
  expect(screen.getByRole('checkbox', { name: /调解员6/ })).not.toBeChecked()
})

test('with nobody ticked the committee recommends; the summary goes out as it reads and the draft is gone', async () => {
  await beginSafely()
  await writeAbout()
  await tick('让对方看到我的姓名')
  await press('下一步')
  await press('请调委会推荐')
  await press('下一步')
  expect(await screen.findByText('请写对方怎么称呼')).toBeVisible()
  await write('对方姓名', '邻居（示范）')
  await press('下一步')
  expect(await screen.findByText('请调委会推荐')).toBeVisible()
  expect(server.writes).toEqual([])
  expect(Object.keys(globalThis.localStorage).some((key) => key.includes('mediation'))).toBe(true)
  await press('送给调委会')
  expect(await screen.findByText('编号RS-20261128-0007')).toBeVisible()
  expect(screen.getByText('对方有14天答复，答应不答应都自愿。')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({
    disputeKind: 'neighbours',
    statement: '水管漏到我家',
    disclosure: { name: true, statement: false },
    trustedMediatorIds: [],
    respondent: { name: '邻居（示范）' },
    needsInterpreter: false,
    isSafe: true,
  })
  expect(Object.keys(globalThis.localStorage).some((key) => key.includes('mediation'))).toBe(false)
})
