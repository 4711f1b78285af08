import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { lastLines, rotateLog } from './log-file.mjs'
import { locatePostgresBinaries } from './postgres-binaries.mjs'
import { preparePostgresHome } from './postgres-home.mjs'
import { findPostmaster, forgetDeadPostmaster } from './postmaster.mjs'
import { runCommand } from './run-command.mjs'

const MAJOR_VERSION = '18'
const isWindows = process.platform === 'win32'
const START_LIMIT_SECONDS = 120

/**
 * Starts the PostgreSQL that comes from npm on a data directory, or adopts the one that a killed launcher left running.
 *
 * `settings` are postgresql.conf names and values; `durable: false` turns fsync off, for test databases only.
 * What it gives is described in embedded-postgres.d.mts.
 * Throws an Error whose message a person can act on.
 */
export async function startEmbeddedPostgres({ directory, settings = {}, durable = true }) {
  const place = preparePostgresHome(directory, { isThrowaway: !durable })
  const binaries = locatePostgresBinaries({ owner: place.owner, copyTo: place.home })
  const run = (name, args) =>
    runCommand(join(binaries, name), args, { ...place.owner, cwd: '/', env: environment(place) })
  const fresh = !existsSync(place.cluster)
  if (fresh) await createCluster(place, run, durable)
  refuseOtherVersion(place.cluster)

  const adopted = await adoptOrClear(place)
  if (!adopted) {
    await writeSettings(place, settings, durable)
    rotateLog(place.log)
    await startServer(place, run)
  }
  const stop = async ({ hurry = false } = {}) => {
    await stopServer(place, run, hurry ? 'immediate' : 'fast')
    // The folder a test gave is its own to remove; it does not know of another one.
    if (!durable && place.movedFrom) rmSync(place.home, { recursive: true, force: true })
  }
  return {
    url: urlOf(place),
    adopted,
    fresh,
    home: place.home,
    movedFrom: place.movedFrom,
    isRunning: () => findPostmaster(place.cluster) !== undefined,
    lastLogLines: (count) => lastLines(place.log, count),
    stop,
  }
}

const environment = ({ home }) => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  HOME: home,
  LC_ALL: isWindows ? 'C' : 'C.UTF-8',
})

/** initdb fills a folder of another name first: a start killed half-way leaves nothing that looks like a cluster. */
async function createCluster(place, run, durable) {
  const unfinished = `${place.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  await run('initdb', [
    '--no-instructions',
    `--pgdata=${unfinished}`,
    '--username=app',
    '--encoding=UTF8',
    // With the locale C, pg_trgm finds no letters in Chinese and Tibetan.
    ...(process.platform === 'linux'
      ? ['--locale=C.UTF-8']
      : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']),
    ...(isWindows ? ['-A', 'scram-sha-256', `--pwfile=${passwordFile(place)}`] : ['-A', 'trust']),
    ...(durable ? [] : ['--no-sync']),
  ])
  writeFileSync(join(unfinished, 'postgresql.conf'), "include_if_exists = 'launcher.conf'\n", { flag: 'a' })
  renameSync(unfinished, place.cluster)
}

function refuseOtherVersion(cluster) {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === MAJOR_VERSION) return
  throw new Error(
    `${cluster} was made by PostgreSQL ${version}, and this release brings ${MAJOR_VERSION}. ` +
      'Dump it with the release that made it, or choose another DATA_DIR.',
  )
}

/** True when a live postmaster of this cluster answers; one that is going down is waited for, then false. */
async function adoptOrClear(place) {
  const until = Date.now() + START_LIMIT_SECONDS * 1000
  while (findPostmaster(place.cluster)) {
    if (await answers(urlOf(place))) return true
    if (Date.now() > until)
      throw new Error(`A PostgreSQL runs on ${place.cluster} but does not answer: see ${place.log}`)
    await sleep(100)
  }
  forgetDeadPostmaster(place.cluster, place.sockets)
  return false
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function writeSettings(place, settings, durable) {
  const lines = Object.entries({
    ...(isWindows
      ? { listen_addresses: '127.0.0.1', port: await freePort() }
      : { listen_addresses: '', unix_socket_directories: `"${place.sockets}"`, unix_socket_permissions: '0700' }),
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? { fsync: 'on' } : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  }).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`)
  writeFileSync(join(place.cluster, 'launcher.conf'), lines.join(''))
}

async function startServer(place, run) {
  try {
    await run('pg_ctl', ['start', '-D', place.cluster, '-l', place.log, '-w', '-t', String(START_LIMIT_SECONDS), '-s'])
  } catch (error) {
    throw new Error(
      `The embedded PostgreSQL did not start (${place.log}):\n${lastLines(place.log, 8) || error.message}`,
    )
  }
}

async function stopServer(place, run, mode) {
  if (!findPostmaster(place.cluster)) return
  await run('pg_ctl', ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', '60', '-s'])
}

function urlOf(place) {
  if (!isWindows) return `postgres://app@localhost/postgres?host=${encodeURIComponent(place.sockets)}`
  const port = /^port = '(\d+)'/m.exec(readFileSync(join(place.cluster, 'launcher.conf'), 'utf8'))?.[1]
  return `postgres://app:${readFileSync(passwordFile(place), 'utf8').trim()}@127.0.0.1:${port}/postgres`
}

/** Windows has no socket file to guard with folder permissions, so there the account has a random password. */
function passwordFile({ home }) {
  const file = join(home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return file
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
