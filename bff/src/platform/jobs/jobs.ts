import { fromKysely, type JobResult, PgBoss } from 'pg-boss'
import type { Trx } from '../db/database.ts'
import { afterCommit } from '../db/transaction.ts'
import type { Log } from '../log/log.ts'

/** What a job's handler gets; the id is the same on every retry, so it can make the work idempotent. */
export interface Job<Payload> {
  id: string
  payload: Payload
}

export interface EnqueueOptions {
  /** The job waits this long, in seconds. */
  delaySeconds?: number
}

export interface Jobs {
  /** Declares a queue of jobs and its handler, before `start`. A handler that throws is retried with growing delay. */
  handle<Payload extends object>(name: string, handler: (job: Job<Payload>) => Promise<void>): void
  /**
   * The same for jobs that are done together, up to fifty in one statement: all of them or, when the handler throws, each
   * once more by itself, so that one that cannot be done holds up no other.
   */
  handleBatch<Payload extends object>(name: string, handler: (jobs: readonly Job<Payload>[]) => Promise<void>): void
  /** Declares work for every night at 03:30 in Asia/Shanghai, once for all processes together. */
  everyNight(name: string, work: () => Promise<void>): void
  /** Declares work for every minute, once for all processes together; a minute that was missed is not made up for. */
  everyMinute(name: string, work: () => Promise<void>): void
  /** Enqueues a job inside the caller's transaction: it exists if and only if the write does. */
  enqueue<Payload extends object>(trx: Trx, name: string, payload: Payload, options?: EnqueueOptions): Promise<void>
  start(): Promise<void>
  /** Waits for running jobs, up to ten seconds. */
  stop(): Promise<void>
  isRunning(): boolean
}

const NIGHTLY = '30 3 * * *'
const MINUTELY = '* * * * *'
/** What is done every minute need not be repeated or remembered: the next minute does it again. */
const MINUTELY_QUEUE = { retryLimit: 0, deleteAfterSeconds: 3_600 } as const
/** What a killed process had begun is begun again after this, by any process. */
const EXPIRES_SECONDS = 120
const RETRIED_QUEUE = {
  retryLimit: 10,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: EXPIRES_SECONDS,
} as const
const BATCH = 50
/** However many jobs are enqueued, the worker is woken only so often and finds those that came meanwhile together. */
const WAKE_PAUSE_MS = 100
const STOP_TIMEOUT_MS = 10_000

/**
 * Jobs on the same PostgreSQL as everything else: an outbox that a second process can share. With `isScheduling` false
 * this process leaves what is due by the clock to others.
 */
export const createJobs = (databaseUrl: string, log: Log, { isScheduling = true } = {}): Jobs => {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 3, application_name: 'jobs', schedule: isScheduling })
  const workerOf = new Map<string, string>()
  const handlers = new Map<string, (jobs: readonly Job<object>[]) => Promise<JobResult[]>>()
  const scheduled = new Map<string, string>()
  const pauses = new Map<string, NodeJS.Timeout>()
  const awaited = new Set<string>()
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

  const oneByOne = async (
    jobs: readonly Job<object>[],
    run: (job: Job<object>) => Promise<void>,
  ): Promise<JobResult[]> => {
    const results: JobResult[] = []
    for (const job of jobs) results.push(await settle(job.id, () => run(job)))
    return results
  }

  const together = async (
    jobs: readonly Job<object>[],
    run: (jobs: readonly Job<object>[]) => Promise<void>,
  ): Promise<JobResult[]> => {
    try {
      await run(jobs)
      return jobs.map(({ id }) => ({ id, status: 'completed' }))
    } catch {
      return oneByOne(jobs, (job) => run([job]))
    }
  }

  const work = async (name: string): Promise<void> => {
    const retries = scheduled.get(name) === MINUTELY ? MINUTELY_QUEUE : RETRIED_QUEUE
    // No NOTIFY: inside the transactions that enqueue jobs it makes their commits wait for each other.
    await boss.createQueue(name, retries)
    await boss.updateQueue(name, { ...retries, notify: false })
    const options = { batchSize: BATCH, burstWhenBatchFull: true, perJobResults: true } as const
    const worker = await boss.work<object, void, typeof options>(
      name,
      options,
      async (jobs) => (await handlers.get(name)?.(jobs.map(({ id, data }) => ({ id, payload: data })))) ?? [],
    )
    workerOf.set(name, worker)
  }

  /** The worker of this process looks at once, or with those that follow; those of others within two seconds. */
  const wake = (name: string): void => {
    if (pauses.has(name)) return void awaited.add(name)
    const worker = workerOf.get(name)
    if (worker !== undefined) boss.notifyWorker(worker)
    const end = () => {
      pauses.delete(name)
      if (awaited.delete(name)) wake(name)
    }
    pauses.set(name, setTimeout(end, WAKE_PAUSE_MS).unref())
  }

  return {
    handle(name, handler) {
      // The payload is what `enqueue` was given under the same name.
      const run = handler as (job: Job<object>) => Promise<void>
      handlers.set(name, (jobs) => oneByOne(jobs, run))
    },
    handleBatch(name, handler) {
      const run = handler as (jobs: readonly Job<object>[]) => Promise<void> // As above.
      handlers.set(name, (jobs) => together(jobs, run))
    },
    everyNight(name, task) {
      scheduled.set(name, NIGHTLY)
      handlers.set(name, (jobs) => oneByOne(jobs, task))
    },
    everyMinute(name, task) {
      scheduled.set(name, MINUTELY)
      handlers.set(name, (jobs) => oneByOne(jobs, task))
    },
    async enqueue(trx, name, payload, { delaySeconds = 0 } = {}) {
      await boss.send(name, payload, { db: fromKysely(trx), ...(delaySeconds > 0 && { startAfter: delaySeconds }) })
      if (delaySeconds === 0) afterCommit(trx, () => wake(name))
    },
    async start() {
      await boss.start()
      for (const name of handlers.keys()) await work(name)
      if (isScheduling) {
        for (const [name, cron] of scheduled) await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
      }
      running = true
    },
    async stop() {
      running = false
      for (const pause of pauses.values()) clearTimeout(pause)
      await boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
    },
    isRunning: () => running,
  }
}
