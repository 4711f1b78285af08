import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ServerProcess, startServerProcess, WECHAT_MAIN } from '../../../test/server-process.ts'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../../test/throwaway-postgres.ts'
import { STAND_IN, startWechatServer, type WechatServer } from '../../../test/wechat-server/wechat-server.ts'

const CALLS = 30
const TIMEOUT_MS = 2_000
const TOKEN = '/cgi-bin/stable_token'

let postgres: ThrowawayPostgres
let database: pg.Pool
let wechat: WechatServer
let servers: readonly [ServerProcess, ServerProcess]

const start = () =>
  startServerProcess(postgres.url, WECHAT_MAIN, {
    WECHAT_APP_ID: STAND_IN.appId,
    WECHAT_APP_SECRET: STAND_IN.secret,
    WECHAT_API_URL: wechat.url,
    WECHAT_TIMEOUT_MS: String(TIMEOUT_MS),
  })

beforeAll(async () => {
  postgres = await startThrowawayPostgres()
  database = new pg.Pool({ connectionString: postgres.url, max: 1 })
  wechat = await startWechatServer()
  servers = [await start(), await start()]
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()))
  await database.end()
  await wechat.stop()
  await postgres.stop()
})
beforeEach(async () => {
  wechat.heal()
  await database.query('delete from wechat_token')
})

const fetched = () => wechat.calls()[TOKEN] ?? 0
const call = (server: ServerProcess, calls = CALLS) => server.tell<{ made: number; milliseconds: number }>({ calls })
const callBoth = async () => (await Promise.all(servers.map((server) => call(server)))).map(({ made }) => made)

test('two processes without a token fetch one between them', async () => {
  const before = fetched()
  expect(await callBoth()).toEqual([CALLS, CALLS])
  expect(fetched() - before).toBe(1)
})

test('two processes whose token is ending fetch the next once, and nobody waits for it', async () => {
  await callBoth()
  const before = fetched()
  await database.query("update wechat_token set expires_at = now() + interval '200 seconds'")
  expect(await callBoth()).toEqual([CALLS, CALLS])
  await expect.poll(fetched).toBe(before + 1)
  await callBoth()
  expect(fetched()).toBe(before + 1)
})

test('two processes that are told that their token is worth nothing have another soon', async () => {
  await callBoth()
  const before = fetched()
  wechat.revokeTokens()
  expect(await callBoth()).toEqual([CALLS, CALLS])
  expect(fetched() - before).toBe(1)
})

test('a process that is killed while it fetches keeps the other from it for seconds only', async () => {
  const [first, second] = servers
  wechat.fail({ kind: 'hang', path: TOKEN, times: 1 })
  const before = fetched()
  void call(first, 1).catch(() => undefined)
  await expect.poll(fetched).toBe(before + 1)
  await first.kill()
  servers = [await start(), second]
  const answer = await call(second, 1)
  expect(answer.milliseconds).toBeLessThan(TIMEOUT_MS + 1_500)
  await expect.poll(async () => (await call(second, 1)).made, { timeout: 10_000 }).toBe(1)
})
