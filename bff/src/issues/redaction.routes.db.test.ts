import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, itemFor, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer({ NODE_ENV: 'production' })
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const COMMUNITY = { communityId: 'raosai' }
const SECRET = '示范暗号'
const addressOf = ({ id }: Receipt) => ({ params: { ...COMMUNITY, issueId: id } })
const reportSecret = () => report(people.resident, { visibility: 'public', description: `垃圾没有清，${SECRET}。` })
const redact = (client: Client, receipt: Receipt, description = '垃圾没有清。', headers = {}) =>
  client.attempt('redactIssue', { ...addressOf(receipt), body: { description } }, headers)
const originalFor = (client: Client, receipt: Receipt) =>
  client.attempt('getIssueOriginal', { ...addressOf(receipt), query: { reason: '核对地点' } })
const readsOf = (client: Client) =>
  server.sql(
    "select reader_id, person_id, reason from confidential_read where what = 'issue_original' and reader_id = $1",
    [client.personId],
  )

test('after a redaction nobody reads the former words anywhere, staff in charge included', async () => {
  const receipt = await reportSecret()
  expect((await people.resident.call('getIssue', addressOf(receipt))).canRedact).toBe(true)
  expect((await redact(people.resident, receipt)).status).toBe(200)
  for (const client of [people.resident, people.neighbour, people.worker, people.staff, server.anonymous]) {
    const issue = await client.call('getIssue', addressOf(receipt))
    expect(issue).toMatchObject({ description: '垃圾没有清。', isRedacted: true })
    expect(JSON.stringify(issue)).not.toContain(SECRET)
  }
  expect(JSON.stringify(await itemFor(people.worker, receipt))).not.toContain(SECRET)
  const { items } = await server.anonymous.call('listPublicIssues', { params: COMMUNITY, query: { limit: 50 } })
  expect(JSON.stringify(items)).not.toContain(SECRET)
})

test('it is copied nowhere else in the database', async () => {
  await redact(people.resident, await reportSecret())
  const columns = await server.sql<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema in ('public', 'pgboss') and t.table_type = 'BASE TABLE'
       and c.data_type in ('text', 'jsonb', 'character varying')`,
  )
  const holding: string[] = []
  for (const { table, column } of columns) {
    const schema = table.startsWith('job') || ['queue', 'schedule', 'version', 'subscription'].includes(table)
    const name = `${schema ? 'pgboss.' : ''}"${table}"`
    const rows = await server
      .sql(`select 1 from ${name} where "${column}"::text like '%' || $1 || '%' limit 1`, [SECRET])
      .catch(() => [])
    if (rows.length > 0) holding.push(`${table}.${column}`)
  }
  expect(holding).toEqual(['issue_redaction.description'])
})

test('staff in charge who say why read what it said at first, and that is written down', async () => {
  const receipt = await reportSecret()
  await redact(people.resident, receipt)
  await redact(people.resident, receipt, '没有清。')
  const answer = await originalFor(people.worker, receipt)
  expect(answer.body).toMatchObject({ description: `垃圾没有清，${SECRET}。`, hidden: { photos: [], voiceNote: null } })
  const line = { reader_id: people.worker.personId, person_id: people.resident.personId, reason: '核对地点' }
  expect(await readsOf(people.worker)).toEqual([line])
  expect(server.logged()).not.toContain('核对地点')
})

test('nobody else reads it: no neighbour, not its reporter, no colleague next door and nobody whom it is about', async () => {
  const receipt = await reportSecret()
  await redact(people.resident, receipt)
  await server.sql('update work_item set excluded_staff_ids = array[$1::uuid] where id = $2', [
    people.leader.personId,
    receipt.workItemId,
  ])
  for (const client of [people.otherWorker, people.elsewhere, people.leader]) {
    expect((await originalFor(client, receipt)).code).toBe('not_found')
    expect(await readsOf(client)).toEqual([])
  }
  for (const client of [people.resident, people.neighbour]) {
    expect((await originalFor(client, receipt)).code).toBe('forbidden')
  }
})

test('when the reading cannot be written down there is no answer', async () => {
  const receipt = await reportSecret()
  await redact(people.resident, receipt)
  await server.sql('alter table confidential_read add constraint no_lines check (false) not valid')
  expect((await originalFor(people.worker, receipt)).status).toBe(500)
  await server.sql('alter table confidential_read drop constraint no_lines')
})

test('what was never redacted has no other original, and a redaction must hide something', async () => {
  const receipt = await reportSecret()
  expect((await originalFor(people.worker, receipt)).code).toBe('not_found')
  expect((await redact(people.resident, receipt, `垃圾没有清，${SECRET}。`)).code).toBe('redaction_empty')
})

test('only its reporter redacts it, or who may manage their matters', async () => {
  const receipt = await reportSecret()
  expect((await redact(people.neighbour, receipt)).code).toBe('not_found')
  expect((await redact(people.worker, receipt)).code).toBe('forbidden')
  const daughter = await server.signIn(await addPerson(server, 'resident', COMMUNITY))
  const scopes = [{ service: 'issues' as const, powers: ['read' as const] }]
  await giveTo(daughter, people.resident, { scopes })
  expect((await redact(daughter, receipt, '没有清。', actingFor(people.resident))).code).toBe('proxy_power_missing')
  const son = await server.signIn(await addPerson(server, 'resident', COMMUNITY))
  await giveTo(son, people.resident)
  expect((await redact(son, receipt, '没有清。', actingFor(people.resident))).status).toBe(200)
})
