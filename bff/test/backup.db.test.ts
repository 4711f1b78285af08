import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backUp } from '../bin/backup-database.ts'
import { describeSchema } from '../bin/describe-schema.ts'
import { restore } from '../bin/restore-database.ts'
import { createEmptyDatabase, type TestDatabase } from './database.ts'
import { type Receipt, report, signInRaosai } from './factories.ts'
import { startTestServer, type TestServer } from './server.ts'
import { uploadPhoto } from './uploads.ts'

const execFileAsync = promisify(execFile)
const BFF = fileURLToPath(new URL('..', import.meta.url))
const NOW = new Date('2026-11-23T02:00:00.000Z')
let server: TestServer
let empty: TestDatabase
let folder: string
let receipt: Receipt
let photoId: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'little-bench-backup-')), 'one')
  server = await startTestServer()
  empty = await createEmptyDatabase()
  const people = await signInRaosai(server)
  photoId = (await uploadPhoto(people.resident)).id
  receipt = await report(people.resident, { description: '楼道灯坏了\t第二行\n\\N 和引号"', fileIds: [photoId] })
})
afterEach(async () => {
  await server.stop()
  await empty.drop()
  await rm(dirname(folder), { recursive: true, force: true })
})

const query = async <Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Every row of every table, as PostgreSQL writes it, by its hash. */
const everything = async (url: string, { names }: { names: readonly string[] }): Promise<Record<string, string>> => {
  const hashes: Record<string, string> = {}
  for (const name of names) {
    const [row] = await query<{ hash: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' order by line)), '') as hash from (select t::text as line from ${name} t) as lines`,
    )
    hashes[name] = row?.hash ?? ''
  }
  return hashes
}
const filesBelow = async (directory: string): Promise<string[]> =>
  (await readdir(directory, { recursive: true })).toSorted()

test('what was dumped and dropped is restored as it was: rows, schema, files and jobs', async () => {
  // The last word of the server: something that is still to be told.
  const later = { kind: 'receipt', communityId: 'raosai', workItemId: null, subjectId: null, details: {} } as const
  const { personId } = (await signInRaosai(server)).resident
  await server.app.context.db
    .transaction()
    .execute((trx) =>
      server.app.context.jobs.enqueue(
        trx,
        'deliver-notice',
        { ...later, personId, sequence: 'z' },
        { delaySeconds: 3_600 },
      ),
    )
  await server.app.stop()
  const source = { databaseUrl: server.databaseUrl, filesFolder: server.filesFolder }
  const { tables } = await backUp(source, folder, NOW)
  const names = tables.map(({ name }) => name)
  const [before, schema, files] = [
    await everything(source.databaseUrl, { names }),
    await describeSchema(source.databaseUrl),
    await filesBelow(server.filesFolder),
  ]
  expect(names).toContain('pgboss.job')
  expect(files.some((path) => path.includes(photoId))).toBe(true)
  await server.dropDatabase()

  const filesFolder = join(folder, 'elsewhere')
  await restore(folder, { databaseUrl: empty.url, filesFolder })
  expect(await everything(empty.url, { names })).toEqual(before)
  expect(await describeSchema(empty.url)).toBe(schema)
  expect(await filesBelow(filesFolder)).toEqual(files)
  const waiting = await query(empty.url, "select from pgboss.job where name = 'deliver-notice' and state = 'created'")
  expect(waiting).toHaveLength(1)
})

test('a server goes on with what was restored, and the jobs that waited are done', async () => {
  // What a server has in its hands at that moment is done once it has expired there; nobody waits for that here.
  await server.app.stop()
  await backUp({ databaseUrl: server.databaseUrl, filesFolder: server.filesFolder }, folder, NOW)
  const filesFolder = join(folder, 'elsewhere')
  await restore(folder, { databaseUrl: empty.url, filesFolder })
  const other = await startTestServer({ DATABASE_URL: empty.url, FILES_DIR: filesFolder })
  try {
    const { resident } = await signInRaosai(other)
    const issue = await resident.call('getIssue', { params: { communityId: 'raosai', issueId: receipt.id } })
    expect(JSON.stringify(issue)).toContain('\\\\N 和引号')
    await vi.waitFor(async () => expect((await resident.call('listInbox')).items.length).toBeGreaterThan(0), {
      timeout: 10_000,
    })
  } finally {
    await other.stop()
  }
})

test('the commands of the operator do it, and forget what is old', async () => {
  const parent = join(folder, '..', 'all')
  const old = join(parent, '2026-01-01T000000')
  await mkdir(old, { recursive: true })
  await utimes(old, new Date('2026-01-01'), new Date('2026-01-01'))
  const run = (program: string, words: string[], environment: Record<string, string>) =>
    execFileAsync(program, words, { cwd: BFF, env: { PATH: process.env['PATH'], ...environment } })
  const source = { DATABASE_URL: server.databaseUrl, FILES_DIR: server.filesFolder }
  await run('deploy/backup.sh', [], { ...source, BACKUP_DIR: parent, KEEP_DAYS: '30' })
  const [taken = '', ...more] = await readdir(parent)
  expect([taken, more]).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{6}$/), []])
  const target = { DATABASE_URL: empty.url, FILES_DIR: join(folder, 'elsewhere') }
  const restored = [process.execPath, ['--import', 'tsx', 'bin/restore.ts', join(parent, taken)], target] as const
  const { stdout } = await run(restored[0], [...restored[1]], restored[2])
  expect(stdout).toMatch(/^\d+ tables are as they were at /)
  expect(await query(empty.url, 'select from issue where id = $1', [receipt.id])).toHaveLength(1)
  const again = run(restored[0], [...restored[1]], restored[2])
  await expect(again).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') })
})

test('a backup is for its owner alone', async () => {
  await backUp({ databaseUrl: server.databaseUrl, filesFolder: undefined }, folder, NOW)
  expect((await stat(folder)).mode & 0o077).toBe(0)
  for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
})

test('a backup that was changed is refused, and the database stays empty of rows', async () => {
  await backUp({ databaseUrl: server.databaseUrl, filesFolder: undefined }, folder, NOW)
  const path = join(folder, 'public.issue.copy.gz')
  await writeFile(
    path,
    gzipSync(
      gunzipSync(await readFile(path))
        .toString()
        .replace('楼道灯', '楼道门'),
    ),
  )
  const target = { databaseUrl: empty.url, filesFolder: undefined }
  await expect(restore(folder, target)).rejects.toThrow('public.issue is not what was backed up.')
  expect(await query(empty.url, 'select from issue')).toEqual([])
})

test('nothing is restored over what is there', async () => {
  const places = { databaseUrl: server.databaseUrl, filesFolder: undefined }
  await backUp(places, folder, NOW)
  await expect(restore(folder, places)).rejects.toThrow('The database is not empty.')
})
