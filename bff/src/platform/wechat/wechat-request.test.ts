import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSender } from './wechat-request.ts'

const IDLE_MS = 100
let opened = 0
let url: URL
const server = createServer((_request, response) => {
  response.setHeader('Content-Type', 'application/json')
  // Longer than a connection may lie idle: one in use is not closed.
  setTimeout(() => response.end('{}'), IDLE_MS * 2)
})

beforeAll(async () => {
  server.on('connection', () => {
    opened += 1
  })
  await once(server.listen(0), 'listening')
  const { port } = server.address() as AddressInfo // It listens on a port.
  url = new URL(`http://127.0.0.1:${port}`)
})
afterAll(() => void server.close())

test('a connection serves the next call, and one that lay idle serves none', async () => {
  const send = createSender({ idleMs: IDLE_MS })
  const ask = () => send({ url, method: 'GET', body: undefined, signal: AbortSignal.timeout(5_000) })
  await ask()
  await ask()
  expect(opened).toBe(1)
  await pause(IDLE_MS * 3)
  await ask()
  expect(opened).toBe(2)
})
