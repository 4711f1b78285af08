import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CallError } from './call-error'
import { useDisplaySettings } from './display-settings'
import { type CallOptions, createClient } from './request'
import { useSession } from './session'

interface Answer {
  status: number
  body: string
}

let server: Server
let received: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }[]
let answer: Answer

beforeEach(async () => {
  received = []
  answer = { status: 200, body: '{}' }
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  Reflect.set(globalThis, 'API_BASE', `http://127.0.0.1:${address.port}`)
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const { listPublicIssues, reportIssue } = createClient<typeof issueContract>(issueEndpoints)
const report = (options?: CallOptions) =>
  reportIssue(
    {
      params: { communityId: 'raosai' },
      body: { serviceCode: 'street_lamp', description: '路灯不亮', placeId: 'yard-1' },
    },
    options,
  )

const caught = async (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  )

test('parameters and queries are escaped into the address, and what is undefined stays out', async () => {
  await listPublicIssues({ params: { communityId: '绕赛/1' }, query: { cursor: 'a&b', limit: undefined } })
  expect(received[0]).toMatchObject({
    method: 'GET',
    url: '/api/communities/%E7%BB%95%E8%B5%9B%2F1/issues?cursor=a%26b',
  })
})

test('a call says who calls, for whom, in which language and for which attempt', async () => {
  useSession.setState({ token: 'secret', actingFor: { id: 'p9', name: '阿妈' } })
  useDisplaySettings.setState({ language: 'bo' })
  await report({ idempotencyKey: 'k-1' })
  expect(received[0]?.headers).toMatchObject({
    authorization: 'Bearer secret',
    'acting-for': 'p9',
    'accept-language': 'bo-CN',
    'idempotency-key': 'k-1',
    'content-type': 'application/json',
  })
  expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ description: '路灯不亮' })
})

test('a call can name for whom it acts, and that goes before the client and the session', async () => {
  useSession.setState({ token: 'secret', actingFor: { id: 'p9', name: '阿妈' } })
  const own = createClient<typeof issueContract>(issueEndpoints, { actingFor: null })
  const page = { params: { communityId: 'raosai' } }
  await own.listPublicIssues(page)
  await own.listPublicIssues(page, { actingFor: 'p7' })
  await listPublicIssues(page)
  expect(received.map(({ headers }) => headers['acting-for'])).toEqual([undefined, 'p7', 'p9'])
})

test('an error answer becomes its code, its sentence, its fields and its request id', async () => {
  const fields = [{ field: 'description', message: '请写几句' }]
  answer = {
    status: 422,
    body: JSON.stringify({
      error: { code: 'validation_failed', message: '有几处需要改一下', fields, requestId: 'r1' },
    }),
  }
  expect(await caught(report())).toMatchObject({
    code: 'validation_failed',
    status: 422,
    message: '有几处需要改一下',
    fields,
    requestId: 'r1',
  })
})

test('an answer from something that is not our server is an error too', async () => {
  answer = { status: 502, body: '<html>Bad Gateway</html>' }
  expect(await caught(listPublicIssues({ params: { communityId: 'raosai' } }))).toMatchObject({
    code: 'unreadable_answer',
    status: 502,
  })
})

test('without a server the error says that the network is unreachable', async () => {
  Reflect.set(globalThis, 'API_BASE', 'http://127.0.0.1:1')
  const error = await caught(report())
  expect(error).toBeInstanceOf(CallError)
  expect(error).toMatchObject({ code: 'network_unreachable', status: 0 })
})

test('an expired session signs out on this phone', async () => {
  useSession.setState({ token: 'old' })
  answer = {
    status: 401,
    body: JSON.stringify({ error: { code: 'unauthenticated', message: '登录已过期', requestId: 'r' } }),
  }
  await caught(report())
  expect(useSession.getState().token).toBeNull()
})
