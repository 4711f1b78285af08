import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type App, createApp } from '../src/app.ts'
import type { Clock } from '../src/platform/clock/clock.ts'
import { type Env, readEnv } from '../src/platform/env/env.ts'
import { createLog } from '../src/platform/log/log.ts'
import { type Answer, answerOf, type Client, createClient } from './client.ts'
import { createTestDatabase } from './database.ts'
import { TEST_KEYS } from './keys.ts'

/** A Monday in Lhasa, ten in the morning. */
export const START = '2026-11-23T02:00:00.000Z'
const CONFIG_DIR = fileURLToPath(new URL('../../config/data', import.meta.url))

export interface TestClock extends Clock {
  set(instant: string): void
  advance(by: { hours?: number; days?: number }): void
}

export const createTestClock = (): TestClock => {
  let now = Date.parse(START)
  return {
    now: () => new Date(now),
    set(instant) {
      now = Date.parse(instant)
    },
    advance({ hours = 0, days = 0 }) {
      now += (hours + days * 24) * 3_600_000
    },
  }
}

export interface TestServer {
  url: string
  databaseUrl: string
  /** Where its files are. */
  filesFolder: string
  app: App
  clock: TestClock
  /** Calls without a session. */
  anonymous: Client
  /** Signs in as a demonstration person. */
  signIn(personId: string): Promise<Client>
  /** Any request at all. */
  send(path: string, init?: RequestInit): Promise<Answer>
  /** Looks into the database, or plants what no operation can. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** Everything logged so far. */
  logged(): string
  /** Removes the database under the running server. */
  dropDatabase(): Promise<void>
  stop(): Promise<void>
}

export const captureLog = () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { log: createLog('debug', stream), logged: () => lines.join('') }
}

/** Starts the real application on a database of its own and a port that the system chooses. */
export const startTestServer = async (overrides: Partial<Env> = {}): Promise<TestServer> => {
  const database = await createTestDatabase()
  const limits = {
    RATE_LIMIT_READ: '1000000',
    RATE_LIMIT_WRITE: '1000000',
    RATE_LIMIT_SIGN_IN: '1000000',
    RATE_LIMIT_CODE: '1000000',
  }
  // The tests' clock is set by hand, and so is the moment at which what is due is done.
  // Neighbours see at once what is public; the tests of holding it back say otherwise.
  const holding = { HOLD_PUBLIC_CONTENT: '0' }
  const sms = { SMS_GATEWAY: 'console' }
  const ownTime = { SCHEDULED_WORK: '0', CONFIG_LOOK_MS: '0' }
  const filesFolder = mkdtempSync(join(tmpdir(), 'little-bench-files-'))
  const basics = { NODE_ENV: 'test', DATABASE_URL: database.url, CONFIG_DIR, DEMO: '1', FILES_DIR: filesFolder }
  const env = readEnv({ ...basics, ...TEST_KEYS, ...limits, ...ownTime, ...holding, ...sms })
  const clock = createTestClock()
  const { log, logged } = captureLog()
  const app = createApp({ ...env, ...overrides }, clock, log)
  await app.start()
  const http = app.koa.listen(0, '127.0.0.1')
  app.liveServer.attach(http)
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
  const url = `http://127.0.0.1:${port}`
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => undefined)
  const anonymous = createClient(url, undefined, '')
  return {
    url,
    databaseUrl: database.url,
    filesFolder,
    app,
    clock,
    anonymous,
    logged,
    async signIn(personId) {
      const { token } = await anonymous.call('startDemoSession', { body: { personId } })
      return createClient(url, token, personId)
    },
    send: async (path, init) => answerOf(await fetch(url + path, init)),
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    dropDatabase: database.drop,
    async stop() {
      http.close()
      http.closeAllConnections()
      await app.stop()
      await pool.end()
      await database.drop()
      rmSync(filesFolder, { recursive: true, force: true })
    },
  }
}
