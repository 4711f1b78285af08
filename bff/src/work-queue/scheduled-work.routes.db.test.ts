import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { doWhatIsDueAt, keepSignedIn, kindsOf, move, noticesOf } from '../../test/desk.ts'
import { addressOfItem, itemFor, type Raosai, type Receipt, report, signInRaosai } from '../../test/factories.ts'
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

const timesPassedUp = async (receipt: Receipt): Promise<number> =>
  kindsOf(await itemFor(people.leader, receipt)).filter((kind) => kind === 'escalated').length

test('a reminder of a Saturday night reaches the worker on Monday morning when the duty begins', async () => {
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await move(people.worker, receipt, { move: 'claim' })
  server.clock.set('2026-11-28T15:00:00.000Z')
  await people.worker.call('addNote', { params: addressOfItem(receipt), body: { body: '还在办。' } })
  await move(people.resident, receipt, { move: 'remind' })
  expect(await noticesOf(server, people.worker, receipt)).toEqual([])
  const [job] = await server.sql<{ hours: number }>(
    `select round(extract(epoch from start_after - created_on) / 360)::int / 10.0 as hours from pgboss.job
     where name = 'deliver-notice' and data->>'kind' = 'staff_reminded' and data->>'workItemId' = $1`,
    [receipt.workItemId],
  )
  // From eleven at night on Saturday to half past nine on Monday.
  expect(Number(job?.hours)).toBe(34.5)
  server.clock.set('2026-11-30T01:30:00.000Z')
  await server.sql("update pgboss.job set start_after = now() where data->>'workItemId' = $1 and state = 'created'", [
    receipt.workItemId,
  ])
  // Whatever else is sent lets the jobs look now instead of half a minute later.
  await report(people.resident)
  expect(await noticesOf(server, people.worker, receipt)).toEqual(['staff_reminded'])
})

test('what the system has to say to a resident at night waits for the morning, and what a person says does not', async () => {
  server.clock.set('2026-11-23T15:00:00.000Z')
  const receipt = await report(people.resident, { serviceCode: 'parking' })
  await move(people.worker, receipt, { move: 'claim' })
  await move(people.worker, receipt, { move: 'ask_resident', note: '哪一个门口？' })
  expect(await noticesOf(server, people.resident, receipt)).toEqual(['receipt', 'accepted', 'asked'])
  await doWhatIsDueAt(server, '2026-11-26T15:00:00.000Z')
  expect(kindsOf(await itemFor(people.resident, receipt))).toContain('asked_again')
  expect(await noticesOf(server, people.resident, receipt)).not.toContain('asked_again')
  const [job] = await server.sql<{ hours: number }>(
    `select round(extract(epoch from start_after - created_on) / 360)::int / 10.0 as hours from pgboss.job
     where name = 'deliver-notice' and data->>'kind' = 'asked_again' and data->>'workItemId' = $1`,
    [receipt.workItemId],
  )
  // From eleven at night to eight in the morning.
  expect(Number(job?.hours)).toBe(9)
})

test('an item whose configuration is broken harms no other and is tried again later', async () => {
  const broken = await report(people.resident, { serviceCode: 'parking' })
  const sound = await report(people.resident, { serviceCode: 'parking' })
  await server.sql("update work_item set acceptance_due_at = 'infinity' where id = $1", [broken.workItemId])
  await doWhatIsDueAt(server, '2026-11-23T06:00:01.000Z')
  expect(await timesPassedUp(sound)).toBe(1)
  expect(server.logged()).toContain(broken.workItemId)
  await server.sql('update work_item set acceptance_due_at = created_at where id = $1', [broken.workItemId])
  await server.app.doWhatIsDue()
  expect(await timesPassedUp(broken)).toBe(0)
  server.clock.advance({ hours: 1 })
  await server.app.doWhatIsDue()
  expect(await timesPassedUp(broken)).toBe(1)
})

test('a process that does scheduled work looks every minute', async () => {
  const other = await startTestServer({ SCHEDULED_WORK: '1' })
  try {
    const rows = await other.sql("select cron from pgboss.schedule where name = 'do-what-is-due'")
    expect(rows).toEqual([{ cron: '* * * * *' }])
  } finally {
    await other.stop()
  }
})
