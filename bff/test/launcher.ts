import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const START = fileURLToPath(new URL('../bin/start.mjs', import.meta.url))

export interface Launcher {
  child: ChildProcess
  /** Everything it has printed so far. */
  output(): string
  /** Resolves when it has printed what to open; rejects with its output when it ended before. */
  ready: Promise<void>
  /** Its exit code, or -1 when a signal ended it. */
  exited: Promise<number>
}

/** Runs `npm start`'s own script on a data directory, as a person would. */
export function startLauncher({ directory, port }: { directory: string; port: number }): Launcher {
  const { DATABASE_URL: _own, NODE_ENV: _test, ...environment } = process.env
  const child = spawn(process.execPath, [START], {
    env: { ...environment, DATA_DIR: directory, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : -1))
  const ready = new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('is ready')) resolve()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    void exited.then(() => reject(new Error(`The launcher ended:\n${output}`)))
  })
  // A test may only be interested in the end.
  ready.catch(() => undefined)
  return { child, output: () => output, ready, exited }
}

/** A data directory that PostgreSQL can reach also when we are root. */
export async function makeDataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'little-bench-launch-'))
  await chmod(directory, 0o711)
  return directory
}

/** A port nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port')
  return address.port
}
