import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { AppError } from '@little-bench/shared/kernel/errors'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createLog } from '../log/log.ts'
import type { LiveOptions, LiveViewer } from './live-peer.ts'
import { createLiveServer, type LiveServer } from './live-server.ts'

const TOKEN = 'a-token-of-twenty-characters'
const HELLO = JSON.stringify({ type: 'hello', token: TOKEN })

let http: Server
let live: LiveServer
let viewer: LiveViewer | null
let heard: unknown[]
let events: string[]

const start = async (options: Partial<LiveOptions> = {}): Promise<string> => {
  live = createLiveServer('/live', {
    authenticate: async (token) => (token === TOKEN ? viewer : null),
    limitRate: async () => undefined,
    log: createLog('silent'),
    trustProxy: false,
    join: (peer) => ({
      heard: async (frame) => {
        heard.push(frame)
        peer.send({ heard: heard.length })
      },
      checked: () => void events.push(`checked ${peer.viewer().name}`),
      left: async () => void events.push('left'),
    }),
    ...options,
  })
  http = createServer()
  live.attach(http)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  return `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/live`
}

const open = async (url: string, options: { autoPong?: boolean; origin?: string } = {}) => {
  const socket = new WebSocket(url, options)
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await once(socket, 'open')
  return { socket, closed }
}

beforeEach(() => {
  viewer = { personId: 'p1', name: '示范', roles: [], isFromWechat: false }
  heard = []
  events = []
})
afterEach(async () => {
  const stopped = new Promise((resolve) => http.close(resolve))
  await live.close()
  await stopped
})

test('a session that has ended is closed at the next check, and its person is gone', async () => {
  const { socket, closed } = await open(await start({ checkMs: 30 }))
  socket.send(HELLO)
  await expect.poll(() => events).toContain('checked 示范')
  viewer = null
  expect(await closed).toBe(1008)
  await expect.poll(() => events.at(-1)).toBe('left')
})

test('a peer that answers no ping is cut', async () => {
  const { socket, closed } = await open(await start({ pingMs: 30 }), { autoPong: false })
  socket.send(HELLO)
  expect(await closed).toBe(1006)
})

test('a peer that answers stays', async () => {
  const { socket } = await open(await start({ pingMs: 20 }))
  socket.send(HELLO)
  await new Promise((resolve) => setTimeout(resolve, 200))
  socket.send('{"type":"still here"}')
  await expect.poll(() => heard).toEqual([{ type: 'still here' }])
})

test('a page from anywhere may connect, because only the token counts', async () => {
  const { socket } = await open(await start(), { origin: 'https://servicewechat.com' })
  socket.send(HELLO)
  socket.send('{"type":"here"}')
  await expect.poll(() => heard).toEqual([{ type: 'here' }])
})

test('whoever says too much is asked to come back later', async () => {
  const { socket, closed } = await open(
    await start({
      limitRate: async (_limit, key) => {
        if (key === 'p1') throw new AppError('rate_limited')
      },
    }),
  )
  socket.send(HELLO)
  await expect.poll(() => socket.readyState).toBe(WebSocket.OPEN)
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.send('{"type":"here"}')
  expect(await closed).toBe(1013)
})

test('words that no session understands do not end the process', async () => {
  const { socket, closed } = await open(
    await start({
      join: () => ({
        heard: async () => {
          throw new Error('broken')
        },
        checked: () => undefined,
        left: async () => undefined,
      }),
    }),
  )
  socket.send(HELLO)
  await new Promise((resolve) => setTimeout(resolve, 50))
  socket.send('{}')
  expect(await closed).toBe(1011)
})

test('bytes that are no text close the connection', async () => {
  const { socket, closed } = await open(await start())
  socket.send(Buffer.from(HELLO), { binary: true })
  expect(await closed).toBe(1008)
})
