import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWhatIsDueAt, keepSignedIn, kindsOf, move } from '../../test/desk.ts'
import { addressOfItem, itemFor, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
import { TEST_KEYS } from '../../test/keys.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { type App, createApp } from '../app.ts'
import { readEnv } from '../platform/env/env.ts'
import { createLog } from '../platform/log/log.ts'

let server: TestServer
let people: Raosai
let others: App[]

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
  const CONFIG_DIR = new URL('../../../config/data', import.meta.url).pathname
  const database = { DATABASE_URL: server.databaseUrl, ...TEST_KEYS }
  const env = readEnv({ NODE_ENV: 'test', ...database, CONFIG_DIR, SCHEDULED_WORK: '0' })
  others = [1, 2, 3].map(() => createApp(env, server.clock, createLog('silent')))
  for (const app of others) await app.start()
})
afterAll(async () => {
  for (const app of others) await app.stop()
  await server.stop()
})

const clocksThatEnded = async (receipt: Receipt): Promise<string[]> => {
  const rows = await server.sql<{ clock: string; result: string }>(
    `select change->>'clock' as clock, change->>'result' as result
     from work_item_event, jsonb_array_elements(clocks) as change
     where work_item_id = $1 and change->>'change' = 'ended' order by id`,
    [receipt.workItemId],
  )
  return rows.map(({ clock, result }) => `${clock} ${result}`)
}

test('of four processes that look at the same time each clock of each item is ended by one', async () => {
  const receipts = await Promise.all(Array.from({ length: 40 }, () => report(people.resident)))
  server.clock.advance({ hours: 6 })
  await Promise.all([server.app, ...others, server.app].map((app) => app.doWhatIsDue()))
  await server.app.doWhatIsDue()
  for (const receipt of receipts) expect(await clocksThatEnded(receipt)).toEqual(['acceptance late'])
  const [row] = await server.sql<{ times: number }>(
    "select count(*)::int as times from work_item_event where kind = 'escalated'",
  )
  expect(row?.times).toBe(40)
})

test('a worker who claims at the moment at which the clock runs out neither loses the claim nor revives the clock', async () => {
  const receipts = await Promise.all(Array.from({ length: 20 }, () => report(people.resident, { serviceCode: 'pets' })))
  const versions = await Promise.all(receipts.map((receipt) => itemFor(people.worker, receipt)))
  server.clock.advance({ days: 1 })
  await Promise.all([
    ...[server.app, ...others].map((app) => app.doWhatIsDue()),
    ...receipts.map((receipt, index) =>
      people.worker.attempt('moveWorkItem', {
        params: addressOfItem(receipt),
        body: { move: 'claim', version: versions[index]?.version },
      }),
    ),
  ])
  await server.app.doWhatIsDue()
  for (const receipt of receipts) {
    expect(await clocksThatEnded(receipt)).toEqual(['acceptance late'])
    const item = await itemFor(people.worker, receipt)
    expect(kindsOf(item).includes('claimed')).toBe(item.state === 'accepted')
    expect(item.clocks.find(({ clock }) => clock === 'acceptance')?.endedAt).not.toBeNull()
  }
})

test('after a week without any process everything happens once and in order', async () => {
  const waiting = await report(people.resident, { serviceCode: 'garbage' })
  const taken = await report(people.resident, { serviceCode: 'parking' })
  await move(people.worker, taken, { move: 'claim' })
  server.clock.advance({ days: 8 })
  await server.app.doWhatIsDue()
  await Promise.all(others.map((app) => app.doWhatIsDue()))
  expect(await clocksThatEnded(waiting)).toEqual(['acceptance late', 'first_reply late', 'resolve late'])
  const happened = kindsOf(await itemFor(people.leader, waiting))
  expect(happened).toEqual(['enqueued', 'escalated', 'escalated', 'ran_late'])
  expect(kindsOf(await itemFor(people.leader, taken))).toEqual([
    'enqueued',
    'claimed',
    'returned',
    'escalated',
    'escalated',
  ])
  expect(await clocksThatEnded(taken)).toEqual(['acceptance in_time', 'first_reply late', 'resolve late'])
})

test('promises count neither weekend nor 藏历新年, but the make-up workday, and begin anew when it is reopened', async () => {
  // Friday; the Sunday after it is a make-up workday.
  server.clock.set('2027-01-29T02:00:00.000Z')
  const before = await report(people.resident)
  expect(before.dueAt).toBe('2027-01-31T10:00:00.000Z')
  // Thursday, the last workday before the holidays.
  server.clock.set('2027-02-04T02:00:00.000Z')
  const receipt = await report(people.resident)
  await move(people.worker, receipt, { move: 'claim' })
  await people.worker.call('addReply', { params: addressOfItem(receipt), body: { body: '节后就来清。' } })
  await doWhatIsDueAt(server, '2027-02-14T15:00:00.000Z')
  expect(await clocksThatEnded(receipt)).toEqual(['acceptance in_time', 'first_reply in_time'])
  expect((await itemFor(people.resident, receipt)).isOverdue).toBe(false)
  await doWhatIsDueAt(server, '2027-02-15T10:01:00.000Z')
  expect((await clocksThatEnded(receipt)).at(-1)).toBe('resolve late')
  await move(people.worker, receipt, { move: 'resolve', note: '清走了。' })
  // Friday; the Saturday after it is a make-up workday.
  server.clock.set('2027-02-19T02:00:00.000Z')
  await move(people.resident, receipt, { move: 'reopen', note: '又堆起来了。' })
  expect((await itemFor(people.resident, receipt)).dueAt).toBe('2027-02-20T10:00:00.000Z')
  await doWhatIsDueAt(server, '2027-02-20T09:59:00.000Z')
  expect((await clocksThatEnded(receipt)).filter((ended) => ended === 'resolve late')).toHaveLength(1)
  await doWhatIsDueAt(server, '2027-02-20T10:01:00.000Z')
  expect((await clocksThatEnded(receipt)).filter((ended) => ended === 'resolve late')).toHaveLength(2)
})
