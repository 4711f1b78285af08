import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LoadedConfig } from '@little-bench/config/model'
import pg from 'pg'
import { startEmbeddedPostgres } from '../bin/embedded-postgres.mjs'
import { seedDatabase } from './seed.ts'

export interface Databases {
  /** A database with that many issues, seeded when it is not there; nobody may write to it. */
  seeded(issues: number): Promise<string>
  /** A copy of a database, named `seed_<issues>` or made by this, under another name; nobody may be connected to it. */
  copyOf(source: string, name: string): Promise<string>
  /** A database with nothing in it. */
  empty(name: string): Promise<string>
  stop(): Promise<void>
}

// Everything as `npm start` sets it, but no checkpoint may fall into one round and not into the next; and its log has the
// files that one which has run for a day has, and need not make them.
const SETTINGS = { max_wal_size: '4GB', min_wal_size: '2GB', checkpoint_timeout: '1h' }

/** Starts the embedded PostgreSQL, durable as for real, in a folder of its own or in one that is kept. */
export const startDatabases = async (keep: string | undefined, config: LoadedConfig): Promise<Databases> => {
  const directory = keep === undefined ? await mkdtemp(join(tmpdir(), 'little-bench-speed-')) : resolve(keep)
  const postgres = await startEmbeddedPostgres({ directory, settings: SETTINGS })
  const urlOf = (name: string): string => postgres.url.replace('/postgres?', `/${name}?`)
  const administer = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    try {
      return (await client.query<Row>(text)).rows
    } finally {
      await client.end()
    }
  }
  const seeded = async (issues: number): Promise<string> => {
    const name = `seed_${issues}`
    const [existing] = await administer(`select 1 from pg_database where datname = '${name}'`)
    if (existing !== undefined) return urlOf(name)
    // A seed that is killed half-way must not be taken for a whole one.
    await administer(`drop database if exists ${name}_unfinished with (force)`)
    await administer(`create database ${name}_unfinished`)
    await seedDatabase(urlOf(`${name}_unfinished`), config, issues)
    await administer(`alter database ${name}_unfinished rename to ${name}`)
    return urlOf(name)
  }
  return {
    seeded,
    async copyOf(source, name) {
      await administer(`drop database if exists ${name} with (force)`)
      await administer(`create database ${name} template ${source} strategy file_copy`)
      return urlOf(name)
    },
    async empty(name) {
      await administer(`drop database if exists ${name} with (force)`)
      await administer(`create database ${name}`)
      return urlOf(name)
    },
    async stop() {
      await postgres.stop()
      if (keep !== undefined) return
      for (const place of [postgres.home, directory]) await rm(place, { recursive: true, force: true })
    },
  }
}
