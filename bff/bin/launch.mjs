import { join } from 'node:path'
import { announce } from './announce.mjs'
import { buildPages, pagesDirectory, WATCHED_PAGES_URL, watchPages } from './build-pages.mjs'
import { buildServer, SERVER_ENTRY } from './build-server.mjs'
import { startEmbeddedPostgres } from './embedded-postgres.mjs'
import { fieldKeysIn } from './field-keys.mjs'
import { inRoot } from './places.mjs'
import { requireFreePort, wantedPort } from './port.mjs'
import { endLeftServer, forgetServer, recordServer } from './running-record.mjs'
import { describeEnd, startServer } from './server-process.mjs'
import { createShutdown } from './shutdown.mjs'
import { watchServer } from './watch-server.mjs'

/**
 * Brings everything up on a data directory that `lock` holds, tells what to open, and stays until it is told to stop.
 * Ends the process itself: 0 after Ctrl-C or SIGTERM, 1 after a failure.
 */
export async function launch({ directory, lock, progress, isWatching }) {
  const shutdown = createShutdown(progress)
  shutdown.last(async () => {
    forgetServer(directory)
    await lock.release()
  })
  try {
    await bringUp({ directory, progress, isWatching, shutdown })
  } catch (error) {
    // A step that was cut short by Ctrl-C has nothing to say.
    if (!shutdown.signal.aborted) await shutdown.fail(error.message)
  }
}

async function bringUp({ directory, progress, isWatching, shutdown }) {
  const port = wantedPort(process.env)
  const left = await endLeftServer(directory)
  if (left) progress.say(`Ended server process ${left}, left behind by a start that was killed.`)
  await requireFreePort(port)

  const pages = isWatching ? watchPages(shutdown.signal) : buildPages('h5', progress, { signal: shutdown.signal })
  const program = isWatching ? undefined : buildServer(progress)
  const server = Promise.all([openDatabase({ directory, progress, shutdown }), program]).then(([databaseUrl]) =>
    runServer({ directory, progress, shutdown, port, databaseUrl, isWatching }),
  )
  const [ready] = await Promise.all([server, pages])
  if (shutdown.signal.aborted) return
  announce(isWatching ? { ...ready, url: WATCHED_PAGES_URL } : ready, { progress, directory, port })
}

/** DATABASE_URL when it is set, else the address of the embedded PostgreSQL, started here. */
async function openDatabase({ directory, progress, shutdown }) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const starting = progress.step('Starting PostgreSQL', () => startEmbeddedPostgres({ directory }))
  // Known to the shutdown before it is up, so that a Ctrl-C meanwhile waits for it and ends it.
  shutdown.second(async (options) => (await starting.catch(() => undefined))?.stop(options))
  const postgres = await starting
  if (postgres.adopted) progress.say('  Took over the PostgreSQL that an earlier start left running.')
  if (postgres.movedFrom) {
    progress.say(`  PostgreSQL may not run as root and cannot reach ${directory}: the database is in ${postgres.home}`)
  }
  watchPostgres(postgres, shutdown)
  return postgres.url
}

function watchPostgres(postgres, shutdown) {
  const looking = setInterval(() => {
    if (shutdown.signal.aborted) return clearInterval(looking)
    if (postgres.isRunning()) return
    void shutdown.fail(`PostgreSQL has stopped. The end of its log:\n${postgres.lastLogLines(15)}`)
  }, 2000)
  looking.unref()
}

async function runServer({ directory, progress, shutdown, port, databaseUrl, isWatching }) {
  if (shutdown.signal.aborted) return undefined
  const log = join(directory, 'bff.log')
  const startOnce = () => {
    const server = startServer({
      entry: isWatching ? inRoot('bff', 'src', 'main.ts') : SERVER_ENTRY,
      args: isWatching ? ['--import', 'tsx'] : [],
      environment: serverEnvironment({ directory, port, databaseUrl }),
      log,
    })
    recordServer(directory, server.pid)
    return server
  }
  const server = isWatching ? watchServer({ startOnce, progress, signal: shutdown.signal }) : startOnce()
  shutdown.first((options) => server.stop(options))
  const ready = await progress.step('Starting the server', () => server.ready)
  if (!isWatching) void server.exited.then((end) => shutdown.fail(describeEnd(end, log)))
  return ready
}

function serverEnvironment({ directory, port, databaseUrl }) {
  const isDemo = !process.env.DATABASE_URL && process.env.NODE_ENV !== 'production'
  return {
    FILES_DIR: join(directory, 'files'),
    // Of a database elsewhere nobody but its operator can keep the keys.
    ...(process.env.DATABASE_URL ? {} : fieldKeysIn(directory)),
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PAGES_DIR: pagesDirectory('h5'),
    CONFIG_DIR: process.env.CONFIG_DIR || inRoot('config', 'data'),
    DATA_DIR: directory,
    // Signing in by choosing a person is for trying the thing out: never in a real installation, and only from this
    // machine unless somebody opens it by naming a HOST.
    ...(isDemo ? { DEMO: '1', HOST: process.env.HOST || '127.0.0.1', SMS_GATEWAY: 'console' } : {}),
  }
}
