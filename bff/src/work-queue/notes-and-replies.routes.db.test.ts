import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { noticesOf } from '../../test/desk.ts'
import {
  addressOfItem,
  itemFor,
  itemIn,
  make,
  type Raosai,
  type Receipt,
  report,
  signInRaosai,
} from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const SECRET = '这家上周已经来过两次。'
const write = (client: Client, name: 'addNote' | 'addReply', receipt: Receipt, body: string, key?: string) =>
  client.attempt(
    name,
    { params: addressOfItem(receipt), body: { body } },
    key === undefined ? {} : { 'Idempotency-Key': key },
  )
const firstReply = async (receipt: Receipt) =>
  (await itemFor(people.worker, receipt)).clocks.find(({ clock }) => clock === 'first_reply')

test('the resident finds a note neither in the item nor in a list, in the issue or in the inbox', async () => {
  const receipt = await itemIn(people, 'accepted')
  expect((await write(people.worker, 'addNote', receipt, SECRET)).status).toBe(201)
  expect((await itemFor(people.leader, receipt)).timeline.at(-1)).toMatchObject({
    kind: 'noted',
    message: SECRET,
    messageFor: 'staff',
  })
  await make(people.worker, receipt, 'resolve')
  await noticesOf(server, people.resident, receipt)
  const seen = await Promise.all([
    people.resident.attempt('getWorkItem', { params: addressOfItem(receipt) }),
    people.resident.attempt('getIssue', { params: { communityId: 'raosai', issueId: receipt.id } }),
    people.resident.attempt('listMyItems', { query: { limit: 50 } }),
    people.resident.attempt('listInbox', { query: { limit: 50 } }),
  ])
  for (const { status, text } of seen) {
    expect(status).toBe(200)
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain('"noted"')
  }
})

test('the resident cannot write notes, and other people not even find out that there is something to note', async () => {
  const receipt = await itemIn(people, 'accepted')
  expect((await write(people.resident, 'addNote', receipt, SECRET)).code).toBe('forbidden')
  for (const client of [people.otherWorker, people.elsewhere]) {
    expect((await write(client, 'addNote', receipt, SECRET)).code).toBe('not_found')
    expect((await write(client, 'addReply', receipt, SECRET)).code).toBe('not_found')
  }
  expect((await write(people.neighbour, 'addReply', receipt, SECRET)).code).toBe('not_found')
})

test('staff who reported something themselves and do not work on it read no notes about it', async () => {
  const receipt = await itemIn(people, 'accepted')
  await server.sql('update work_item set requester_id = $1, excluded_staff_ids = array[$1::uuid] where id = $2', [
    people.staff.personId,
    receipt.workItemId,
  ])
  await write(people.worker, 'addNote', receipt, SECRET)
  const answer = await people.staff.attempt('getWorkItem', { params: addressOfItem(receipt) })
  expect([answer.status, answer.text.includes(SECRET)]).toEqual([200, false])
  expect((await write(people.staff, 'addNote', receipt, '我自己的事。')).code).toBe('not_found')
})

test('the first public word of staff keeps the promise to answer; a note or the resident does not', async () => {
  const receipt = await itemIn(people, 'accepted')
  // A note with the claim is a word to the resident too.
  await server.sql('update work_item set first_reply_ended_at = null where id = $1', [receipt.workItemId])
  await write(people.worker, 'addNote', receipt, SECRET)
  await write(people.resident, 'addReply', receipt, '我在家，随时可以来。')
  expect((await firstReply(receipt))?.endedAt).toBeNull()
  await write(people.worker, 'addReply', receipt, '下午来看。')
  expect(await firstReply(receipt)).toMatchObject({ endedAt: expect.any(String), isLate: false })
  const [event] = await server.sql<{ clocks: unknown }>(
    "select clocks from work_item_event where work_item_id = $1 and kind = 'replied' order by id desc limit 1",
    [receipt.workItemId],
  )
  expect(event?.clocks).toEqual([{ clock: 'first_reply', change: 'ended', result: 'in_time' }])
})

test('an answer that comes too late is late once', async () => {
  const receipt = await report(people.resident, { serviceCode: 'gas_smell' })
  server.clock.advance({ hours: 3 })
  await write(people.staff, 'addReply', receipt, '已经有人去了。')
  await write(people.staff, 'addReply', receipt, '阀门关了。')
  const events = await server.sql<{ clocks: unknown }>(
    "select clocks from work_item_event where work_item_id = $1 and kind = 'replied' order by id",
    [receipt.workItemId],
  )
  expect(events.map(({ clocks }) => clocks)).toEqual([[{ clock: 'first_reply', change: 'ended', result: 'late' }], []])
})

test('words do not make a move that was prepared before them stale', async () => {
  const receipt = await itemIn(people, 'accepted')
  const { version } = await itemFor(people.worker, receipt)
  await write(people.leader, 'addNote', receipt, SECRET)
  await write(people.worker, 'addReply', receipt, '办好了。')
  const body = { move: 'resolve', version, note: '清完了。' }
  expect((await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })).status).toBe(200)
})

test('a reply is told to the resident without its words, and the other way round to whoever has the item', async () => {
  const receipt = await itemIn(people, 'accepted')
  await write(people.worker, 'addReply', receipt, '明天上午来。')
  await write(people.resident, 'addReply', receipt, '上午没有人。')
  expect(await noticesOf(server, people.resident, receipt)).toContain('replied')
  expect(await noticesOf(server, people.worker, receipt)).toContain('staff_answered')
  const rows = await server.sql<{ details: object }>('select details from inbox_message where work_item_id = $1', [
    receipt.workItemId,
  ])
  expect(JSON.stringify(rows)).not.toMatch(/上午/)
})

test('a reply or a note that is sent again under its key is written once', async () => {
  const receipt = await itemIn(people, 'accepted')
  for (const name of ['addNote', 'addReply'] as const) {
    const [first, second] = [
      await write(people.worker, name, receipt, '说一次。', `${name}-once-1`),
      await write(people.worker, name, receipt, '说一次。', `${name}-once-1`),
    ]
    expect([first.status, second.text]).toEqual([201, first.text])
  }
  const { timeline } = await itemFor(people.worker, receipt)
  expect(timeline.filter(({ message }) => message === '说一次。')).toHaveLength(2)
})

test('what was withdrawn is answered no more', async () => {
  const receipt = await itemIn(people, 'queued')
  await make(people.resident, receipt, 'withdraw')
  expect((await write(people.staff, 'addReply', receipt, '好的。')).code).toBe('reply_not_possible')
  expect((await write(people.resident, 'addReply', receipt, '谢谢。')).code).toBe('reply_not_possible')
  expect((await write(people.staff, 'addNote', receipt, '撤回前已经去看过。')).status).toBe(201)
})

test('a neighbour who reads a public issue reads no word that was written about it', async () => {
  const receipt = await report(people.resident, { visibility: 'public' })
  await make(people.worker, receipt, 'claim')
  await write(people.worker, 'addReply', receipt, '只对您说。')
  await write(people.worker, 'addNote', receipt, SECRET)
  const params = { communityId: 'raosai', issueId: receipt.id }
  const { status, text } = await people.neighbour.attempt('getIssue', { params })
  expect([status, text.includes('只对您说。'), text.includes(SECRET)]).toEqual([200, false, false])
})
