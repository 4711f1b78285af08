import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist, CALLER, callList, everythingStored, fileFor } from '../../test/counter.ts'
import { addressOfItem, itemFor, make, type Raosai, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const RAOSAI = { communityId: 'raosai' }

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInRaosai(server)
})

/** Something that the counter filed for somebody without an account, and the code on its receipt. */
const filed = async (changes: Parameters<typeof fileFor>[2] = {}) => {
  const { receipt, code } = await fileFor(people.staff, CALLER, changes)
  return { receipt, code: code?.code ?? '' }
}
const bind = (client: Client, code: string, headers = {}) => client.attempt('bindReceipt', { body: { code } }, headers)
const codeOf = async (client: Client, code: string) => (await bind(client, code)).code
const isTheirs = async (client: Client, { workItemId }: { workItemId: string }): Promise<boolean> =>
  (await client.call('listMyItems', { query: { limit: 50 } })).items.some(({ id }) => id === workItemId)

test('whoever has the code takes over the item, its issue and its rating', async () => {
  const { receipt, code } = await filed()
  const item = await people.resident.call('bindReceipt', { body: { code: code.replace(/(\d{4})/g, '$1 ') } })
  expect(item).toMatchObject({ id: receipt.workItemId, receiptNumber: receipt.receiptNumber, state: 'queued' })
  expect(await isTheirs(people.resident, receipt)).toBe(true)
  const issue = await people.resident.call('getIssue', { params: { ...RAOSAI, issueId: receipt.id } })
  expect(issue).toMatchObject({ isYours: true, source: 'phone' })
  expect(issue.timeline.map(({ kind, isYou }) => [kind, isYou])).toEqual([
    ['enqueued', false],
    ['bound', true],
  ])
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'resolve')
  const rating = { solved: true, satisfaction: 5 }
  expect(await people.resident.call('rateWorkItem', { params: addressOfItem(receipt), body: rating })).toMatchObject({
    rating,
  })
})

test('whoever has taken it over is told so, and of everything after it', async () => {
  const { receipt, code } = await filed()
  await bind(people.neighbour, code)
  await make(people.worker, receipt, 'claim')
  const kinds = async () =>
    (await people.neighbour.call('listInbox')).items.flatMap(({ kind, workItemId }) =>
      workItemId === receipt.workItemId ? [kind] : [],
    )
  await expect.poll(async () => (await kinds()).toSorted(), { timeout: 10_000 }).toEqual(['accepted', 'receipt_bound'])
})

test('a code binds once', async () => {
  const { receipt, code } = await filed()
  expect((await bind(people.resident, code)).status).toBe(200)
  expect([await codeOf(people.neighbour, code), await codeOf(people.resident, code)]).toEqual([
    'code_invalid',
    'code_invalid',
  ])
  expect(await isTheirs(people.neighbour, receipt)).toBe(false)
})

test('of two who enter it at once one has it, and one line says so', async () => {
  const { receipt, code } = await filed()
  const both = [people.resident, people.neighbour]
  const answers = await Promise.all([...both, ...both].map((client) => bind(client, code)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422])
  const lines = "select 1 from work_item_event where work_item_id = $1 and kind = 'bound'"
  expect(await server.sql(lines, [receipt.workItemId])).toHaveLength(1)
  expect((await Promise.all(both.map((client) => isTheirs(client, receipt)))).filter(Boolean)).toHaveLength(1)
})

test('sent again with the same key it answers the same item', async () => {
  const { code } = await filed()
  const headers = { 'Idempotency-Key': 'bound-once' }
  const first = await bind(people.resident, code, headers)
  const again = await bind(people.resident, code, headers)
  expect([first.status, again.status, again.text]).toEqual([200, 200, first.text])
})

test.each(['', '1', '8000 0000 0001', '000000000000', 'abc'])('«%s» is no code', async (code) => {
  expect(['code_invalid', 'validation_failed']).toContain(await codeOf(people.resident, code))
})

test('one digit that is wrong binds nothing, and the right code still does', async () => {
  const { code } = await filed()
  const wrong = code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10)
  expect(await codeOf(people.resident, wrong)).toBe('code_invalid')
  expect((await bind(people.resident, code)).status).toBe(200)
})

test('a code is good for ninety days', async () => {
  const [late, intime] = [await filed(), await filed()]
  server.clock.advance({ days: 89 })
  people = await signInRaosai(server)
  expect((await bind(people.resident, intime.code)).status).toBe(200)
  server.clock.advance({ days: 1 })
  people = await signInRaosai(server)
  expect(await codeOf(people.resident, late.code)).toBe('code_invalid')
})

test('what belongs to somebody with an account is never bound away from them', async () => {
  const { receipt, code } = await filed()
  await server.sql(
    `update person_contact set has_account = true
     where person_id = (select requester_id from work_item where id = $1)`,
    [receipt.workItemId],
  )
  expect(await codeOf(people.resident, code)).toBe('code_invalid')
  await server.sql('update person_contact set has_account = false')
  expect((await bind(people.resident, code)).status).toBe(200)
})

test('guessing is slow: after ten tries in ten minutes nobody tries again', async () => {
  const slow = await startTestServer({ RATE_LIMIT_CODE: 10 })
  try {
    const guesser = await slow.signIn(people.resident.personId)
    const answers = []
    for (let count = 0; count < 11; count += 1) answers.push(await codeOf(guesser, '800000000000'))
    expect(answers).toEqual([...Array(10).fill('code_invalid'), 'rate_limited'])
  } finally {
    await slow.stop()
  }
})

test('staff bind for the person in a session, and no proxy does', async () => {
  const { receipt, code } = await filed()
  const headers = { 'Acting-For': people.resident.personId }
  expect((await bind(people.staff, code, headers)).code).toBe('proxy_grant_missing')
  const { id } = await assist(people.staff, people.resident.personId)
  expect((await bind(people.staff, code, headers)).status).toBe(200)
  expect(await isTheirs(people.resident, receipt)).toBe(true)
  const acts = await server.sql('select operation, event_kind from proxy_act where assist_session_id = $1', [id])
  expect(acts).toEqual([{ operation: 'bindReceipt', event_kind: 'bound' }])
})

test('what the counter wrote in the name of the caller does not become an answer of staff', async () => {
  const { receipt, code } = await filed()
  await bind(people.resident, code)
  const [row] = await server.sql<{
    acting_for_id: string | null
    first_reply_ended_at: string | null
    version: number
  }>(
    `select event.acting_for_id, item.first_reply_ended_at, item.version
     from work_item item join work_item_event event on event.work_item_id = item.id and event.kind = 'enqueued'
     where item.id = $1`,
    [receipt.workItemId],
  )
  expect(row?.acting_for_id).not.toBeNull()
  expect([row?.first_reply_ended_at, row?.version]).toEqual([null, 1])
})

test('the works of a split item go with it', async () => {
  const { receipt, code } = await filed()
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'split')
  await bind(people.resident, code)
  const rows = await server.sql<{ requester_id: string }>(
    'select distinct requester_id from work_item where id = $1 or parent_id = $1',
    [receipt.workItemId],
  )
  expect(rows).toEqual([{ requester_id: people.resident.personId }])
})

test('nobody is called any more about what somebody has taken over', async () => {
  const caller = { name: '示范改用手机', phone: '0891-0000-197' }
  const one = await fileFor(people.staff, caller)
  const other = await fileFor(people.staff, caller)
  for (const { receipt } of [one, other]) {
    await make(people.worker, receipt, 'claim')
    await make(people.worker, receipt, 'resolve')
  }
  const lines = async () => (await callList(people.staff)).find(({ person }) => person.name === caller.name)?.lines
  await expect.poll(async () => (await lines())?.length, { timeout: 10_000 }).toBe(2)
  await bind(people.resident, one.code?.code ?? '')
  expect(await lines()).toMatchObject([{ text: expect.stringContaining(other.receipt.receiptNumber) }])
  await bind(people.resident, other.code?.code ?? '')
  expect(await lines()).toBeUndefined()
})

test('the queue sees who asks now, and nobody sees the code', async () => {
  const { receipt, code } = await filed()
  await bind(people.resident, code, { 'Idempotency-Key': 'bound-unseen' })
  expect((await itemFor(people.worker, receipt)).requesterName).toBe('绕赛社区居民（示范一）')
  expect((await everythingStored(server)) + server.logged()).not.toContain(code)
})
