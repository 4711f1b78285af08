// The server as a program of its own, with a service that takes bookings of whoever asks; for tests that kill it.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/platform/clock/clock.ts'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { readEnv } from '../src/platform/env/env.ts'
import { createLog } from '../src/platform/log/log.ts'
import { createBookedService } from './booked-service.ts'

const env = readEnv(process.env)
await migrateToLatest(env.DATABASE_URL)
const app = createApp(env, systemClock, createLog('silent'))
app.scheduling.services.register('canteen', createBookedService().handlers)
await app.start()
const http = app.koa.listen(0, '127.0.0.1')
await once(http, 'listening')
const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
process.send?.({ url: `http://localhost:${port}` })
// Whoever started this process is gone: nobody is left to stop it later.
process.on('disconnect', () => process.exit(0))
