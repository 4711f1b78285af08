import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { holdDirectory } from './directory-lock.mjs'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { dataDirectory } from './places.mjs'

// Brings DATABASE_URL, or the embedded database of DATA_DIR while nothing runs on it, to the newest schema.
const given = process.env['DATABASE_URL']
await (given ? migrateToLatest(given) : migrateEmbedded(dataDirectory(process.env)))
console.log('The schema is the newest.')

async function migrateEmbedded(directory: string): Promise<void> {
  const lock = await holdDirectory(directory)
  const postgres = await startEmbeddedPostgres({ directory })
  try {
    await migrateToLatest(postgres.url)
  } finally {
    await postgres.stop()
    await lock.release()
  }
}
