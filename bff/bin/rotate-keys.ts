import { countForOldKeys, rotateKeys } from '../src/people/rotate-keys.service.ts'
import { createSealer } from '../src/platform/crypto/sealer.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { readSealingKeys } from '../src/platform/env/env.ts'
import { holdDirectory } from './directory-lock.mjs'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { fieldKeysIn } from './field-keys.mjs'
import { dataDirectory } from './places.mjs'
import { ALL_SEALED_COLUMNS } from './sealed-columns.ts'

// Seals every value in DATABASE_URL, or in the embedded database of DATA_DIR while nothing runs on it, with the first of
// FIELD_KEYS. Ends with 1 while the other keys are still needed.
const given = process.env['DATABASE_URL']
const left = await (given ? rotateIn(given, process.env) : rotateEmbedded(dataDirectory(process.env)))
console.log(left === 0 ? 'Nothing needs an old key any more.' : `${left} values still need an old key: run this again.`)
process.exitCode = left === 0 ? 0 : 1

async function rotateIn(url: string, environment: Record<string, string | undefined>): Promise<number> {
  const sealer = createSealer(readSealingKeys(environment))
  const { db, close } = openDatabase(url, 2)
  try {
    for (const { column, resealed, current, changed, unreadable } of await rotateKeys(db, sealer, ALL_SEALED_COLUMNS)) {
      console.log(`${column}: ${resealed} sealed anew, ${current} were already, ${changed} changed meanwhile`)
      for (const id of unreadable) console.error(`${column}: the value of ${id} does not open`)
    }
    return await countForOldKeys(db, sealer, ALL_SEALED_COLUMNS)
  } finally {
    await close()
  }
}

async function rotateEmbedded(directory: string): Promise<number> {
  const lock = await holdDirectory(directory)
  const postgres = await startEmbeddedPostgres({ directory })
  try {
    return await rotateIn(postgres.url, { ...fieldKeysIn(directory), ...process.env })
  } finally {
    await postgres.stop()
    await lock.release()
  }
}
