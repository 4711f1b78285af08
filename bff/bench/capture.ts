import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { readEnv } from '../src/platform/env/env.ts'
import { createLog } from '../src/platform/log/log.ts'
import type { Sender } from './seed.ts'
import { requestOf, type Variant } from './workloads.ts'

/** One statement as the server sent it. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

/** What one request did: its statements in order, and its answer. */
export interface Capture {
  statements: readonly Statement[]
  answer: unknown
  status: number
  sender: Sender | undefined
  /** The item that the request named. */
  target: string | undefined
}

export interface Capturer {
  capture(variant: Variant, sender: Sender | undefined, target?: string): Promise<Capture>
  stop(): Promise<void>
}

const recording = new AsyncLocalStorage<Statement[]>()

const statementOf = ([first, values]: unknown[]): Statement | undefined => {
  if (typeof first === 'string') return { text: first, values: Array.isArray(values) ? values : [] }
  if (typeof first !== 'object' || first === null || !('text' in first) || typeof first.text !== 'string') return
  return { text: first.text, values: 'values' in first && Array.isArray(first.values) ? first.values : [] }
}

/** From now on every statement that pg sends while a request is being answered is written down with that request. */
const recordStatements = (): void => {
  const query: (...args: unknown[]) => unknown = pg.Client.prototype.query
  const recorded = function (this: pg.Client, ...args: unknown[]): unknown {
    const statement = statementOf(args)
    // What changed is announced a few times a second for all requests together: it belongs to none.
    if (statement !== undefined && !statement.text.includes('pg_notify')) recording.getStore()?.push(statement)
    return query.apply(this, args)
  }
  pg.Client.prototype.query = recorded as pg.Client['query'] // pg declares a dozen overloads; all pass through.
}

/** Runs the whole application in this process, to write down what each request really asks of the database. */
export const startCapturer = async (environment: Record<string, string>): Promise<Capturer> => {
  recordStatements()
  const app = createApp(readEnv(environment), systemClock, createLog('warn'))
  await app.start()
  const answer = app.koa.callback()
  let current: Statement[] = []
  const server = createServer((request, response) => recording.run(current, () => void answer(request, response)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    async capture(variant, sender, target) {
      const statements: Statement[] = []
      current = statements
      const { path, ...request } = requestOf(variant, sender, randomUUID(), target)
      const response = await fetch(`http://127.0.0.1:${port}${path}`, request)
      const body = await response.text()
      if (!response.ok) throw new Error(`${variant.method} ${path} answered ${response.status}: ${body}`)
      return { statements: [...statements], answer: JSON.parse(body), status: response.status, sender, target }
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await app.stop()
    },
  }
}
