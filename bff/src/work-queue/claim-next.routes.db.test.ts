import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { move } from '../../test/desk.ts'
import { addPerson, itemFor, personIdOf, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

const CELL = { queueId: 'raosai-grid-1' }

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const claimNext = async (client: Client, params = CELL, headers: Record<string, string> = {}) =>
  (await client.call('claimNextItem', { params }, headers)).item

test('the next item is the one that is due first, and it is then in the hands of whoever asked', async () => {
  const later = await report(people.resident, { serviceCode: 'garbage' })
  const sooner = await report(people.resident, { serviceCode: 'street_light' })
  await server.sql("update work_item set due_at = due_at - interval '10 days' where id = $1", [sooner.workItemId])
  const first = await claimNext(people.worker)
  expect(first).toMatchObject({ id: sooner.workItemId, state: 'accepted', assignee: { isYou: true } })
  expect(first?.timeline.map(({ kind }) => kind)).toEqual(['enqueued', 'claimed'])
  expect((await claimNext(people.leader))?.id).toBe(later.workItemId)
  expect(await claimNext(people.worker)).toBeNull()
})

test('an item that another unit is asked to take is not the next one', async () => {
  const receipt = await report(people.resident)
  await move(people.leader, receipt, { move: 'refer', queueId: 'municipal-works', note: '这是市政的路面。' })
  expect(await claimNext(people.worker)).toBeNull()
  const department = await server.signIn(personIdOf(server, 'department_staff', { unitId: 'municipal-works' }))
  expect(await claimNext(department, { queueId: 'municipal-works' })).toBeNull()
  await move(department, receipt, { move: 'refuse_referral', note: '不是我们的路面。' })
  expect((await claimNext(people.worker))?.id).toBe(receipt.workItemId)
})

test('nobody gets an item that is about them', async () => {
  const receipt = await report(people.resident)
  await server.sql('update work_item set excluded_staff_ids = array[$2::uuid] where id = $1', [
    receipt.workItemId,
    people.worker.personId,
  ])
  expect(await claimNext(people.worker)).toBeNull()
  expect((await claimNext(people.leader))?.id).toBe(receipt.workItemId)
})

test('asking again under one key gives the same item and not another', async () => {
  await report(people.resident)
  const other = await report(people.resident)
  const headers = { 'Idempotency-Key': 'next-item-0001' }
  const first = await claimNext(people.worker, CELL, headers)
  expect((await claimNext(people.worker, CELL, headers))?.id).toBe(first?.id)
  expect((await itemFor(people.worker, other)).state).toBe('queued')
  await claimNext(people.worker)
})

test('only who serves a queue takes from it', async () => {
  await report(people.resident)
  for (const client of [people.otherWorker, people.elsewhere]) {
    expect((await client.attempt('claimNextItem', { params: CELL })).code).toBe('not_served_queue')
  }
  expect((await people.resident.attempt('claimNextItem', { params: CELL })).code).toBe('forbidden')
  await claimNext(people.worker)
})

test('of 500 items that 32 workers take at once each is taken exactly once, and nobody waits for long', async () => {
  const receipt = await report(people.resident)
  await server.sql(COPY_499_TIMES, [receipt.workItemId])
  const workers = await Promise.all(
    Array.from({ length: 32 }, async () =>
      server.signIn(await addPerson(server, 'grid_worker', { communityId: 'raosai', gridCellId: 'raosai-1' })),
    ),
  )
  const taken: string[] = []
  const times: number[] = []
  await Promise.all(
    workers.map(async (worker) => {
      for (;;) {
        const start = performance.now()
        const item = await claimNext(worker)
        times.push(performance.now() - start)
        if (!item) return
        taken.push(item.id)
      }
    }),
  )
  expect(taken).toHaveLength(500)
  expect(new Set(taken).size).toBe(500)
  const [row] = await server.sql<{ claims: string; items: string; holders: string }>(
    `select count(*) as claims, count(distinct work_item_id) as items, count(distinct actor_id) as holders
     from work_item_event where kind = 'claimed' and actor_id = any($1)`,
    [workers.map(({ personId }) => personId)],
  )
  expect(row).toEqual({ claims: '500', items: '500', holders: '32' })
  expect(Math.max(...times)).toBeLessThan(10_000)
})

/** The same item 499 times more, each under a number of its own. */
const COPY_499_TIMES = `
  insert into work_item select (copy).* from (
    select jsonb_populate_record(item, jsonb_build_object(
      'id', uuidv7(), 'receipt_number', item.receipt_number || '-' || n, 'due_at', item.due_at + n * interval '1 second'
    )) as copy
    from work_item item, generate_series(1, 499) n where item.id = $1) copies`
