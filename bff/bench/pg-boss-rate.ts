import { PgBoss } from 'pg-boss'

const QUEUE = 'claims'
const CHUNK = 2_000

/**
 * Jobs a second that so many workers fetch and complete with pg-boss on the same PostgreSQL: what taking the next of many
 * costs with a queue made for nothing else. No HTTP is between, so it is printed and not compared.
 */
export const pgBossRate = async (
  databaseUrl: string,
  load: { jobs: number; workers: number; seconds: number; pool: number },
): Promise<number> => {
  const boss = new PgBoss({ connectionString: databaseUrl, max: load.pool, supervise: false, schedule: false })
  await boss.start()
  try {
    await boss.createQueue(QUEUE)
    for (let made = 0; made < load.jobs; made += CHUNK) {
      await boss.insert(
        QUEUE,
        Array.from({ length: CHUNK }, (_unused, n) => ({ data: { n: made + n } })),
      )
    }
    const start = performance.now()
    const until = start + load.seconds * 1_000
    const work = async (): Promise<number> => {
      for (let done = 0; ; done++) {
        if (performance.now() > until) return done
        const [job] = await boss.fetch(QUEUE)
        if (job === undefined) throw new Error('pg-boss has no jobs left')
        await boss.complete(QUEUE, job.id)
      }
    }
    const done = await Promise.all(Array.from({ length: load.workers }, work))
    return done.reduce((sum, count) => sum + count, 0) / ((performance.now() - start) / 1_000)
  } finally {
    await boss.stop({ graceful: false })
  }
}
