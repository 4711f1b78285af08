// The server as a program of its own, which makes so many calls of WeChat at once as it is told to.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { readEnv } from '../src/platform/env/env.ts'
import { createLog } from '../src/platform/log/log.ts'

const env = readEnv(process.env)
await migrateToLatest(env.DATABASE_URL)
const app = createApp(env, systemClock, createLog('silent'))
await app.start()
const http = app.koa.listen(0, '127.0.0.1')
await once(http, 'listening')
const { port } = http.address() as AddressInfo // A TCP server has a TCP address.

const isMade = async (): Promise<boolean> => {
  try {
    await app.context.wechat?.codeImage({ scene: 'c=1', page: 'pages/index/index' })
    return true
  } catch {
    return false
  }
}
const makeCalls = async (calls: number): Promise<void> => {
  const start = performance.now()
  const made = await Promise.all(Array.from({ length: calls }, isMade))
  process.send?.({ made: made.filter(Boolean).length, milliseconds: performance.now() - start })
}
process.on('message', ({ calls }: { calls: number }) => void makeCalls(calls))
process.send?.({ url: `http://localhost:${port}` })
// Whoever started this process is gone: nobody is left to stop it later.
process.on('disconnect', () => process.exit(0))
