import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, isAlive } from './process-identity.mjs'

const pidFile = (cluster) => join(cluster, 'postmaster.pid')

/** The process id of the postmaster that runs on this cluster now, or undefined. */
export function findPostmaster(cluster) {
  if (!existsSync(pidFile(cluster))) return undefined
  const pid = Number.parseInt(readFileSync(pidFile(cluster), 'utf8'), 10)
  if (!Number.isInteger(pid) || !isAlive(pid)) return undefined
  const command = commandOf(pid)
  // Without a way to ask (Windows), the file is believed.
  return command === undefined || command.includes(cluster) ? pid : undefined
}

/**
 * Clears what a postmaster that was killed left behind, once `findPostmaster` has found none. Its number may by now be
 * another program's, above all in a container that counts from 1 again, or a dead child that nobody has collected;
 * PostgreSQL would take either for a living postmaster and refuse to start for ever.
 */
export function forgetDeadPostmaster(cluster, sockets) {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(sockets, name), { force: true })
  if (!existsSync(pidFile(cluster))) return
  // The file stays, because its last line guards against server processes that outlived their postmaster;
  // only the number is replaced, by one no process has.
  const [, ...rest] = readFileSync(pidFile(cluster), 'utf8').split('\n')
  writeFileSync(pidFile(cluster), ['2147483647', ...rest].join('\n'))
}
