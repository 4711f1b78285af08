import { type CompiledQuery, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addPerson, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import type { DB } from '../platform/db/tables.generated.ts'
import { type DueFirstView, listOpenByQueue } from './queue-list.repository.ts'
import { listWaitingItems } from './roster.repository.ts'
import { lockNextUnclaimed } from './unclaimed.repository.ts'

const CELL = 'raosai-grid-1'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())
// Each test has an empty queue.
beforeEach(() => server.sql("update work_item set state = 'closed', outcome = 'solved' where state <> 'closed'"))

const idOf = async (priority: number, raisedBy: number, dueInDays: number): Promise<string> => {
  const { workItemId } = await report(people.resident)
  const order = 'priority = $2, raised_by = $3, due_at = created_at + make_interval(days => $4)'
  await server.sql(`update work_item set ${order} where id = $1`, [workItemId, priority, raisedBy, dueInDays])
  return workItemId
}

/** A lamp that many have raised, two dangers, and two things that can wait, in the order that they belong in. */
const plantOrder = async (): Promise<string[]> => {
  const [lamp, bench] = [await idOf(1, 1, 1), await idOf(0, 0, 1)]
  const [soon, raised, later] = [await idOf(3, 0, 2), await idOf(3, 3, 3), await idOf(2, 2, 4)]
  return [soon, raised, later, lamp, bench]
}

test('what is dangerous goes before what neighbours raised, and of one priority what is due first', async () => {
  const order = await plantOrder()
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const query = { view: 'unclaimed' as const, limit: 1, ...(cursor !== null && { cursor }) }
    const page: { items: { id: string }[]; nextCursor: string | null } = await people.worker.call('listQueueItems', {
      params: { queueId: CELL },
      query,
    })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null && seen.length <= order.length)
  expect(seen).toEqual(order)
})

test('they are taken and handed out in that order too', async () => {
  const order = await plantOrder()
  const waiting = await listWaitingItems(server.app.context.db, [CELL], 10)
  expect(waiting.map(({ id }) => id)).toEqual(order)
  const worker = await server.signIn(await addPerson(server, 'grid_worker', { gridCellId: 'raosai-1' }))
  const taken: (string | undefined)[] = []
  for (const _ of order) {
    const { item } = await worker.call('claimNextItem', { params: { queueId: CELL } })
    taken.push(item?.id)
  }
  expect(taken).toEqual(order)
})

/** The same item 2,000 times more in every priority. */
const COPY = `
  insert into work_item select (copy).* from (
    select jsonb_populate_record(item, jsonb_build_object(
      'id', uuidv7(), 'receipt_number', item.receipt_number || '-' || n, 'priority', n % 4, 'raised_by', n % 3,
      'state', case when n % 2 = 0 then 'queued' else 'accepted' end,
      'assignee_id', case when n % 2 = 0 then null else item.requester_id end,
      'referred_queue_id', case when n % 5 = 0 then 'municipal-works' end
    )) as copy
    from work_item item, generate_series(1, 2000) n where item.id = $1) copies`

test.each<[DueFirstView | 'next', string]>([
  ['open', 'work_item_open_by_queue'],
  ['mine', 'work_item_open_by_assignee'],
  ['unclaimed', 'work_item_unclaimed'],
  ['referred_here', 'work_item_referred'],
  ['next', 'work_item_unclaimed'],
])('the order of %s is read from its index and never sorted', async (view, index) => {
  const { workItemId } = await report(people.resident)
  await server.sql(COPY, [workItemId])
  await server.sql('analyze work_item')
  const [statement] = await statementsOf(async (db) => {
    const address = { queueId: view === 'referred_here' ? 'municipal-works' : CELL, viewerId: people.worker.personId }
    if (view === 'next') return void (await lockNextUnclaimed(db, { ...address, isForAnother: false }))
    const assigneeId = view === 'mine' ? people.resident.personId : null
    const filter = { serviceCode: null, gridCellId: null, communityId: null, assigneeId }
    await listOpenByQueue(db, view, { ...address, ...filter, now: server.clock.now(), limit: 20 }, undefined)
  })
  const plan = await server.sql<{ 'QUERY PLAN': string }>(`explain (generic_plan) ${statement?.sql}`)
  const text = plan.map((line) => line['QUERY PLAN']).join('\n')
  expect(text).toContain(`using ${index} `)
  expect(text).not.toContain('Sort')
})

/** What the work asks the database. */
const statementsOf = async (work: (db: Kysely<DB>) => Promise<void>): Promise<CompiledQuery[]> => {
  const asked: CompiledQuery[] = []
  const pool = new pg.Pool({ connectionString: server.databaseUrl, max: 1 })
  const log = ({ query }: LogEvent) => void asked.push(query)
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), log })
  try {
    await work(db)
    return asked
  } finally {
    await db.destroy()
  }
}
