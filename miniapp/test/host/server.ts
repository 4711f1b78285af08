import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildServer } from '../../../bff/bin/build-server.mjs'
import { startEmbeddedPostgres } from '../../../bff/bin/embedded-postgres.mjs'
import { newFieldKeys } from '../../../bff/bin/field-keys.mjs'
import { createProgress } from '../../../bff/bin/progress.mjs'
import { isRecord } from './values'

const PROJECT = path.resolve(import.meta.dirname, '../../..')

export interface RealServer {
  url: string
  stop: () => Promise<void>
}

/** The real BFF with the demonstration people, on a PostgreSQL of its own that is removed afterwards; `env` is what else it knows. */
export const startRealServer = async (env: Readonly<Record<string, string>> = {}): Promise<RealServer> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'little-bench-weapp-'))
  const [postgres] = await Promise.all([
    startEmbeddedPostgres({ directory, durable: false }),
    buildServer(createProgress()),
  ])
  const server = fork(path.join(PROJECT, 'bff/dist/main.js'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: postgres.url,
      CONFIG_DIR: path.join(PROJECT, 'config/data'),
      FILES_DIR: path.join(directory, 'files'),
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO: '1',
      HOLD_PUBLIC_CONTENT: '0',
      LOG_LEVEL: 'error',
      ...newFieldKeys(),
      ...env,
    },
  })
  const stop = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit')
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    return { url: await readyUrl(server), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const readyUrl = (server: ReturnType<typeof fork>) =>
  new Promise<string>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)))
    server.on('message', (message) => {
      if (!isRecord(message)) return
      if (message.type === 'ready') resolve(String(message.url).replace('localhost', '127.0.0.1'))
      if (message.type === 'failed') reject(new Error(String(message.message)))
    })
  })
