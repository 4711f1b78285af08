import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, createClient } from '../../test/client.ts'
import { addressOfItem, aReport, type Receipt } from '../../test/factories.ts'
import { type ServerProcess, startServerProcess } from '../../test/server-process.ts'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../test/throwaway-postgres.ts'

/** Claimed, answered and resolved: three moves each. */
const ITEMS = 334
/** So many answers are awaited before the server is killed. */
const BEFORE_THE_KILL = 400
const DUE_MEANWHILE = 60

let postgres: ThrowawayPostgres
let server: ServerProcess
let database: pg.Pool

beforeAll(async () => {
  postgres = await startThrowawayPostgres()
  database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  server = await startServerProcess(postgres.url)
})
afterAll(async () => {
  await server.kill()
  await database.end()
  await postgres.stop()
})

const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.query<Row>(text, values)).rows

const signIn = async (name: string) => {
  const visitor = createClient(server.url, undefined, '')
  const { items } = await visitor.call('listDemoPeople')
  const person = items.find((each) => each.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  const { token } = await visitor.call('startDemoSession', { body: { personId: person.id } })
  return token
}

/** One write that is sent again, under its key, until it is answered. */
interface Write {
  operation: 'moveWorkItem' | 'addReply'
  workItemId: string
  key: string
  body: object
}

const writesOf = ({ workItemId }: Receipt, index: number): Write[] => [
  { operation: 'moveWorkItem', workItemId, key: `claim-item-${index}`, body: { move: 'claim', version: 1 } },
  { operation: 'addReply', workItemId, key: `reply-item-${index}`, body: { body: `今天来看，第${index}件。` } },
  {
    operation: 'moveWorkItem',
    workItemId,
    key: `resolve-item-${index}`,
    body: { move: 'resolve', version: 2, note: `办好了，第${index}件。` },
  },
]

/** The status, or undefined when the server is not there to answer. */
const send = async (token: string, { operation, workItemId, key, body }: Write): Promise<number | undefined> => {
  const params = { communityId: 'raosai', workItemId }
  try {
    const response = await fetch(server.url + addressOf(operation, { params }), {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    })
    await response.text()
    return response.status
  } catch {
    return undefined
  }
}

/** Works through its share, one write after the other, and waits for the server when it is gone. */
const work = async (token: string, writes: readonly Write[], acknowledged: Write[]): Promise<void> => {
  for (const write of writes) {
    for (;;) {
      const status = await send(token, write)
      if (status === 200 || status === 201) break
      if (status !== undefined) throw new Error(`${write.key} answered ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    acknowledged.push(write)
  }
}

const reportMany = async (token: string, count: number): Promise<Receipt[]> => {
  const resident = createClient(server.url, token, '')
  const receipts: Receipt[] = []
  while (receipts.length < count) {
    const some = Array.from({ length: Math.min(16, count - receipts.length) }, () =>
      resident.call('reportIssue', { params: { communityId: 'raosai' }, body: aReport() }),
    )
    receipts.push(...(await Promise.all(some)))
  }
  return receipts
}

/** As if their promise that somebody takes them had run out while nobody was there. */
const letRunOut = (receipts: readonly Receipt[]) =>
  rows(
    `update work_item set acceptance_due_at = now() - interval '1 minute', next_timer_at = now() - interval '1 minute'
     where id = any($1)`,
    [receipts.map(({ workItemId }) => workItemId)],
  )

/** What the schedule does every minute, asked for at once and by several. */
const doWhatIsDue = async (): Promise<void> => {
  const boss = new PgBoss({ connectionString: postgres.url, supervise: false, schedule: false, migrate: false })
  await boss.start()
  await Promise.all([1, 2, 3].map(() => boss.send('do-what-is-due', {})))
  // A job that was under way in the killed process is given to another once its time is over.
  await rows("update pgboss.job set started_on = now() - interval '1 day' where state = 'active'")
  await boss.supervise()
  await boss.stop({ graceful: false })
}

const areAllDelivered = async (): Promise<boolean> => {
  const [row] = await rows<{ waiting: string }>(
    `select count(*) as waiting from pgboss.job
     where name in ('deliver-notice', 'do-what-is-due') and state < 'completed' and start_after < now() + interval '1 minute'`,
  )
  return row?.waiting === '0'
}

const countsByItem = async (ids: readonly string[], kind: string): Promise<number[]> => {
  const found = await rows<{ count: string }>(
    `select (select count(*) from work_item_event where work_item_id = item.id and kind = $2) as count
     from unnest($1::uuid[]) as item (id)`,
    [ids, kind],
  )
  return found.map(({ count }) => Number(count))
}

test('killed in the middle of 1,000 moves, the server loses none that was answered and makes none twice', async () => {
  const resident = await signIn('绕赛社区居民（示范一）')
  const workers = await Promise.all(
    ['第一网格网格员（示范）', '网格长（示范）', '工作人员（示范一）', '工作人员（示范二）'].map((name) =>
      signIn(`绕赛社区${name}`),
    ),
  )
  const receipts = await reportMany(resident, ITEMS)
  const forgotten = await reportMany(resident, DUE_MEANWHILE)
  const writes = receipts.map(writesOf)
  const acknowledged: Write[] = []
  const working = Promise.all(
    workers.map((token, who) =>
      work(token, writes.filter((_write, n) => n % workers.length === who).flat(), acknowledged),
    ),
  )
  while (acknowledged.length < BEFORE_THE_KILL) {
    await Promise.race([working, new Promise((resolve) => setTimeout(resolve, 5))])
  }
  await server.kill()
  const answered = [...acknowledged]
  const stored = await rows<{ key: string }>(
    'select key from idempotency_key where key = any($1) and result is not null',
    [answered.map(({ key }) => key)],
  )
  expect(stored).toHaveLength(answered.length)
  expect(answered.length).toBeLessThan(3 * ITEMS)

  await letRunOut(forgotten)
  server = await startServerProcess(postgres.url)
  await doWhatIsDue()
  await working
  await doWhatIsDue()
  await expect.poll(areAllDelivered, { timeout: 90_000, interval: 200 }).toBe(true)

  const ids = receipts.map(({ workItemId }) => workItemId)
  for (const kind of ['claimed', 'replied', 'resolved']) {
    expect([kind, await countsByItem(ids, kind)]).toEqual([kind, ids.map(() => 1)])
  }
  const states = await rows('select distinct state, version from work_item where id = any($1)', [ids])
  expect(states).toEqual([{ state: 'resolved', version: 3 }])

  const dueIds = forgotten.map((receipt) => addressOfItem(receipt).workItemId)
  expect(await countsByItem(dueIds, 'escalated')).toEqual(dueIds.map(() => 1))

  const notices = await rows<{ kinds: string[]; count: string }>(
    `select kinds, count(*) from (
       select array_agg(kind order by kind) as kinds from inbox_message
       join person on person.id = person_id and person.name = '绕赛社区居民（示范一）'
       where work_item_id = any($1) group by work_item_id) as item
     group by kinds`,
    [ids],
  )
  expect(notices).toEqual([{ kinds: ['accepted', 'receipt', 'replied', 'resolved'], count: String(ITEMS) }])
  const late = await rows<{ times: string }>(
    "select count(*) as times from inbox_message where kind = 'overdue' and work_item_id = any($1) group by work_item_id",
    [dueIds],
  )
  expect(late.map(({ times }) => times)).toEqual(dueIds.map(() => '1'))
}, 280_000)
