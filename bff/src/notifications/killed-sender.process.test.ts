import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wechatEnv } from '../../test/followers.ts'
import { TEST_KEYS } from '../../test/keys.ts'
import { startServerProcess } from '../../test/server-process.ts'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../test/throwaway-postgres.ts'
import { startWechatServer, type WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { createApp } from '../app.ts'
import { openDatabase } from '../platform/db/database.ts'
import { readEnv } from '../platform/env/env.ts'
import { createLog } from '../platform/log/log.ts'
import { bindAccount } from '../wechat/index.ts'

const PEOPLE = 60
const SEND = '/cgi-bin/message/subscribe/send'
/** Killed when so many were handed over, while others are in the air. */
const HANDED_OVER = 20
/** Of each process. */
const AT_THE_SAME_TIME = 8
const TEMPLATE = 'demo-booking-000000000000000000000000000'
/** Told at night as well: this runs at any hour of the day. */
const KIND = 'child_pick_up_undone'
const CONFIG_DIR = fileURLToPath(new URL('../../../config/data', import.meta.url))

let postgres: ThrowawayPostgres
let wechat: WechatServer
let database: pg.Pool

beforeAll(async () => {
  postgres = await startThrowawayPostgres()
  database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  // Long enough in the air to be killed there.
  wechat = await startWechatServer({ latencyMs: 150 })
})
afterAll(async () => {
  await wechat.stop()
  await database.end()
  await postgres.stop()
})

const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.query<Row>(text, values)).rows
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const handedOver = (): number => wechat.calls()[SEND] ?? 0

/** Somebody with a message that waits, and nobody has been told to send it yet. */
const addWaiting = async (): Promise<void> => {
  const { db, close } = openDatabase(postgres.url, 2)
  const env = readEnv({ DATABASE_URL: postgres.url, CONFIG_DIR, ...TEST_KEYS })
  const app = createApp(env, { now: () => new Date() }, createLog('silent'))
  for (let index = 0; index < PEOPLE; index += 1) {
    const [personId, messageId, openId] = [uuidv7(), uuidv7(), `o${uuidv7()}`]
    await rows(`insert into person (id, name, is_demo, created_at) values ($1, '示范人员', true, now())`, [personId])
    await bindAccount(db, app.context.sealer, { openId, personId }, new Date())
    await rows('insert into subscribe_credit values ($1, $2, 1, false)', [personId, TEMPLATE])
    await rows(
      `insert into inbox_message (id, person_id, community_id, kind, details, job_id, created_at)
       values ($1, $2, 'raosai', $4, $3, $1, now())`,
      [messageId, personId, JSON.stringify({ title: `第${index}条` }), KIND],
    )
    await rows(
      `insert into message_delivery (community_id, id, inbox_message_id, person_id, kind, template_id, is_confidential,
         state, created_at, changed_at, next_at)
       values ('raosai', $1, $1, $2, $4, $3, false, 'waiting', now(), now(), now())`,
      [messageId, personId, TEMPLATE, KIND],
    )
    wechat.visit(openId)
    wechat.accept(openId, TEMPLATE)
  }
  await close()
  await app.stop()
}

const wakeSender = async (): Promise<void> => {
  const boss = new PgBoss({ connectionString: postgres.url, supervise: false, schedule: false, migrate: false })
  await boss.start()
  await boss.send('deliver-further', {})
  await boss.stop({ graceful: false })
}

test('a process killed while it sends leaves no message that goes out twice, and the next sends the rest', async () => {
  const killed = await startServerProcess(postgres.url, undefined, wechatEnv(wechat))
  await addWaiting()
  await wakeSender()
  while (handedOver() < HANDED_OVER) await pause(10)
  await killed.kill()
  const inTheAir = await rows("select id from message_delivery where state = 'sending'")
  expect(inTheAir.length).toBeGreaterThan(0)
  expect(inTheAir.length).toBeLessThanOrEqual(AT_THE_SAME_TIME)

  // Another process, some minutes later.
  const now = () => new Date(Date.now() + 5 * 60_000)
  const env = readEnv({
    ...TEST_KEYS,
    ...wechatEnv(wechat),
    DATABASE_URL: postgres.url,
    CONFIG_DIR,
    SCHEDULED_WORK: '0',
    CONFIG_LOOK_MS: '0',
  })
  const next = createApp(env, { now }, createLog('silent'))
  await next.start()
  await next.doWhatIsDue()
  const states = await rows<{ state: string; count: string }>(
    'select state, count(*) from message_delivery group by state order by state',
  )
  await next.stop()
  expect(states).toEqual([
    { state: 'sent', count: String(PEOPLE - inTheAir.length) },
    { state: 'unclear', count: String(inTheAir.length) },
  ])
  const titles = wechat.sent().map(({ data }) => data['thing1'])
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles.length).toBeGreaterThanOrEqual(PEOPLE - inTheAir.length)
})
