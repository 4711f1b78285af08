import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Answer, Client } from '../../test/client.ts'
import { addPerson, addressOfItem, aReport, bodyOf, itemFor, report } from '../../test/factories.ts'
import { actingFor, actsFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const COMMUNITY = { communityId: 'raosai' }
const WRITES = 60

let server: TestServer
let elder: Client
let daughter: Client
let grantId: string

const newResident = async (): Promise<Client> => server.signIn(await addPerson(server, 'resident', COMMUNITY))

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
// The clock stands still: whatever happens, happens in the same second.
beforeEach(async () => {
  server.clock.set(START)
  ;[elder, daughter] = await Promise.all([newResident(), newResident()])
  grantId = (await giveTo(daughter, elder)).id
})

const write = (headers = {}): Promise<Answer> =>
  daughter.attempt('reportIssue', { params: COMMUNITY, body: aReport() }, { ...actingFor(elder), ...headers })
const revoke = (): Promise<Answer> => elder.attempt('revokeProxyGrant', { params: { grantId } })
const filed = async (): Promise<number> => {
  const rows = await server.sql('select 1 from issue where reporter_id = $1', [elder.personId])
  return rows.length
}

/** Does something while another connection has the database as `statement` leaves it, and lets go at its word. */
const whileHeld = async (
  statement: string,
  values: unknown[],
  work: (letGo: () => Promise<unknown>) => Promise<void>,
): Promise<void> => {
  const client = new pg.Client({ connectionString: server.databaseUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(statement, values)
    await work(() => client.query('rollback'))
  } finally {
    await client.end()
  }
}

const waiters = async (): Promise<number> => {
  const [row] = await server.sql<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return Number(row?.count)
}
const untilSomebodyWaits = (count: number) => vi.waitFor(async () => expect(await waiters()).toBe(count), 5_000)

test('ending a grant waits for a write that holds it', async () => {
  await whileHeld('select 1 from proxy_grant where id = $1 for share', [grantId], async (letGo) => {
    let isAnswered = false
    const ending = revoke().finally(() => (isAnswered = true))
    await untilSomebodyWaits(1)
    expect(isAnswered).toBe(false)
    await letGo()
    expect((await ending).status).toBe(200)
  })
})

test('a write that was under way is finished before the grant is ended', async () => {
  const receipt = await report(elder)
  const { version } = await itemFor(elder, receipt)
  const order: string[] = []
  await whileHeld('select 1 from work_item where id = $1 for update', [receipt.workItemId], async (letGo) => {
    const params = addressOfItem(receipt)
    const withdrawing = daughter
      .attempt('moveWorkItem', { params, body: bodyOf('withdraw', version) }, actingFor(elder))
      .then(({ status }) => order.push(`written ${status}`))
    await untilSomebodyWaits(1)
    const ending = revoke().then(({ status }) => order.push(`ended ${status}`))
    await untilSomebodyWaits(2)
    expect(order).toEqual([])
    await letGo()
    await Promise.all([withdrawing, ending])
  })
  expect(order.toSorted()).toEqual(['ended 200', 'written 200'])
})

test('a write that had been let in and had not begun when the grant was ended writes nothing', async () => {
  const key = 'waiting-0001'
  const held = `insert into idempotency_key (person_id, key, operation, body_hash, created_at)
    values ($1, $2, 'reportIssue', 'another', now())`
  await whileHeld(held, [daughter.personId, key], async (letGo) => {
    // Its right was looked up; the transaction stands before its first statement that counts.
    const writing = write({ 'Idempotency-Key': key })
    await untilSomebodyWaits(1)
    expect((await revoke()).status).toBe(200)
    await letGo()
    const { status, code } = await writing
    expect([status, code]).toEqual([403, 'proxy_grant_missing'])
  })
  expect([await filed(), await actsFor(server, elder)]).toEqual([0, []])
})

test('of many writes none that began after the end was answered is written, and each that was has its line', async () => {
  let isEnded = false
  const late: Promise<Answer>[] = []
  const early: Promise<Answer>[] = []
  const writer = async (): Promise<void> => {
    for (let count = 0; count < WRITES / 6; count += 1) {
      const answer = write()
      if (isEnded) late.push(answer)
      early.push(answer)
      await answer
    }
  }
  const writers = Array.from({ length: 6 }, writer)
  await vi.waitFor(async () => expect(await filed()).toBeGreaterThan(6), 10_000)
  expect((await revoke()).status).toBe(200)
  isEnded = true
  await Promise.all(writers)
  late.push(write())
  expect((await Promise.all(late)).filter(({ code }) => code !== 'proxy_grant_missing')).toEqual([])
  const answers = await Promise.all(early)
  const written = answers.filter(({ status }) => status === 201).length
  expect(answers.filter(({ status, code }) => status !== 201 && code !== 'proxy_grant_missing')).toEqual([])
  expect([await filed(), (await actsFor(server, elder)).length]).toEqual([written, written])
})

test('freezing and lifting while somebody writes stops nothing and loses nothing', async () => {
  const freezing = async (): Promise<void> => {
    for (let count = 0; count < 10; count += 1) {
      await elder.call('freezeProxyGrants', { body: { isFrozen: count % 2 === 0 } })
    }
  }
  const writes = Array.from({ length: 4 }, async () => {
    const answers: Answer[] = []
    for (let count = 0; count < 5; count += 1) answers.push(await write())
    return answers
  })
  const [answers] = await Promise.all([Promise.all(writes), freezing(), freezing()])
  const written = answers.flat().filter(({ status }) => status === 201).length
  expect(answers.flat().filter(({ status, code }) => status !== 201 && code !== 'proxy_grant_missing')).toEqual([])
  expect([await filed(), (await actsFor(server, elder)).length]).toEqual([written, written])
})
