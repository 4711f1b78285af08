import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { personIdOf } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(() => server.clock.set(START))

const RESIDENT_HOURS = 30 * 24
const STAFF_HOURS = 12

test('a demonstration person signs in and is told who they are and what they reach', async () => {
  const personId = personIdOf(server, 'grid_worker', { gridCellId: 'raosai-1' })
  const client = await server.signIn(personId)
  const me = await client.call('getMe')
  expect(me).toMatchObject({ id: personId, name: '绕赛社区第一网格网格员（示范）' })
  expect(me.roles).toMatchObject([{ role: 'grid_worker', scopeName: '绕赛社区 · 第一网格', gridCellId: 'raosai-1' }])
})

test('there is a demonstration person for every role', async () => {
  const { items } = await server.anonymous.call('listDemoPeople')
  const roles = new Set(items.flatMap((person) => person.roles.map(({ role }) => role)))
  expect(roles.size).toBe(12)
})

test('an elder without the app is on no list and nobody can sign in as them', async () => {
  const elders = server.app.context.config().demoPeople.filter(({ hasAccount }) => !hasAccount)
  expect(elders).toHaveLength(4)
  const { items } = await server.anonymous.call('listDemoPeople')
  for (const { id } of elders) {
    expect(items.map((person): string => person.id)).not.toContain(id)
    const answer = await server.anonymous.attempt('startDemoSession', { body: { personId: id } })
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  }
  expect(await server.sql('select 1 from person where id = any($1)', [elders.map(({ id }) => id)])).toHaveLength(4)
})

test('the database keeps only a hash of a token', async () => {
  const { token = '' } = await server.signIn(personIdOf(server, 'resident'))
  const rows = await server.sql('select to_jsonb(session)::text as row from session')
  expect(JSON.stringify(rows)).not.toContain(token)
  const hash = createHash('sha256').update(token).digest('hex')
  expect(await server.sql('select 1 from session where token_hash = $1', [hash])).toHaveLength(1)
})

test('no two tokens are alike and each has 256 bits', async () => {
  const personId = personIdOf(server, 'resident')
  const clients = await Promise.all(Array.from({ length: 20 }, () => server.signIn(personId)))
  const tokens = new Set(clients.map(({ token }) => token))
  expect(tokens.size).toBe(20)
  expect([...tokens].filter((token) => Buffer.from(token ?? '', 'base64url').length !== 32)).toEqual([])
})

test.each([
  ['a staff session ends with the working day', 'community_staff', STAFF_HOURS],
  ['a resident stays signed in for thirty days', 'resident', RESIDENT_HOURS],
] as const)('%s', async (_sentence, role, hours) => {
  const client = await server.signIn(personIdOf(server, role))
  server.clock.advance({ hours: hours - 1 })
  expect((await client.attempt('getMe')).status).toBe(200)
  server.clock.advance({ hours: 1 })
  const answer = await client.attempt('getMe')
  expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
})

test('an expired token is told so even where none is needed', async () => {
  const client = await server.signIn(personIdOf(server, 'resident'))
  server.clock.advance({ hours: RESIDENT_HOURS + 1 })
  expect((await client.attempt('listCommunities')).code).toBe('unauthenticated')
})

test('signing out ends this session and leaves the others', async () => {
  const personId = personIdOf(server, 'resident', { communityId: 'ejietang' })
  const [phone, desk] = await Promise.all([server.signIn(personId), server.signIn(personId)])
  expect(await phone.call('endSession')).toEqual({ ended: 1 })
  expect((await phone.attempt('getMe')).code).toBe('unauthenticated')
  expect((await desk.attempt('getMe')).status).toBe(200)
})

test('signing out everywhere ends every session of that person and nobody else', async () => {
  const personId = personIdOf(server, 'resident', { communityId: 'nizhuolin' })
  const [phone, desk] = await Promise.all([server.signIn(personId), server.signIn(personId)])
  const other = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
  expect(await phone.call('endAllSessions')).toEqual({ ended: 2 })
  expect((await desk.attempt('getMe')).code).toBe('unauthenticated')
  expect((await other.attempt('getMe')).status).toBe(200)
})

test('a person who is not of the demonstration cannot be signed in', async () => {
  const id = '019a0000-0000-7000-8000-000000000001'
  await server.sql("insert into person (id, name, is_demo, created_at) values ($1, '示范', false, now())", [id])
  const answer = await server.anonymous.attempt('startDemoSession', { body: { personId: id } })
  expect([answer.status, answer.code]).toEqual([404, 'not_found'])
})

test.each([
  ['a word that is no token', 'Bearer nonsense'],
  ['a token that nobody was given', `Bearer ${'a'.repeat(43)}`],
  ['another kind of authorization', 'Basic YWRtaW46MTIzNDU2'],
  ['an endless token', `Bearer ${'a'.repeat(5000)}`],
])('%s is refused', async (_name, authorization) => {
  const answer = await server.send('/api/me', { headers: { Authorization: authorization } })
  expect([answer.status, answer.code]).toEqual([401, 'unauthenticated'])
})

test.each(['read', 'write'])(
  'acting for somebody without a grant is refused on a %s and does nothing',
  async (kind) => {
    const client = await server.signIn(personIdOf(server, 'resident'))
    const headers = { 'Acting-For': personIdOf(server, 'resident', {}, 1) }
    const before = await server.sql('select 1 from issue')
    const body = { serviceCode: 'garbage', description: '垃圾', placeId: 'raosai-public-toilet' }
    const answer =
      kind === 'read'
        ? await client.attempt('listMyItems', {}, headers)
        : await client.attempt('reportIssue', { params: { communityId: 'raosai' }, body }, headers)
    expect([answer.status, answer.code]).toEqual([403, 'proxy_grant_missing'])
    expect(await server.sql('select 1 from issue')).toEqual(before)
  },
)

test('without DEMO the demonstration sign-in does not exist', async () => {
  const plain = await startTestServer({ DEMO: '0' })
  try {
    const list = await plain.anonymous.attempt('listDemoPeople')
    const start = await plain.anonymous.attempt('startDemoSession', { body: { personId: personIdOf(plain, 'admin') } })
    const malformed = await plain.anonymous.attempt('startDemoSession', { body: { personId: 'nobody' } })
    expect([list.code, start.code, malformed.code]).toEqual(['not_found', 'not_found', 'not_found'])
    expect(await plain.sql('select 1 from person')).toEqual([])
  } finally {
    await plain.stop()
  }
})
