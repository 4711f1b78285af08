import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildServer } from '../../../bff/bin/build-server.mjs'
import { newFieldKeys } from '../../../bff/bin/field-keys.mjs'
import { createProgress } from '../../../bff/bin/progress.mjs'
import { startServer } from '../../../bff/bin/server-process.mjs'
import { startThrowawayPostgres } from '../../../bff/test/throwaway-postgres'
import { SMS_TOKEN, startTelephone } from './telephone'

const inRoot = (path: string) => resolve(import.meta.dirname, '../../..', path)

const STANDING_CLOCK = pathToFileURL(inRoot('miniapp/e2e/looks/standing-clock.mjs')).href

export interface RunningServer {
  url: string
  /** Where its data is, for what no clock waits for. */
  databaseUrl: string
  /** Where the codes of short messages arrive. */
  telephoneUrl: string
  stop(): Promise<void>
}

export interface ServerOptions {
  /** The moment at which its clock stands; left out, it goes. */
  standsAt?: Date
}

/** Starts the built server on a PostgreSQL of its own, with the demonstration people and the built web pages. */
export const startWholeServer = async (log: string, { standsAt }: ServerOptions = {}): Promise<RunningServer> => {
  const pages = inRoot(process.env['PAGES_DIR'] ?? 'miniapp/dist/h5')
  if (!existsSync(resolve(pages, 'index.html')))
    throw new Error(`${pages} has no web pages: build them with "pnpm build:h5", or run "npm test".`)
  const [postgres, telephone] = await Promise.all([
    startThrowawayPostgres(),
    startTelephone(),
    buildServer(createProgress()),
  ])
  const files = await mkdtemp(join(tmpdir(), 'little-bench-files-'))
  const server = startServer({
    entry: inRoot('bff/dist/main.js'),
    args: standsAt ? ['--import', STANDING_CLOCK] : [],
    log,
    environment: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: postgres.url,
      PAGES_DIR: pages,
      CONFIG_DIR: inRoot('config/data'),
      FILES_DIR: files,
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO: '1',
      HOLD_PUBLIC_CONTENT: '0',
      SMS_GATEWAY: 'http',
      SMS_URL: telephone.url,
      SMS_TOKEN,
      RATE_LIMIT_READ: '1000000',
      RATE_LIMIT_WRITE: '1000000',
      RATE_LIMIT_SIGN_IN: '1000000',
      RATE_LIMIT_CODE: '1000000',
      ...newFieldKeys(),
      ...(standsAt && { STANDS_AT: standsAt.toISOString() }),
    },
  })
  const stop = async () => {
    await server.stop()
    telephone.stop()
    await postgres.stop()
    await rm(files, { recursive: true, force: true })
  }
  try {
    const { url } = await server.ready
    return { url: url.replace('localhost', '127.0.0.1'), databaseUrl: postgres.url, telephoneUrl: telephone.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
