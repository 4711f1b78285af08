import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../test/client.ts'
import { personIdOf } from '../../test/factories.ts'
import { TEST_KEYS } from '../../test/keys.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { aPhoto, callOf } from '../../test/uploads.ts'
import { type App, createApp } from '../app.ts'
import { readEnv } from '../platform/env/env.ts'
import { createLog } from '../platform/log/log.ts'

let server: TestServer
let secondApp: App
let http: Server
let first: Client
let second: Client

beforeAll(async () => {
  server = await startTestServer()
  const CONFIG_DIR = new URL('../../../config/data', import.meta.url).pathname
  const shared = { DATABASE_URL: server.databaseUrl, FILES_DIR: server.filesFolder, ...TEST_KEYS }
  const env = readEnv({ NODE_ENV: 'test', CONFIG_DIR, SCHEDULED_WORK: '0', DEMO: '1', ...shared })
  secondApp = createApp(env, server.clock, createLog('silent'))
  await secondApp.start()
  http = secondApp.koa.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo // A TCP server has a TCP address.
  first = await server.signIn(personIdOf(server, 'resident'))
  second = createClient(`http://127.0.0.1:${port}`, first.token, first.personId)
})
afterAll(async () => {
  http.close()
  http.closeAllConnections()
  await secondApp.stop()
  await server.stop()
})

test('pieces reach two servers by turns, both finish at once, and either shows the photo', async () => {
  const photo = await aPhoto(1600, 1200)
  const { id } = await first.call('createUpload', { body: { kind: 'photo', bytes: photo.length } })
  const size = Math.ceil(photo.length / 4)
  for (let at = 0; at < photo.length; at += size) {
    const input = { params: { uploadId: id, offset: String(at) }, body: photo.subarray(at, at + size) }
    const answers = await Promise.all([first, second].map((client) => client.attempt('putUploadChunk', input)))
    const received = Math.min(photo.length, at + size)
    expect(answers.map(({ body }) => body)).toEqual([{ received }, { received }])
  }
  const finished = await Promise.all(
    [first, second].map((client) => client.attempt('finishUpload', { params: { uploadId: id } })),
  )
  expect(finished.map(({ status }) => status)).toEqual([200, 200])
  expect(finished[0]?.text).toBe(finished[1]?.text)
  const { url } = JSON.parse(finished[0]?.text ?? '').photo
  expect((await second.attempt('getFile', callOf(url))).status).toBe(200)
})
