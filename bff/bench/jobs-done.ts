import pg from 'pg'

const JOBS_LIMIT_MS = 60_000

/**
 * Waits until the server has run every job that a round left behind, or the next round would pay for it; what waits for
 * the duty hours of tomorrow is not waited for.
 */
export const jobsDone = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const isDone = async (): Promise<boolean> => {
    const { rows } = await client.query(
      "select 1 from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() limit 1",
    )
    return rows.length === 0
  }
  const until = performance.now() + JOBS_LIMIT_MS
  try {
    while (!(await isDone())) {
      if (performance.now() > until) throw new Error('the jobs of a round were not done a minute later')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  } finally {
    await client.end()
  }
}
