import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, createClient } from '../../test/client.ts'
import { aReport, type Receipt } from '../../test/factories.ts'
import { type ServerProcess, startServerProcess } from '../../test/server-process.ts'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../test/throwaway-postgres.ts'

/** Claimed and resolved: two moves each. */
const ITEMS = 500
/** So many moves are made before clocks begin to fire; the others go on while they do. */
const BEFORE_THE_CLOCKS = 400
/** So many clocks run out at once, and the server is killed when some of them have fired and not yet all. */
const CLOCKS = 60
const FIRED_AT_LEAST = 10
const FIRED_AT_MOST = 40
const ATTEMPTS = 5

let postgres: ThrowawayPostgres
let server: ServerProcess
let database: pg.Pool
let boss: PgBoss

beforeAll(async () => {
  postgres = await startThrowawayPostgres()
  database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  server = await startServerProcess(postgres.url)
  boss = new PgBoss({ connectionString: postgres.url, supervise: false, schedule: false, migrate: false })
  await boss.start()
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await server.kill()
  await database.end()
  await postgres.stop()
})

const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.query<Row>(text, values)).rows

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const signIn = async (name: string) => {
  const visitor = createClient(server.url, undefined, '')
  const { items } = await visitor.call('listDemoPeople')
  const person = items.find((each) => each.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  const { token } = await visitor.call('startDemoSession', { body: { personId: person.id } })
  return token
}

/** One move that is sent again, under its key, until it is answered. */
interface Write {
  workItemId: string
  key: string
  body: object
}

const movesOf = ({ workItemId }: Receipt, index: number): Write[] => [
  { workItemId, key: `claim-item-${index}`, body: { move: 'claim', version: 1 } },
  {
    workItemId,
    key: `resolve-item-${index}`,
    body: { move: 'resolve', version: 2, note: `办好了，第${index}件。` },
  },
]

/** The status, or undefined when the server is not there to answer. */
const send = async (token: string, { workItemId, key, body }: Write): Promise<number | undefined> => {
  const params = { communityId: 'raosai', workItemId }
  try {
    const response = await fetch(server.url + addressOf('moveWorkItem', { params }), {
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

interface Progress {
  acknowledged: Write[]
  hasClockFired: boolean
}

/** Works through its share, one move after the other, and waits for the server when it is gone. */
const work = async (token: string, moves: readonly Write[], progress: Progress): Promise<void> => {
  for (const move of moves) {
    // However fast it is, it is still at it when the server is killed.
    while (!progress.hasClockFired && progress.acknowledged.length >= BEFORE_THE_CLOCKS) await pause(5)
    for (;;) {
      const status = await send(token, move)
      if (status === 200) break
      if (status !== undefined) throw new Error(`${move.key} answered ${status}`)
      await pause(100)
    }
    progress.acknowledged.push(move)
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
    [idsOf(receipts)],
  )

/**
 * Lets clocks run out and kills the server when some of them have fired and some have not: where all had fired before
 * anybody looked, others run out. Answers every item whose clock ran out, and the last of them apart.
 */
const killWhileClocksFire = async (
  resident: string,
  progress: Progress,
): Promise<{ due: Receipt[]; last: Receipt[] }> => {
  const due: Receipt[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last = await reportMany(resident, CLOCKS)
    due.push(...last)
    await letRunOut(last)
    await boss.send('do-what-is-due', {})
    if ((await untilSomeFired(last, progress)) > FIRED_AT_MOST) continue
    await server.kill()
    return { due, last }
  }
  throw new Error('all clocks had fired whenever the server was to be killed')
}

const untilSomeFired = async (receipts: readonly Receipt[], progress: Progress): Promise<number> => {
  for (;;) {
    const fired = await countFired(receipts)
    progress.hasClockFired ||= fired > 0
    if (fired >= FIRED_AT_LEAST) return fired
    await pause(2)
  }
}

const countFired = async (receipts: readonly Receipt[]): Promise<number> =>
  (await countsByItem(idsOf(receipts), 'escalated')).filter((count) => count > 0).length

/** What the schedule does every minute, asked for at once and by several. */
const doWhatIsDue = async (): Promise<void> => {
  await Promise.all([1, 2, 3].map(() => boss.send('do-what-is-due', {})))
  // A job that was under way in the killed process is given to another once its time is over.
  await rows("update pgboss.job set started_on = now() - interval '1 day' where state = 'active'")
  await boss.supervise()
}

const areAllDelivered = async (): Promise<boolean> => {
  // At night the clocks wake nobody: the morning is brought forward.
  await rows(
    "update pgboss.job set start_after = now() where name = 'deliver-notice' and state = 'created' and start_after > now()",
  )
  const [row] = await rows<{ waiting: string }>(
    `select count(*) as waiting from pgboss.job
     where state < 'completed'
       and (name = 'deliver-notice' or (name = 'do-what-is-due' and start_after < now() + interval '1 minute'))`,
  )
  return row?.waiting === '0'
}

const idsOf = (receipts: readonly Receipt[]): string[] => receipts.map(({ workItemId }) => workItemId)

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
  const moves = receipts.map(movesOf)
  const progress: Progress = { acknowledged: [], hasClockFired: false }
  const working = Promise.all(
    workers.map((token, who) => work(token, moves.filter((_moves, n) => n % workers.length === who).flat(), progress)),
  )
  while (progress.acknowledged.length < BEFORE_THE_CLOCKS) await Promise.race([working, pause(5)])
  const { due, last } = await killWhileClocksFire(resident, progress)

  const answered = [...progress.acknowledged]
  expect(answered.length).toBeLessThan(2 * ITEMS)
  const stored = await rows<{ key: string }>(
    'select key from idempotency_key where key = any($1) and result is not null',
    [answered.map(({ key }) => key)],
  )
  expect(stored).toHaveLength(answered.length)
  const fired = await countFired(last)
  expect(fired).toBeGreaterThan(0)
  expect(fired).toBeLessThan(CLOCKS)

  server = await startServerProcess(postgres.url)
  await doWhatIsDue()
  await working
  await doWhatIsDue()
  await expect.poll(areAllDelivered, { timeout: 90_000, interval: 200 }).toBe(true)

  const ids = idsOf(receipts)
  for (const kind of ['claimed', 'resolved']) {
    expect([kind, await countsByItem(ids, kind)]).toEqual([kind, ids.map(() => 1)])
  }
  const states = await rows('select distinct state, version from work_item where id = any($1)', [ids])
  expect(states).toEqual([{ state: 'resolved', version: 3 }])
  expect(await noticesAbout(ids)).toEqual([{ kinds: ['accepted', 'receipt', 'resolved'], items: ITEMS }])

  const dueIds = idsOf(due)
  expect(await countsByItem(dueIds, 'escalated')).toEqual(dueIds.map(() => 1))
  expect(await noticesAbout(dueIds)).toEqual([{ kinds: ['overdue', 'receipt'], items: dueIds.length }])
}, 180_000)

/** What the resident was told about each of these, and about how many they were told exactly that. */
const noticesAbout = (ids: readonly string[]) =>
  rows<{ kinds: string[]; items: number }>(
    `select kinds, count(*)::integer as items from (
       select array_agg(kind order by kind) as kinds from inbox_message
       join person on person.id = person_id and person.name = '绕赛社区居民（示范一）'
       where work_item_id = any($1) group by work_item_id) as item
     group by kinds`,
    [ids],
  )
