import { fromKysely, type JobResult, PgBoss } from 'pg-boss'
import type { Trx } from '../db/database.ts'
import type { Log } from '../log/log.ts'

/** What a job's handler gets; the id is the same on every retry, so it can make the work idempotent. */
export interface Job<Payload> {
  id: string
  payload: Payload
}

export interface Jobs {
  /** Declares a queue of jobs and its handler, before `start`. A handler that throws is retried with growing delay. */
  handle<Payload extends object>(name: string, handler: (job: Job<Payload>) => Promise<void>): void
  /** Declares work for every night at 03:30 in Asia/Shanghai, once for all processes together. */
  everyNight(name: string, work: () => Promise<void>): void
  /** Enqueues a job inside the caller's transaction: it exists if and only if the write does. */
  enqueue<Payload extends object>(trx: Trx, name: string, payload: Payload): Promise<void>
  start(): Promise<void>
  /** Waits for running jobs, up to ten seconds. */
  stop(): Promise<void>
  isRunning(): boolean
}

const NIGHTLY = '30 3 * * *'
const RETRIES = 10
const BATCH = 50
const STOP_TIMEOUT_MS = 10_000

/** Jobs on the same PostgreSQL as everything else: an outbox that a second process can share. */
export const createJobs = (databaseUrl: string, log: Log): Jobs => {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 3, useListenNotify: true, application_name: 'jobs' })
  const handlers = new Map<string, (job: Job<object>) => Promise<void>>()
  const nightly: string[] = []
  let running = false
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))

  /** One job that fails is retried by itself, not with its whole batch. */
  const settle = async (id: string, run: () => Promise<void>): Promise<JobResult> => {
    try {
      await run()
      return { id, status: 'completed' }
    } catch (error) {
      log.error({ err: error, jobId: id }, 'job failed')
      return { id, status: 'failed', output: { message: String(error) } }
    }
  }

  const work = async (name: string, handler: (job: Job<object>) => Promise<void>): Promise<void> => {
    await boss.createQueue(name, { retryLimit: RETRIES, retryDelay: 2, retryBackoff: true, notify: true })
    // Notifications of one burst merge into one: without full batches fetched again at once, a burst of reports left
    // jobs that the next poll, half a minute later, took one by one.
    const options = { batchSize: BATCH, burstWhenBatchFull: true, perJobResults: true } as const
    await boss.work<object, void, typeof options>(name, options, async (jobs) => {
      const results: JobResult[] = []
      for (const { id, data } of jobs) results.push(await settle(id, () => handler({ id, payload: data })))
      return results
    })
  }

  return {
    handle(name, handler) {
      // The payload is what `enqueue` was given under the same name.
      handlers.set(name, handler as (job: Job<object>) => Promise<void>)
    },
    everyNight(name, task) {
      nightly.push(name)
      handlers.set(name, task)
    },
    async enqueue(trx, name, payload) {
      await boss.send(name, payload, { db: fromKysely(trx) })
    },
    async start() {
      await boss.start()
      for (const [name, handler] of handlers) await work(name, handler)
      for (const name of nightly) await boss.schedule(name, NIGHTLY, null, { tz: 'Asia/Shanghai' })
      running = true
    },
    async stop() {
      running = false
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
    },
    isRunning: () => running,
  }
}
