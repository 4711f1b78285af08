import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

const WAITING = `select 1 from pgboss.job
  where name like 'deliver%' and state in ('created', 'active', 'retry') and start_after <= now() limit 1`

/** Waits until nobody is still to be told; whoever calls it limits how long. */
export const allDelivered = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    while ((await client.query(WAITING)).rowCount !== 0) await pause(200)
  } finally {
    await client.end()
  }
}
