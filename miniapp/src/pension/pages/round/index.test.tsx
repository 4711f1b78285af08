import { addDays } from '@little-bench/shared/kernel/time'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  keptOnPhone,
  type PensionState,
  roundOf,
  roundVisitOf,
  servePension,
  today,
  visitIdOf,
  visitor,
} from '../../../../test/components/pension-answers'
import { renderResident } from '../../../../test/components/render-resident'
import {
  failure,
  type ResidentServer,
  resident,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { setOnline } from '../../../platform/network-state'
import { useSession } from '../../../platform/session'
import { readStored } from '../../../platform/storage'
import { sendWrites, useWaitingWrites, watchWrites } from '../../../platform/waiting-writes'
import { readKeptRound } from '../../kept-round'
import { OUTCOME, sendOutcome, useAnsweredVisits } from '../../outcome-sender'
import RoundPage from './index'

let server: ResidentServer
let pension: PensionState

watchWrites({ [OUTCOME]: sendOutcome })

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  pension.rounds = [roundOf([roundVisitOf(1), roundVisitOf(2, { placeName: '小广场（示范）' })])]
  useAnsweredVisits.setState(useAnsweredVisits.getInitialState())
  useSession.getState().begin('token', visitor)
})
afterEach(() => server.close())

const open = () => renderResident(<RoundPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const line = async (name: string) => within((await screen.findByText(name)).closest('[role=listitem]') as HTMLElement)
const outcomes = () => server.writes.filter(({ path }) => path.endsWith('/outcome'))
const waiting = () => useWaitingWrites.getState().writes

test('by courtyard: who, at which door, what to know, and the code to say', async () => {
  open()
  const first = await line('老人（示范1）')
  expect(first.getByText('上午9:30到上午10:30')).toBeVisible()
  expect(first.getByText('门牌：1单元301')).toBeVisible()
  expect(first.getByText('为什么上门：走不动')).toBeVisible()
  expect(first.getByText('482 913')).toBeVisible()
  expect(screen.getByRole('list', { name: '小广场（示范）' })).toBeVisible()
  expect(screen.getByText('去2家，记了0家，还有2家')).toBeVisible()
})

test('nobody is sent to a door where it is done already, on the page or on paper', async () => {
  pension.rounds = [roundOf([roundVisitOf(1, { state: 'cancelled', code: null }), roundVisitOf(2)])]
  open()
  const gone = await line('老人（示范1）')
  expect(gone.getByText('取消了')).toBeVisible()
  expect(gone.queryAllByRole('button')).toEqual([])
  expect(screen.getByText('去1家，记了0家，还有1家')).toBeVisible()
  await press('打印单子')
  expect(screen.getAllByText(/老人（示范1）/)).toHaveLength(1)
})

test('an outcome is looked at once before it goes out, and goes out once with its time', async () => {
  open()
  await press('办好了：老人（示范1）')
  expect(outcomes()).toEqual([])
  await press('记下')
  expect(await screen.findByText('记下了：老人（示范1），办好了')).toBeVisible()
  await expect.poll(() => outcomes().length).toBe(1)
  expect(outcomes()[0]?.body).toMatchObject({ outcome: 'done' })
  expect(outcomes()[0]?.body.at).toMatch(/^20/)
  expect(await screen.findByText('去2家，记了1家，还有1家')).toBeVisible()
  await expect.poll(() => waiting()).toEqual([])
})

test('without a network it waits, can be taken back, and goes out once when the network is back', async () => {
  open()
  await screen.findByText('老人（示范1）')
  server.isUnreachable = true
  act(() => setOnline(false))
  await press('办好了：老人（示范1）')
  await press('记下')
  await press('没人在家：老人（示范2）')
  await press('记下')
  expect(await screen.findByText('2件等着发，有网就发')).toBeVisible()
  expect(screen.getByText('办好了 · 等着发')).toBeVisible()
  await press('点错了：老人（示范2）')
  expect(await screen.findByText('1件等着发，有网就发')).toBeVisible()
  const tappedAt = waiting().map(({ at }) => at)

  server.isUnreachable = false
  server.writes.length = 0
  act(() => setOnline(true))
  await act(() => sendWrites())
  await expect.poll(() => outcomes().length).toBe(1)
  expect(outcomes().map(({ body }) => body.at)).toEqual(tappedAt)
  await waitFor(() => expect(screen.queryByText(/等着发/)).toBeNull())
})

test('when another telephone was first, both words stand there until somebody has read them', async () => {
  pension.saidBefore[visitIdOf(1)] = {
    outcome: 'not_at_home',
    at: '2026-11-28T02:00:00.000Z',
    byName: '网格员（示范一）',
    isYours: false,
    note: null,
  }
  open()
  await press('办好了：老人（示范1）')
  await press('记下')
  expect(await screen.findByText(/^另一台手机先记了：没人在家（网格员（示范一），上午10:00）。$/)).toBeVisible()
  expect(screen.getByText('算先记的。您记的「办好了」也留着，社区看得到。')).toBeVisible()
  await press('知道了：老人（示范1）')
  expect(await screen.findByText(/办好了。没有算，留着看。/)).toBeVisible()
  expect(waiting()).toEqual([])
})

test('the page opens again without a network with the round of today, but not why somebody is visited', async () => {
  const { unmount } = open()
  await screen.findByText('老人（示范1）')
  unmount()
  server.isUnreachable = true
  open()
  expect(await screen.findByText('门牌：1单元301')).toBeVisible()
  expect(screen.queryByText(/走不动/)).toBeNull()
  expect(keptOnPhone()).not.toContain('limited_mobility')
})

test('tomorrow, and for anybody else, nothing of the round is left on the phone', async () => {
  open()
  await screen.findByText('老人（示范1）')
  expect(readKeptRound(today())).toBeDefined()
  expect(readKeptRound(addDays(today(), 1), new Date(Date.now() + 86_400_000))).toBeUndefined()
  expect(readStored('visit-round', (found) => found)).toBeUndefined()
})

test('what the server does not take is said in its words', async () => {
  open()
  await screen.findByText('老人（示范1）')
  pension.refusal = failure(409, 'visit_changed', '这次上门刚才有变化。')
  await press('不愿意：老人（示范1）')
  await press('记下')
  expect(await screen.findByText('老人（示范1）没有记上：这次上门刚才有变化。')).toBeVisible()
  expect(screen.getByText('去2家，记了0家，还有2家')).toBeVisible()
})

test('a locked card says not to go there, and shows no code', async () => {
  pension.rounds = [roundOf([roundVisitOf(1, { code: null, isLocked: true })])]
  open()
  expect(await screen.findByText('门口有人说错码，卡停了。先不要去，打社区电话。')).toBeVisible()
  expect(screen.queryByText('482 913')).toBeNull()
})

test('before the day nothing can be written down', async () => {
  open()
  await screen.findByText('老人（示范1）')
  pension.rounds = [
    roundOf([roundVisitOf(1, { door: null, phone: null, reasons: null, code: null })], { on: addDays(today(), 1) }),
  ]
  await userEvent.click(screen.getAllByRole('radio')[1] as HTMLElement)
  expect(await screen.findByText('门牌、电话和要说的码，到那天才看得到。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '办好了：老人（示范1）' })).toBeNull()
})

test('the round is printed without the reasons', async () => {
  open()
  await press('打印单子')
  const paper = await screen.findByRole('group', { name: '上门的单子' })
  expect(paper).toHaveTextContent('□ 老人（示范1） 上午9:30到上午10:30 1单元301 13800000001 码482913')
  expect(paper).not.toHaveTextContent('走不动')
})

test('a resident sees no round', () => {
  useSession.getState().begin('token', resident)
  open()
  expect(screen.getByText('这里给做这项工作的人用')).toBeVisible()
  expect(server.calls.some(({ path }) => path.endsWith('/visit-rounds'))).toBe(false)
})
