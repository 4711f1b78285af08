import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { doWhatIsDueAt, keepSignedIn, noticesOf } from '../../test/desk.ts'
import { addressOfItem, itemFor, itemIn, make, type Raosai, type Receipt, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

const HOUR_MS = 3_600_000
const dueAt = async (receipt: Receipt) => (await itemFor(people.resident, receipt)).dueAt
const clockOf = async (receipt: Receipt, name: string) =>
  (await itemFor(people.resident, receipt)).clocks.find(({ clock }) => clock === name)

test('the promise of a class in hours is later by exactly the time for which the resident was asked', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'street_light' })
  const before = await dueAt(receipt)
  await make(people.worker, receipt, 'ask_resident', { note: '哪一盏灯？' })
  server.clock.advance({ hours: 53 })
  await make(people.resident, receipt, 'answer', { note: '巷口第二盏。' })
  expect(Date.parse(await dueAt(receipt)) - Date.parse(before)).toBe(53 * HOUR_MS)
})

test('a new category neither buys time nor charges the time for which the resident was asked', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'street_light' })
  await make(people.worker, receipt, 'ask_resident', { note: '是灯还是车？' })
  server.clock.advance({ hours: 53 })
  await make(people.resident, receipt, 'answer', { note: '是停车。' })
  const before = await dueAt(receipt)
  server.clock.advance({ hours: 5 })
  await make(people.worker, receipt, 'recategorise', { serviceCode: 'parking' })
  expect(await dueAt(receipt)).toBe(before)
})

test.each([
  ['the same afternoon', '2026-11-23T08:00:00.000Z', '2026-11-24T10:00:00.000Z'],
  ['two working days later', '2026-11-25T03:00:00.000Z', '2026-11-26T10:00:00.000Z'],
  ['on a Saturday', '2026-11-28T03:00:00.000Z', '2026-11-30T10:00:00.000Z'],
])('the promise of one working day, answered %s', async (_when, answeredAt, expected) => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'garbage' })
  expect(await dueAt(receipt)).toBe('2026-11-24T10:00:00.000Z')
  await make(people.worker, receipt, 'ask_resident')
  server.clock.set(answeredAt)
  await make(people.resident, receipt, 'answer')
  expect(await dueAt(receipt)).toBe(expected)
})

test('what waits for the resident is late for nobody', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'ask_resident')
  server.clock.advance({ days: 30 })
  const item = await itemFor(people.worker, receipt)
  expect(item).toMatchObject({ pause: 'waiting_for_resident', isOverdue: false })
  const { items } = await people.worker.call('listQueueItems', {
    params: { queueId: 'raosai-grid-1' },
    query: { view: 'late', limit: 50 },
  })
  expect(items.map(({ id }) => id)).not.toContain(receipt.workItemId)
})

test('a promise that had run out before the question has run out', async () => {
  const receipt = await itemIn(people, 'accepted')
  const before = await dueAt(receipt)
  server.clock.advance({ days: 3 })
  await make(people.worker, receipt, 'ask_resident')
  server.clock.advance({ days: 3 })
  await make(people.resident, receipt, 'answer')
  expect(await itemFor(people.worker, receipt)).toMatchObject({ dueAt: before, isOverdue: true })
})

test('a question is the first answer to the resident, who reads it and is told without its words', async () => {
  const receipt = await itemIn(people, 'accepted')
  await server.sql('update work_item set first_reply_ended_at = null where id = $1', [receipt.workItemId])
  await make(people.worker, receipt, 'ask_resident', { note: '是哪个院子？' })
  expect((await clockOf(receipt, 'first_reply'))?.endedAt).not.toBeNull()
  const { timeline, pause } = await itemFor(people.resident, receipt)
  expect(pause).toBe('waiting_for_resident')
  expect(timeline.at(-1)).toMatchObject({ kind: 'asked', message: '是哪个院子？', messageFor: 'requester' })
  expect(await noticesOf(server, people.resident, receipt)).toContain('asked')
  const { items } = await people.resident.call('listMyItems', { query: { limit: 50 } })
  expect(items.find(({ id }) => id === receipt.workItemId)?.canAnswer).toBe(true)
  expect(JSON.stringify(await people.resident.call('listInbox'))).not.toContain('是哪个院子？')
})

test('an answer reaches the worker who asked', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'ask_resident')
  await make(people.resident, receipt, 'answer', { note: '三巷七号。' })
  const { timeline, pause } = await itemFor(people.worker, receipt)
  expect([pause, timeline.at(-1)?.message]).toEqual([null, '三巷七号。'])
  expect(await noticesOf(server, people.worker, receipt)).toContain('staff_answered')
})

test('words that the resident simply adds while a question waits are its answer', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'street_light' })
  const before = await dueAt(receipt)
  await make(people.worker, receipt, 'ask_resident', { note: '哪一盏灯？' })
  server.clock.advance({ hours: 53 })
  await people.resident.call('addReply', { params: addressOfItem(receipt), body: { body: '巷口第二盏。' } })
  expect(Date.parse(await dueAt(receipt)) - Date.parse(before)).toBe(53 * HOUR_MS)
  const { pause, timeline } = await itemFor(people.worker, receipt)
  expect(pause).toBeNull()
  expect(timeline.at(-1)).toMatchObject({ kind: 'answered', message: '巷口第二盏。', messageFor: 'requester' })
  expect(await noticesOf(server, people.worker, receipt)).toEqual(['staff_answered'])
  await doWhatIsDueAt(server, '2026-12-31T02:00:00.000Z')
  expect(await itemFor(people.resident, receipt)).toMatchObject({ state: 'accepted', outcome: null })
})

test('words of the staff answer no question of theirs', async () => {
  const receipt = await itemIn(people, 'accepted')
  await make(people.worker, receipt, 'ask_resident')
  await people.worker.call('addReply', { params: addressOfItem(receipt), body: { body: '不急，想起来再说。' } })
  expect((await itemFor(people.worker, receipt)).pause).toBe('waiting_for_resident')
})

test('a suspension says why and until when, also to the resident', async () => {
  const receipt = await itemIn(people, 'accepted')
  const until = '2026-12-01T02:00:00.000Z'
  await make(people.worker, receipt, 'suspend', { reason: 'weather', until })
  expect(await itemFor(people.resident, receipt)).toMatchObject({
    pause: 'suspended',
    suspension: { reason: 'weather', until },
  })
  expect(await noticesOf(server, people.resident, receipt)).toContain('suspended')
})

test('work that is taken up again before the suspension ends goes on where it stood', async () => {
  const receipt = await itemIn(people, 'accepted', { serviceCode: 'street_light' })
  const before = await dueAt(receipt)
  await make(people.worker, receipt, 'suspend', { until: '2026-12-20T02:00:00.000Z' })
  server.clock.advance({ hours: 30 })
  await make(people.leader, receipt, 'resume')
  expect(await itemFor(people.resident, receipt)).toMatchObject({ pause: null, suspension: null })
  expect(Date.parse(await dueAt(receipt)) - Date.parse(before)).toBe(30 * HOUR_MS)
})

test.each([
  ['more than thirty days ahead', '2026-12-23T02:00:01.000Z'],
  ['in the past', '2026-11-23T01:59:59.000Z'],
])('nothing is suspended until a moment %s', async (_when, until) => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  const body = { move: 'suspend', version, reason: 'materials', until, note: '等一等。' }
  const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.status, answer.code]).toEqual([422, 'suspension_too_long'])
  expect(await itemFor(people.worker, receipt)).toMatchObject({ version, pause: null })
})

test('thirty days are allowed, and the choices of a move name that moment', async () => {
  const receipt = await itemIn(people, 'accepted')
  const choices = await people.worker.call('getMoveChoices', { params: addressOfItem(receipt) })
  expect(choices.suspendAtMostUntil).toBe('2026-12-23T02:00:00.000Z')
  await make(people.worker, receipt, 'suspend', { until: choices.suspendAtMostUntil })
})

test('after a reopening an item may be suspended twice again', async () => {
  const receipt = await itemIn(people, 'accepted')
  for (const move of ['suspend', 'resume', 'suspend', 'resume'] as const) await make(people.worker, receipt, move)
  expect((await itemFor(people.worker, receipt)).allowedMoves.map(({ move }) => move)).not.toContain('suspend')
  await make(people.worker, receipt, 'resolve')
  await make(people.resident, receipt, 'reopen')
  await make(people.leader, receipt, 'claim')
  expect((await itemFor(people.leader, receipt)).allowedMoves.map(({ move }) => move)).toContain('suspend')
})
