import type { AddressInfo } from 'node:net'
import { ConfigError } from '@little-bench/config/problem'
import { createApp } from './app.ts'
import { listDemoNames } from './people/index.ts'
import { systemClock } from './platform/clock/clock.ts'
import { migrateToLatest } from './platform/db/migrate.ts'
import { EnvError, readEnv } from './platform/env/env.ts'
import { createLog } from './platform/log/log.ts'

const SHUTDOWN_MS = 8_000

/** Tells the process that started this one; without one it is silent. */
const tellParent = (message: object): void => {
  process.send?.(message)
}

const run = async (): Promise<void> => {
  const env = readEnv(process.env)
  const log = createLog(env.LOG_LEVEL)
  await migrateToLatest(env.DATABASE_URL)
  const app = createApp(env, systemClock, log)
  await app.start()
  const server = app.koa.listen(env.PORT, env.HOST)
  app.liveServer.attach(server)
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const { port } = server.address() as AddressInfo // A TCP server has a TCP address.
  log.info({ port }, 'listening')
  const config = app.context.config()
  tellParent({
    type: 'ready',
    url: `http://localhost:${port}`,
    people: env.DEMO === '1' ? listDemoNames(config) : [],
    communities: [...config.communities.values()].map(({ id, name }) => ({ id, name: name.zh })),
  })

  let stopping = false
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    // A request that never ends must not keep the process from ending.
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    // The server counts live connections too, and would wait for them.
    await app.liveServer.close()
    await closed
    await app.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal))
  // Whoever started this process is gone: nobody is left to stop it later.
  process.on('disconnect', () => void stop('parent gone'))
}

run().catch((error: unknown) => {
  const isExpected = error instanceof EnvError || error instanceof ConfigError
  const message = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)
  tellParent({ type: 'failed', message })
  process.stderr.write(`${message}\n`)
  process.exit(1)
})
