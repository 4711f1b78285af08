import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'

/** Beside the bundle after a build, three folders up in the source tree. */
const folder = (): string => {
  const built = fileURLToPath(new URL('./migrations', import.meta.url))
  return existsSync(built) ? built : fileURLToPath(new URL('../../../migrations', import.meta.url))
}

const loadMigrations = async (): Promise<Record<string, Migration>> => {
  const migrations: Record<string, Migration> = {}
  const files = (await readdir(folder())).filter((file) => /^\d{8}T\d{4}-[a-z-]+\.(ts|js)$/.test(file))
  for (const file of files.toSorted()) {
    migrations[file.replace(/\.\w+$/, '')] = await import(pathToFileURL(join(folder(), file)).href)
  }
  return migrations
}

const withMigrator = async (
  databaseUrl: string,
  work: (migrator: Migrator) => Promise<{ error?: unknown }>,
): Promise<void> => {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, max: 2 }) }),
  })
  try {
    const { error } = await work(new Migrator({ db, provider: { getMigrations: loadMigrations } }))
    if (error !== undefined) throw error
  } finally {
    await db.destroy()
  }
}

/** Brings a database to the newest schema; each migration runs once, in its own order. */
export const migrateToLatest = (databaseUrl: string): Promise<void> =>
  withMigrator(databaseUrl, (migrator) => migrator.migrateToLatest())

/** Brings an empty database to the schema as it was after this migration. */
export const migrateTo = (databaseUrl: string, migration: string): Promise<void> =>
  withMigrator(databaseUrl, (migrator) => migrator.migrateTo(migration))
