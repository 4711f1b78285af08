import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../bin/embedded-postgres.mjs'

export interface ThrowawayPostgres {
  url: string
  /** Ends PostgreSQL and removes its files. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL for tests, without fsync, in a folder of its own. It is removed by a process that waits for our
 * end on a pipe, so a test run that is killed leaves nothing behind either.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'little-bench-test-'))
  const postgres = await startEmbeddedPostgres({ directory, durable: false, settings: { max_connections: 200 } })
  const remover = spawn(
    process.execPath,
    [fileURLToPath(new URL('remove-with-parent.mjs', import.meta.url)), postgres.home, directory],
    { detached: true, stdio: ['pipe', 'ignore', 'inherit'] },
  )
  return {
    url: postgres.url,
    stop: async () => {
      remover.stdin.end()
      await once(remover, 'exit')
    },
  }
}
