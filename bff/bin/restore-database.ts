import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { from as copyFrom } from 'pg-copy-streams'
import { migrateTo } from '../src/platform/db/migrate.ts'
import { FILES_FOLDER, fileOf, JOB_SCHEMA, MANIFEST, Manifest, type ManifestTable, SETTINGS } from './backup-format.ts'

/** It cannot be restored; the message says why, for whoever typed the command. */
export class RestoreError extends Error {}

/**
 * Puts a backup into an empty database and a folder: the schema of that time first, then all rows in one transaction that
 * ends only when each is as it was and refers to what is there. The server brings the schema up to date when it starts.
 */
export const restore = async (
  folder: string,
  target: { databaseUrl: string; filesFolder: string | undefined },
): Promise<Manifest> => {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  await requireEmpty(target.databaseUrl)
  await migrateTo(target.databaseUrl, manifest.migration)
  await createJobTables(target.databaseUrl)
  await fill(target.databaseUrl, manifest, folder)
  if (manifest.hasFiles && target.filesFolder !== undefined) {
    await cp(join(folder, FILES_FOLDER), target.filesFolder, { recursive: true, preserveTimestamps: true })
  }
  return manifest
}

const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const requireEmpty = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query('select from pg_tables where schemaname in ($1, $2) limit 1', [
      'public',
      JOB_SCHEMA,
    ])
    if (rows.length > 0) throw new RestoreError('The database is not empty. Restore into a new one.')
  })

const createJobTables = async (databaseUrl: string): Promise<void> => {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 1 })
  await boss.start()
  await boss.stop({ graceful: false })
}

const LIST_REFERENCES = `
  select format('%I.%I', n.nspname, c.relname) as relation, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('public', $1)`

const LIST_TRIGGERS = `
  select distinct format('%I.%I', n.nspname, c.relname) as relation
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and n.nspname in ('public', $1) and not c.relispartition`

/** Without the right of a superuser: references are taken off and put on again, which checks every one of them. */
const fill = (databaseUrl: string, manifest: Manifest, folder: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await client.query(SETTINGS)
    const jobs = await client.query<{ version: number }>(`select version from ${JOB_SCHEMA}.version`)
    if (jobs.rows[0]?.version !== manifest.jobsVersion) {
      throw new RestoreError('The jobs were kept by another version of the server. Restore with that one.')
    }
    await client.query('begin')
    // Definitions name their tables in full only when nothing is found without.
    await client.query("set local search_path to ''")
    type Reference = { relation: string; name: string; definition: string }
    const { rows: references } = await client.query<Reference>(LIST_REFERENCES, [JOB_SCHEMA])
    const { rows: triggered } = await client.query<{ relation: string }>(LIST_TRIGGERS, [JOB_SCHEMA])
    await client.query('set local search_path to public')
    for (const { relation, name } of references) await client.query(`alter table ${relation} drop constraint ${name}`)
    for (const { relation } of triggered) await client.query(`alter table ${relation} disable trigger user`)
    await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')}`)
    for (const table of manifest.tables) await readTable(client, table, folder)
    for (const { relation } of triggered) await client.query(`alter table ${relation} enable trigger user`)
    for (const { relation, name, definition } of references) {
      await client.query(`alter table ${relation} add constraint ${name} ${definition}`)
    }
    await client.query('commit')
    await client.query('analyze')
  })

const readTable = async (
  client: pg.Client,
  { name, columns, rows, sha256 }: ManifestTable,
  folder: string,
): Promise<void> => {
  const copy = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  const hash = createHash('sha256')
  const hashed = new PassThrough().on('data', (chunk: Buffer) => hash.update(chunk))
  await pipeline(createReadStream(join(folder, fileOf(name))), createGunzip(), hashed, copy)
  if (copy.rowCount !== rows || hash.digest('hex') !== sha256) {
    throw new RestoreError(`${name} is not what was backed up.`)
  }
}
