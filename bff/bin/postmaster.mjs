import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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
 * After a crash the number in postmaster.pid may by now be another program's, above all in a container that counts
 * from 1 again; PostgreSQL would refuse to start for ever. The number is replaced by one no process has. The file stays,
 * because its last line guards against server processes that outlived their postmaster.
 */
export function forgetDeadPostmaster(cluster) {
  if (!existsSync(pidFile(cluster))) return
  const [, ...rest] = readFileSync(pidFile(cluster), 'utf8').split('\n')
  writeFileSync(pidFile(cluster), ['2147483647', ...rest].join('\n'))
}
