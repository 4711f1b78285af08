import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, startOf } from './process-identity.mjs'

const STOP_LIMIT_MS = 10_000
const recordFile = (directory) => join(directory, 'running.json')

/** Notes which server process runs on a data directory, for a start that comes after we were killed. */
export function recordServer(directory, pid) {
  writeFileSync(
    recordFile(directory),
    `${JSON.stringify({ launcher: process.pid, server: pid, began: startOf(pid) })}\n`,
  )
}

export const forgetServer = (directory) => rmSync(recordFile(directory), { force: true })

/**
 * Ends the server that a killed launcher left behind, and gives its process id; undefined when there is none.
 * The time the process began tells it from a stranger that was given the same number since.
 */
export async function endLeftServer(directory) {
  const left = readRecord(directory)
  if (!left || !isAlive(left.server) || startOf(left.server) !== left.began) return undefined
  process.kill(left.server, 'SIGTERM')
  for (let waited = 0; isAlive(left.server); waited += 50) {
    if (waited === STOP_LIMIT_MS) process.kill(left.server, 'SIGKILL')
    await sleep(50)
  }
  return left.server
}

function readRecord(directory) {
  try {
    return JSON.parse(readFileSync(recordFile(directory), 'utf8'))
  } catch {
    // Not there, or cut short by a crash.
    return undefined
  }
}
