import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  return !isZombie(pid)
}

/** The command line of a live process, or undefined where the machine cannot say. */
export function commandOf(pid) {
  if (process.platform === 'linux') return readProc(pid, 'cmdline')?.replaceAll('\0', ' ')
  return askPs(pid, 'command=')
}

/** When a live process began, as text that is equal only for the same process; undefined where the machine cannot say. */
export function startOf(pid) {
  if (process.platform === 'linux') return statFields(pid)?.[19]
  return askPs(pid, 'lstart=')
}

const isZombie = (pid) => process.platform === 'linux' && statFields(pid)?.[0] === 'Z'

/** The fields of /proc/<pid>/stat from the state on; the name before it may hold spaces and brackets. */
const statFields = (pid) =>
  readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ')

function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}

function askPs(pid, column) {
  if (process.platform === 'win32') return undefined
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
