import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import type { Database } from './database.ts'

export interface Broadcast {
  /** Tells every process on this database, and this one at once. Each payload has at most 7,000 bytes. */
  send(payloads: readonly string[]): Promise<void>
  onPayload(listener: (payload: string) => void): void
  /** Called when something may have been missed: the connection was lost and is there again. */
  onGap(listener: () => void): void
  start(): Promise<void>
  stop(): Promise<void>
}

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000
const CHECK_MS = 30_000
const QUERY_TIMEOUT_MS = 10_000

/**
 * Short messages between all processes on one database, by LISTEN and NOTIFY on one connection of its own. Whoever is not
 * connected misses them. Never NOTIFY inside a transaction that writes: commits with a NOTIFY wait for each other.
 */
export const createBroadcast = (options: {
  databaseUrl: string
  db: Database
  channel: string
  log: Log
}): Broadcast => {
  const { databaseUrl, db, channel, log } = options
  const sender = randomUUID()
  const payloadListeners: ((payload: string) => void)[] = []
  const gapListeners: (() => void)[] = []
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let check: NodeJS.Timeout | undefined
  let retryMs = FIRST_RETRY_MS
  let isStopped = false

  const deliver = (payload: string): void => {
    for (const listener of payloadListeners) listener(payload)
  }

  const lose = (lost: pg.Client): void => {
    if (client === lost) client = undefined
    lost.removeAllListeners()
    lost.on('error', () => undefined)
    void lost.end().catch(() => undefined)
    if (isStopped || client || retry) return
    retry = setTimeout(() => {
      retry = undefined
      connect().then(
        () => gapListeners.forEach((listener) => listener()),
        () => undefined,
      )
    }, retryMs)
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }

  const connect = async (): Promise<void> => {
    const opened = new pg.Client({
      connectionString: databaseUrl,
      application_name: channel,
      keepAlive: true,
      query_timeout: QUERY_TIMEOUT_MS,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
    })
    opened.on('error', () => lose(opened))
    opened.on('end', () => lose(opened))
    opened.on('notification', ({ payload = '' }) => {
      // What this process said it has heard already.
      if (!payload.startsWith(sender)) deliver(payload.slice(sender.length))
    })
    try {
      await opened.connect()
      await opened.query(`listen ${pg.escapeIdentifier(channel)}`)
      client = opened
      retryMs = FIRST_RETRY_MS
    } catch (error) {
      log.warn({ err: error }, 'no connection to listen on')
      lose(opened)
      throw error
    }
  }

  return {
    async send(payloads) {
      if (payloads.length === 0) return
      payloads.forEach(deliver)
      const texts = payloads.map((payload) => sender + payload)
      await sql`select pg_notify(${channel}, payload) from unnest(${texts}::text[]) as payload`.execute(db)
    },
    onPayload: (listener) => void payloadListeners.push(listener),
    onGap: (listener) => void gapListeners.push(listener),
    async start() {
      await connect()
      // A connection that a network forgot neither fails nor says anything.
      check = setInterval(() => {
        const checked = client
        checked?.query('select 1').catch(() => lose(checked))
      }, CHECK_MS)
    },
    async stop() {
      isStopped = true
      clearTimeout(retry)
      clearInterval(check)
      const last = client
      client = undefined
      await last?.end().catch(() => undefined)
    },
  }
}
