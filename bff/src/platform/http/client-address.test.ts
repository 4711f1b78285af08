import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import Router from '@koa/router'
import { expect, test } from 'vitest'
import { createLog } from '../log/log.ts'
import { createMetrics } from './metrics.ts'
import { createServer } from './server.ts'

/** Whom the server takes a caller for who sends this header. */
const addressSeen = async (trustProxy: boolean, forwarded?: string): Promise<string> => {
  const router = new Router()
  router.get('/api/address', (ctx) => {
    ctx.body = ctx.ip
  })
  const koa = createServer({
    log: createLog('silent'),
    router,
    ready: () => Promise.resolve(),
    pagesFolder: undefined,
    metricsToken: undefined,
    metrics: createMetrics(),
    trustProxy,
  })
  const http = koa.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
  try {
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }
    return await (await fetch(`http://127.0.0.1:${port}/api/address`, { headers })).text()
  } finally {
    http.close()
    http.closeAllConnections()
  }
}

test('behind a proxy a caller is who the proxy saw, whatever the caller wrote before that', async () => {
  expect(await addressSeen(true, '192.0.2.7')).toBe('192.0.2.7')
  expect(await addressSeen(true, '198.51.100.1, 192.0.2.7')).toBe('192.0.2.7')
})

test('without a proxy nobody is believed about their address', async () => {
  expect(await addressSeen(false, '192.0.2.7')).toBe('127.0.0.1')
  expect(await addressSeen(true)).toBe('127.0.0.1')
})
