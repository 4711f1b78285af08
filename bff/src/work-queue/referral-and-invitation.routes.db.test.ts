import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { kindsOf, noticesOf } from '../../test/desk.ts'
import {
  addressOfItem,
  itemFor,
  itemIn,
  make,
  personIdOf,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import type { Neighbourhood } from '../../test/situations.ts'

let server: TestServer
let people: Neighbourhood
let power: Client

beforeAll(async () => {
  server = await startTestServer()
  const department = (unitId: string) => server.signIn(personIdOf(server, 'department_staff', { unitId }))
  people = { ...(await signInRaosai(server)), department: await department('municipal-works') }
  power = await department('power-supply')
})
afterAll(() => server.stop())

type View = 'open' | 'mine' | 'referred_here' | 'following'
const idsIn = async (client: Client, queueId: string, view: View) =>
  (await client.call('listQueueItems', { params: { queueId }, query: { view, limit: 50 } })).items.map(({ id }) => id)
const statusFor = async (client: Client, receipt: Receipt) =>
  (await client.attempt('getWorkItem', { params: addressOfItem(receipt) })).status

const WHY = '井下管道归市政。'
const referred = async (): Promise<Receipt> => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'refer', { queueId: 'municipal-works', note: WHY })
  return receipt
}

test('a referred item stays with whoever had it until the other unit accepts it', async () => {
  const receipt = await referred()
  const item = await itemFor(people.worker, receipt)
  expect(item).toMatchObject({
    state: 'accepted',
    queue: { id: 'raosai-grid-1' },
    assignee: { isYou: true },
    referredTo: { id: 'municipal-works' },
  })
  expect(await idsIn(people.worker, 'raosai-grid-1', 'mine')).toContain(receipt.workItemId)
  expect(await idsIn(people.department, 'municipal-works', 'referred_here')).toContain(receipt.workItemId)
  expect(await idsIn(people.department, 'municipal-works', 'open')).not.toContain(receipt.workItemId)
  expect(await noticesOf(server, people.department, receipt)).toEqual(['staff_referred'])
  const { items } = await people.department.call('listMyQueues')
  expect(items.find(({ id }) => id === 'municipal-works')?.referredHere).toBeGreaterThan(0)
})

test('whoever accepts a referral has it, and the unit that sent it follows what becomes of it', async () => {
  const receipt = await referred()
  await make(people.department, receipt, 'accept_referral')
  expect(await itemFor(people.department, receipt)).toMatchObject({
    state: 'accepted',
    queue: { id: 'municipal-works' },
    assignee: { isYou: true },
    referredTo: null,
    participants: [{ id: 'raosai-grid-1' }],
  })
  expect(await idsIn(people.worker, 'raosai-grid-1', 'following')).toContain(receipt.workItemId)
  expect(await idsIn(people.worker, 'raosai-grid-1', 'open')).not.toContain(receipt.workItemId)
  const seen = await itemFor(people.worker, receipt)
  expect([seen.allowedMoves, seen.canNote, seen.canReply]).toEqual([[], true, false])
  expect(await noticesOf(server, people.resident, receipt)).toContain('moved_queue')
})

test('a refused referral comes back with the reason, which the resident does not read', async () => {
  const receipt = await referred()
  await make(people.department, receipt, 'refuse_referral', { note: '不是市政管的井。' })
  const item = await itemFor(people.worker, receipt)
  expect(item).toMatchObject({ state: 'accepted', assignee: { isYou: true }, referredTo: null })
  expect(item.timeline.at(-1)).toMatchObject({
    kind: 'referral_refused',
    message: '不是市政管的井。',
    messageFor: 'staff',
  })
  expect(await noticesOf(server, people.worker, receipt)).toContain('staff_referral_refused')
  const seen = await itemFor(people.resident, receipt)
  expect(kindsOf(seen)).not.toContain('referral_refused')
  expect(JSON.stringify(seen)).not.toContain('不是市政管的井。')
  expect(await statusFor(people.department, receipt)).toBe(404)
})

test('the sender may take the question back, and may ask another unit then', async () => {
  const receipt = await referred()
  await make(people.worker, receipt, 'refuse_referral', { note: '弄清楚了，还是我们办。' })
  expect(await statusFor(people.department, receipt)).toBe(404)
  await make(people.worker, receipt, 'refer', { queueId: 'power-supply' })
  expect(await statusFor(power, receipt)).toBe(200)
  expect((await itemFor(people.worker, receipt)).referredTo?.id).toBe('power-supply')
})

test('a unit that was not asked cannot accept, and does not learn that there is anything', async () => {
  const receipt = await referred()
  const { version } = await itemFor(people.worker, receipt)
  const body = { move: 'accept_referral', version }
  const answer = await power.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  expect(await idsIn(power, 'power-supply', 'referred_here')).not.toContain(receipt.workItemId)
})

test.each(['cisongtang-community', 'raosai-grid-1', 'niangre-subdistrict', 'no-such-queue'])(
  'an item of 绕赛 that is in its first grid cell cannot be referred to %s',
  async (queueId) => {
    const receipt = await itemIn(people, 'accepted')
    const { version } = await itemFor(people.worker, receipt)
    const body = { move: 'refer', version, queueId, note: WHY }
    const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
    expect(answer.code).toBe('queue_not_eligible')
    expect((await itemFor(people.worker, receipt)).version).toBe(version)
  },
)

test('why an item was referred is written to colleagues, and the resident only reads that another unit was asked', async () => {
  const receipt = await referred()
  const { timeline } = await itemFor(people.resident, receipt)
  expect(timeline.at(-1)).toMatchObject({ kind: 'referred', message: null })
  expect((await itemFor(people.department, receipt)).timeline.at(-1)).toMatchObject({ kind: 'referred', message: WHY })
})

test('several units may be invited, and one goes on leading', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'invite', { queueIds: ['power-supply', 'housing', 'power-supply'] })
  const item = await itemFor(people.worker, receipt)
  expect(item).toMatchObject({ queue: { id: 'raosai-grid-1' }, assignee: { isYou: true } })
  expect(item.participants.map(({ id }) => id)).toEqual(['power-supply', 'housing'])
  const invited = await itemFor(power, receipt)
  expect([invited.allowedMoves, invited.canNote, invited.canReply]).toEqual([[], true, false])
  expect(await idsIn(power, 'power-supply', 'following')).toContain(receipt.workItemId)
  expect(await noticesOf(server, power, receipt)).toEqual(['staff_invited'])
  await power.call('addNote', { params: addressOfItem(receipt), body: { body: '我们明天带电工来。' } })
  expect((await itemFor(people.worker, receipt)).timeline.at(-1)).toMatchObject({ message: '我们明天带电工来。' })
  const words = { params: addressOfItem(receipt), body: { body: '我们明天来。' } }
  expect((await power.attempt('addReply', words)).code).toBe('reply_not_possible')
})

test('the resident is not told which units take part', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'invite', { queueIds: ['power-supply'] })
  const { participants, supervisors } = await itemFor(people.resident, receipt)
  expect([participants, supervisors]).toEqual([[], []])
})

test('the community follows what it assists a department with', async () => {
  const receipt = await report(people.resident, { serviceCode: 'manhole_cover' })
  expect((await itemFor(people.department, receipt)).queue.id).toBe('municipal-works')
  expect(await idsIn(people.staff, 'raosai-community', 'following')).toContain(receipt.workItemId)
  const followed = await itemFor(people.staff, receipt)
  expect([followed.allowedMoves, followed.canNote, followed.canReply]).toEqual([[], true, false])
  await make(people.department, receipt, 'claim')
  await make(people.department, receipt, 'resolve', { note: '井盖换好了。' })
  expect((await itemFor(people.staff, receipt)).timeline.at(-1)).toMatchObject({ message: '井盖换好了。' })
  expect(await statusFor(people.worker, receipt)).toBe(404)
})
