import { RETENTION } from '@little-bench/shared/privacy/retention'
import { composeInventory } from '../src/personal-inventory.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { listDue } from '../src/privacy/expire.service.ts'
import { holdDirectory } from './directory-lock.mjs'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { dataDirectory } from './places.mjs'

// Prints what the server would let go of tonight in DATABASE_URL, or in the embedded database of DATA_DIR while nothing
// runs on it: table, rule, rows. It changes nothing; the server does it every night by itself.
if (!process.argv.includes('--dry-run')) {
  console.error('The server lets go of what is due every night. To see what that would be: pnpm retention --dry-run')
  process.exit(1)
}
const given = process.env['DATABASE_URL']
await (given ? printDue(given) : printEmbedded(dataDirectory(process.env)))

async function printDue(url: string): Promise<void> {
  const { db, close } = openDatabase(url, 1)
  try {
    const rows = await listDue(db, composeInventory(nothingToDelete), systemClock.now())
    for (const { table, rule, does, due } of rows) {
      const { days, after, name } = RETENTION[rule]
      console.log(
        `${table.padEnd(22)} ${does.padEnd(7)} ${String(due).padStart(8)}  ${name.zh}：${after.zh}后${days}天`,
      )
    }
    console.log(`${rows.reduce((sum, { due }) => sum + due, 0)} rows are due; nothing was changed.`)
  } finally {
    await close()
  }
}

async function printEmbedded(directory: string): Promise<void> {
  const lock = await holdDirectory(directory)
  const postgres = await startEmbeddedPostgres({ directory })
  try {
    await printDue(postgres.url)
  } finally {
    await postgres.stop()
    await lock.release()
  }
}

async function nothingToDelete(): Promise<void> {
  // Nothing goes, so no bytes go with it.
}
