import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadConfig } from '@little-bench/config/load'
import { AppError, ERRORS } from '@little-bench/shared/kernel/errors'
import { spokenCode } from '@little-bench/shared/people/codes'
import { staffContract } from '@little-bench/shared/people/staff.contract'
import { inviteFirst } from '../src/people/invite-staff.service.ts'
import type { ShownCode } from '../src/people/one-time-code.service.ts'
import { createSealer } from '../src/platform/crypto/sealer.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { readSealingKeys } from '../src/platform/env/env.ts'
import { holdDirectory } from './directory-lock.mjs'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { fieldKeysIn } from './field-keys.mjs'
import { dataDirectory } from './places.mjs'

const USAGE = 'pnpm staff:invite --role admin --name 名字 [--community raosai] [--cell raosai-1] [--unit housing]'
const CONFIG_DIR = fileURLToPath(new URL('../../config/data', import.meta.url))
const TEXT = { type: 'string' } as const
const OPTIONS = { role: TEXT, name: TEXT, community: TEXT, cell: TEXT, unit: TEXT }

// Makes the first invitation to a desk in DATABASE_URL, or in the embedded database of DATA_DIR while nothing runs on it:
// whoever takes it invites everybody else. The code is shown here and kept nowhere.
const invited = invitedBy(process.argv.slice(2))
const url = process.env['DATABASE_URL']
const inviting = url ? inviteIn(url, process.env) : inviteInEmbedded(dataDirectory(process.env))
const { code, expiresAt } = await inviting.catch(refuse)
console.log(`${spokenCode(code)} works once, until ${expiresAt}: sign in and enter it there.`)

function refuse(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  console.error(ERRORS[error.code].zh)
  process.exit(1)
}

function invitedBy(args: string[]) {
  const {
    role,
    name,
    community: communityId,
    cell: gridCellId,
    unit: unitId,
  } = parseArgs({ args, options: OPTIONS }).values
  const parsed = staffContract.inviteStaff.body.safeParse({ name, given: { role, communityId, gridCellId, unitId } })
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) console.error(`${path.join('.')}: ${message}`)
  console.error(`Usage: ${USAGE}`)
  process.exit(1)
}

async function inviteIn(databaseUrl: string, environment: Record<string, string | undefined>): Promise<ShownCode> {
  await migrateToLatest(databaseUrl)
  const config = loadConfig(environment['CONFIG_DIR'] ?? CONFIG_DIR)
  const { db, close } = openDatabase(databaseUrl, 2)
  try {
    const sealer = createSealer(readSealingKeys(environment))
    return await inviteFirst({ db, sealer, config: () => config }, invited, new Date())
  } finally {
    await close()
  }
}

async function inviteInEmbedded(directory: string): Promise<ShownCode> {
  mkdirSync(directory, { recursive: true })
  const lock = await holdDirectory(directory)
  const postgres = await startEmbeddedPostgres({ directory })
  try {
    return await inviteIn(postgres.url, { ...fieldKeysIn(directory), ...process.env })
  } finally {
    await postgres.stop()
    await lock.release()
  }
}
