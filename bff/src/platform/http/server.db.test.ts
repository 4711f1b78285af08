import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReport, personIdOf, report } from '../../../test/factories.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ METRICS_TOKEN: 'a-token-for-metrics' })
})
afterAll(() => server.stop())

describe('every answer', () => {
  test('carries the request id it was given, also in an error', async () => {
    const answer = await server.send('/api/nothing', { headers: { 'X-Request-Id': 'read-out-0001' } })
    expect(answer.headers.get('X-Request-Id')).toBe('read-out-0001')
    expect(answer.body).toEqual({
      error: { code: 'not_found', message: expect.any(String), requestId: 'read-out-0001' },
    })
  })

  test.each(['a', 'x'.repeat(65), 'two words here', '<script>alert(1)</script>'])(
    'replaces a request id like %s',
    async (id) => {
      const answer = await server.send('/api/communities', { headers: { 'X-Request-Id': id } })
      expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  test.each(['/api/communities', '/api/nothing', '/healthz'])('of %s carries the security headers', async (path) => {
    const { headers } = await server.send(path)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'self'")
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe-eval')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('X-Powered-By')).toBeNull()
  })

  test('of the API is never kept by a cache', async () => {
    expect((await server.send('/api/communities')).headers.get('Cache-Control')).toBe('no-store')
  })
})

test('the mini-program may call from another origin without cookies', async () => {
  const headers = { Origin: 'https://servicewechat.com', 'Access-Control-Request-Method': 'POST' }
  const answer = await server.send('/api/me', { method: 'OPTIONS', headers })
  expect(answer.status).toBe(204)
  expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
})

test('metrics count requests by route and never by id', async () => {
  const resident = await server.signIn(personIdOf(server, 'resident'))
  const { id } = await report(resident)
  await resident.attempt('getIssue', { params: { communityId: 'raosai', issueId: id } })
  const { text } = await server.send('/metrics', { headers: { Authorization: 'Bearer a-token-for-metrics' } })
  expect(text).toContain('route="/api/communities/:communityId/issues/:issueId",status="200"')
  expect(text).not.toContain(id)
})

test('metrics with a token are shown to nobody without it', async () => {
  expect((await server.send('/metrics')).code).toBe('unauthenticated')
})

test('a request over the limit of a person is told to wait, and nothing is written', async () => {
  const limited = await startTestServer({ RATE_LIMIT_WRITE: 2 })
  try {
    const [resident, neighbour] = await Promise.all(
      [0, 1].map((index) => limited.signIn(personIdOf(limited, 'resident', { communityId: 'raosai' }, index))),
    )
    const send = () => resident?.attempt('reportIssue', { params: { communityId: 'raosai' }, body: aReport() })
    expect([(await send())?.status, (await send())?.status]).toEqual([201, 201])
    const third = await send()
    expect([third?.status, third?.code]).toEqual([429, 'rate_limited'])
    expect(third?.message).toMatch(/[\u4e00-\u9fff]/)
    expect(await limited.sql('select 1 from issue')).toHaveLength(2)
    expect((await resident?.attempt('getMe'))?.status).toBe(200)
    const other = await neighbour?.attempt('reportIssue', { params: { communityId: 'raosai' }, body: aReport() })
    expect(other?.status).toBe(201)
  } finally {
    await limited.stop()
  }
})

test('reads and sign-ins have limits of their own', async () => {
  const limited = await startTestServer({ RATE_LIMIT_READ: 3, RATE_LIMIT_SIGN_IN: 1 })
  try {
    const reads = [1, 2, 3, 4].map(() => limited.anonymous.attempt('listCommunities'))
    const codes = (await Promise.all(reads)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(1)
    await limited.signIn(personIdOf(limited, 'resident'))
    const again = await limited.anonymous.attempt('startDemoSession', {
      body: { personId: personIdOf(limited, 'admin') },
    })
    expect(again.code).toBe('rate_limited')
  } finally {
    await limited.stop()
  }
})

test('trying whom one might act for is counted, whatever comes of it', async () => {
  const limited = await startTestServer({ RATE_LIMIT_READ: 3 })
  try {
    const resident = await limited.signIn(personIdOf(limited, 'resident'))
    const headers = { 'Acting-For': personIdOf(limited, 'resident', {}, 1) }
    const tries = [1, 2, 3, 4].map(() => resident.attempt('getMe', {}, headers))
    const codes = (await Promise.all(tries)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'proxy_grant_missing')).toHaveLength(3)
    expect(codes).toContain('rate_limited')
  } finally {
    await limited.stop()
  }
})

test('the process lives and is ready', async () => {
  expect((await server.send('/healthz')).body).toEqual({ status: 'ok' })
  expect((await server.send('/readyz')).body).toEqual({ status: 'ready' })
})

test('without its database the process lives, is not ready, and says when to come back', async () => {
  const orphan = await startTestServer()
  await orphan.dropDatabase()
  expect((await orphan.send('/healthz')).status).toBe(200)
  const ready = await orphan.send('/readyz')
  expect([ready.status, ready.code]).toEqual([503, 'service_unavailable'])
  const list = await orphan.anonymous.attempt('listDemoPeople')
  expect([list.status, list.code]).toEqual([503, 'service_unavailable'])
  await orphan.stop()
})
