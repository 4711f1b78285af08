import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  FILES_FOLDER,
  fileOf,
  JOB_SCHEMA,
  JOB_TABLES,
  MANIFEST,
  Manifest,
  type ManifestTable,
  SETTINGS,
} from './backup-format.ts'

/** What is in a backup is for its owner alone: reports and messages stand in it as people wrote them. */
const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700

const LIST_TABLES = `
  select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition
    and (n.nspname = 'public' or (n.nspname = $1 and c.relname = any($2)))
  group by 1 order by 1`

/**
 * Writes the whole database, as it is at one moment and while it goes on being used, and after that the files that it
 * names into a new folder. Nothing but Node and the same driver is needed, whatever the version of PostgreSQL.
 */
export const backUp = async (
  source: { databaseUrl: string; filesFolder: string | undefined },
  folder: string,
  now: Date,
): Promise<Manifest> => {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
  const client = new pg.Client(source.databaseUrl)
  await client.connect()
  try {
    await client.query(SETTINGS)
    await client.query('begin isolation level repeatable read read only')
    const found = await client.query<Pick<ManifestTable, 'name' | 'columns'>>(LIST_TABLES, [JOB_SCHEMA, JOB_TABLES])
    const migration = await client.query<{ name: string }>('select max(name) as name from kysely_migration')
    const jobs = await client.query<{ version: number }>(`select version from ${JOB_SCHEMA}.version`)
    const tables: ManifestTable[] = []
    for (const table of found.rows) tables.push({ ...table, ...(await writeTable(client, table, folder)) })
    await client.query('commit')
    // After the database: a file that comes meanwhile is too many, where one that is missing would be lost.
    if (source.filesFolder !== undefined) {
      await cp(source.filesFolder, join(folder, FILES_FOLDER), { recursive: true, preserveTimestamps: true })
    }
    const manifest = Manifest.parse({
      format: 1,
      takenAt: now.toISOString(),
      migration: migration.rows[0]?.name,
      jobsVersion: jobs.rows[0]?.version,
      tables,
      hasFiles: source.filesFolder !== undefined,
    })
    await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: PRIVATE_FILE,
      flag: 'wx',
    })
    return manifest
  } finally {
    await client.end()
  }
}

const writeTable = async (
  client: pg.Client,
  { name, columns }: Pick<ManifestTable, 'name' | 'columns'>,
  folder: string,
): Promise<Pick<ManifestTable, 'rows' | 'sha256'>> => {
  const copy = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
  const hash = createHash('sha256')
  const hashed = new PassThrough().on('data', (chunk: Buffer) => hash.update(chunk))
  const file = createWriteStream(join(folder, fileOf(name)), { mode: PRIVATE_FILE, flags: 'wx' })
  await pipeline(copy, hashed, createGzip(), file)
  return { rows: copy.rowCount, sha256: hash.digest('hex') }
}
