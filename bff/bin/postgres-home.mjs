import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lchownSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canEnter, choosePostgresOwner } from './postgres-owner.mjs'

// The socket file is <folder>/.s.PGSQL.5432 and the kernel takes 107 bytes on Linux and 103 on macOS.
const LONGEST_SOCKET_PATH = 100

/** A short name for a data directory: the same directory gives the same name through any link. */
export const directoryKey = (directory) =>
  createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 16)

/**
 * Decides where a data directory's PostgreSQL lives and makes the folders.
 * Gives `{ owner, home, cluster, sockets, log, movedFrom? }` (all absolute paths); `movedFrom` names the wished folder
 * when the account PostgreSQL must run as cannot reach it and another one was taken.
 */
export function preparePostgresHome(directory, { isThrowaway = false } = {}) {
  mkdirSync(directory, { recursive: true })
  const wished = join(realpathSync(directory), 'postgresql')
  const owner = choosePostgresOwner(wished)
  // mkdtemp makes 0700 folders; one for a test may be opened for passing through, a person's may not.
  if (isThrowaway && owner.uid !== undefined) chmodSync(directory, 0o711)
  if (canEnter(directory, owner)) return makeHome(wished, directory, owner)
  const reachable = join(reachableParent(owner), directoryKey(directory))
  return { ...makeHome(reachable, directory, choosePostgresOwner(reachable)), movedFrom: wished }
}

function makeHome(home, directory, owner) {
  makeOwnFolder(home, owner)
  const nearSockets = join(home, 'sockets')
  const isShort = Buffer.byteLength(join(nearSockets, '.s.PGSQL.5432')) < LONGEST_SOCKET_PATH
  const sockets = isShort ? nearSockets : join(tmpdir(), `little-bench-${directoryKey(directory)}`)
  if (process.platform !== 'win32') makeOwnFolder(sockets, owner)
  return { owner, home, cluster: join(home, 'cluster'), sockets, log: join(home, 'server.log') }
}

/** A folder only its owner may enter: the socket inside asks for no password. */
function makeOwnFolder(folder, owner) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const self = process.getuid()
  const wanted = owner.uid ?? self
  // lstat: in a shared /tmp somebody else may have put a link here, and root must not follow it.
  const found = lstatSync(folder)
  if (!found.isDirectory() || ![self, wanted].includes(found.uid)) {
    throw new Error(`${folder} belongs to uid ${found.uid}: start as that account or choose another DATA_DIR.`)
  }
  if (self === 0) lchownSync(folder, wanted, owner.gid ?? 0)
  chmodSync(folder, 0o700)
}

/** Only root comes here. /var/lib outlives a restart of the machine; a container may have no writable one. */
function reachableParent(owner) {
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const folder = join(parent, 'little-bench')
    try {
      if (!existsSync(parent)) continue
      mkdirSync(folder, { recursive: true, mode: 0o711 })
      if (statSync(folder).uid === 0 && canEnter(folder, owner)) return folder
    } catch {
      // Read-only or closed: the next one.
    }
  }
  throw new Error('No folder that PostgreSQL can reach was found: set DATA_DIR to one outside a private home.')
}
