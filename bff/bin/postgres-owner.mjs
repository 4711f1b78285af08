import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/**
 * The account PostgreSQL runs as, as spawn options: `{}` is "as ourselves", `{ uid, gid }` is what root must use,
 * because initdb and postgres refuse to run as root.
 * A cluster that exists keeps its owner, given its folder.
 */
export function choosePostgresOwner(clusterDirectory) {
  if (process.getuid?.() !== 0) return {}
  const existing = statSync(clusterDirectory, { throwIfNoEntry: false })
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root and this machine has neither a postgres nor a nobody account.')
}

/** Whether the owner may pass through and read a folder: a folder under a 0700 home is closed to other accounts. */
export function canEnter(directory, owner) {
  if (owner.uid === undefined) return true
  const options = { ...owner, cwd: '/', stdio: 'ignore' }
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', directory], options).status === 0
}
