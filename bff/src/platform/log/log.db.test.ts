import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOfItem, bodyOf, type Raosai, report, signInRaosai } from '../../../test/factories.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const WORDS = 'MARK-WORDS-13800138000'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer({ LOG_LEVEL: 'trace' })
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const linesOf = (requestId: string) =>
  server
    .logged()
    .split('\n')
    .filter((line) => line.includes(requestId))
    .map((line): unknown => JSON.parse(line))

test('a request leaves one line with its id, route and status', async () => {
  await people.resident.attempt('getMe', {}, { 'X-Request-Id': 'logged-once-1' })
  expect(linesOf('logged-once-1')).toEqual([
    {
      level: 30,
      time: expect.any(String),
      requestId: 'logged-once-1',
      method: 'GET',
      route: '/api/me',
      status: 200,
      ms: expect.any(Number),
    },
  ])
})

test('no words of a person and no token are ever logged', async () => {
  const receipt = await report(people.resident, { description: WORDS })
  await people.worker.call('moveWorkItem', {
    params: addressOfItem(receipt),
    body: { move: 'claim', version: 1, note: WORDS },
  })
  await people.resident.attempt('reportIssue', { params: { communityId: 'raosai' }, body: `{"description":"${WORDS}` })
  await people.resident.attempt('listMyItems', { query: { cursor: WORDS } })
  const stale = { ...bodyOf('resolve', 1), note: WORDS }
  await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body: stale })
  await server.send('/api/me', { headers: { Authorization: `Bearer ${WORDS}-and-more` } })
  expect(server.logged()).toContain('"route":"/api/communities/:communityId/issues"')
  const secrets = [WORDS, ...Object.values(people).flatMap(({ token }) => token ?? [])]
  expect(secrets.filter((secret) => server.logged().includes(secret))).toEqual([])
})

test('an unknown error leaves a stack in the log, and neither there nor in the answer the words of the row', async () => {
  await server.sql(
    `alter table issue add constraint refuse_marked check (description not like 'MARK-WORDS%') not valid`,
  )
  const body = { serviceCode: 'garbage', description: WORDS, placeId: 'raosai-public-toilet' }
  const headers = { 'X-Request-Id': 'broken-request' }
  const answer = await people.resident.attempt('reportIssue', { params: { communityId: 'raosai' }, body }, headers)
  await server.sql('alter table issue drop constraint refuse_marked')
  expect([answer.status, answer.code]).toEqual([500, 'internal_error'])
  expect(answer.text).not.toContain('refuse_marked')
  const lines = linesOf('broken-request')
  expect(JSON.stringify(lines)).toContain('refuse_marked')
  expect(JSON.stringify(lines)).toContain('stack')
  expect(JSON.stringify(lines)).not.toContain(WORDS)
})
