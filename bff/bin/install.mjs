import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { takingTurns } from './directory-lock.mjs'
import { inRoot, ROOT } from './places.mjs'

const PNPM = 'pnpm@10.34.9'
const stamp = inRoot('node_modules', '.installed-lock')

/** Installs the packages of the lock file, only when it, the Node ABI or the platform differs from the last install. */
export async function installPackages(progress) {
  const onWait = () => progress.say('  Another process is installing the packages: waiting for it.')
  await takingTurns(ROOT, () => installIfStale(progress), onWait)
}

async function installIfStale(progress) {
  const wanted = describeInstall()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await progress.step('Installing packages', runInstall)
  writeFileSync(stamp, wanted)
}

const describeInstall = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('pnpm-lock.yaml')))
    .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
    .digest('hex')

function runInstall() {
  const isWindows = process.platform === 'win32'
  const args = ['--yes', PNPM, 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only']
  const child = spawn('npx', args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
    // Without CI pnpm may stop to ask before it replaces a node_modules that another Node version made.
    env: { ...process.env, CI: 'true' },
  })
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Error(`npx could not be started: ${error.message}`)))
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve()
      reject(new Error(`Installing the packages failed (${signal ?? `exit code ${code}`}): see the lines above.`))
    })
  })
}
