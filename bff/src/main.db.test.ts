import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../test/client.ts'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { aReport } from '../test/factories.ts'
import { TEST_KEYS } from '../test/keys.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const CONFIG_DIR = fileURLToPath(new URL('../../config/data', import.meta.url))

let database: TestDatabase
let running: ChildProcess | undefined

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  running?.kill('SIGKILL')
  await database.drop()
})

const startServer = async () => {
  const basics = { NODE_ENV: 'test', DATABASE_URL: database.url, CONFIG_DIR, DEMO: '1', PORT: '0' }
  const env = { ...process.env, ...basics, ...TEST_KEYS }
  const child = fork(MAIN, { execArgv: ['--import', 'tsx'], env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  running = child
  const [message]: { url: string }[] = await once(child, 'message')
  return { child, url: message?.url.replace('localhost', '127.0.0.1') ?? '' }
}

/** A report that has reached the server, and whose body is sent only when `finish` is called, as over a slow network. */
const slowReport = async (url: string, token: string) => {
  const body = JSON.stringify(aReport())
  const call = request(`${url}/api/communities/raosai/issues`, {
    method: 'POST',
    agent: false,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      Expect: '100-continue',
    },
  })
  const answered = once(call, 'response')
  call.flushHeaders()
  await once(call, 'continue')
  return {
    async finish() {
      call.end(body)
      const [response] = await answered
      return { status: Number(response.statusCode), body: await text(response) }
    },
  }
}

const isRefused = (url: string) =>
  fetch(url).then(
    () => false,
    () => true,
  )

test('a request that is under way when the server is told to stop is answered before it ends', async () => {
  const { child, url } = await startServer()
  const exited = once(child, 'exit')
  const { items } = await createClient(url, undefined, '').call('listDemoPeople')
  const personId = items.find(({ roles }) => roles.some(({ role }) => role === 'resident'))?.id ?? ''
  const { token } = await createClient(url, undefined, '').call('startDemoSession', { body: { personId } })
  const report = await slowReport(url, token)
  child.kill('SIGTERM')
  await expect.poll(() => isRefused(`${url}/healthz`), { timeout: 5_000 }).toBe(true)
  const answer = await report.finish()
  expect([answer.status, answer.body]).toEqual([201, expect.stringContaining('RS-')])
  expect(await exited).toEqual([0, null])
}, 90_000)
