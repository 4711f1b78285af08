import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Loose, OperationName } from '../../../test/client.ts'
import { addressOfItem, aReport, type Raosai, type Receipt, report, signInRaosai } from '../../../test/factories.ts'
import { born } from '../../../test/facts.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

let server: TestServer
let people: Raosai
let receipt: Receipt

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  receipt = await report(people.resident)
})
afterAll(() => server.stop())

const ISSUES = '/api/communities/raosai/issues'
const post = (body: string, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  server.send(ISSUES, {
    method: 'POST',
    body,
    headers: { Authorization: `Bearer ${people.resident.token}`, ...headers },
  })

test.each([
  ['half a JSON', '{"serviceCode":', 400, 'malformed_json'],
  ['a bare word', 'garbage', 400, 'malformed_json'],
  ['a JSON string', '"garbage"', 400, 'malformed_json'],
  ['a key that would change every object', '{"__proto__":{"isAdmin":true}}', 400, 'malformed_json'],
  ['a list', '[]', 422, 'validation_failed'],
  ['nothing', '', 422, 'validation_failed'],
  ['JSON nested ten thousand deep', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 422, 'validation_failed'],
  ['a number beyond all numbers', '{"serviceCode":1e999,"description":-1e999}', 422, 'validation_failed'],
  ['a body of 2 MB', JSON.stringify({ description: 'a'.repeat(2 * 1024 * 1024) }), 413, 'body_too_large'],
])('%s is answered in our own shape', async (_name, body, status, code) => {
  const answer = await post(body)
  expect([answer.status, answer.code]).toEqual([status, code])
  expect(answer.body).toEqual({ error: expect.objectContaining({ code, requestId: expect.any(String) }) })
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
  'a body of %s is refused before it is read',
  async (type) => {
    const answer = await post(JSON.stringify(aReport()), { 'Content-Type': type })
    expect([answer.status, answer.code]).toEqual([415, 'unsupported_media_type'])
  },
)

test.each(['br', 'nonsense', 'gzip'])('a body that only claims to be %s is refused', async (encoding) => {
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': encoding }
  const answer = await post(JSON.stringify(aReport()), headers)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
})

test('an item of another community is the same 404 as one that is not there', async () => {
  const missing = '019a0000-0000-7000-8000-000000000001'
  const withoutId = (body: unknown) => JSON.stringify(body).replace(/"requestId":"[^"]+"/, '')
  const pairs: [OperationName, Loose, Loose][] = [
    ['getWorkItem', { params: addressOfItem(receipt) }, { params: { communityId: 'raosai', workItemId: missing } }],
    [
      'getIssue',
      { params: { communityId: 'raosai', issueId: receipt.id } },
      { params: { communityId: 'raosai', issueId: missing } },
    ],
    [
      'getIssue',
      { params: { communityId: 'cisongtang', issueId: receipt.id } },
      { params: { communityId: 'cisongtang', issueId: missing } },
    ],
    ['listQueueItems', { params: { queueId: 'raosai-grid-1' } }, { params: { queueId: 'no-such-queue' } }],
    [
      'moveWorkItem',
      { params: addressOfItem(receipt), body: { move: 'claim', version: 1 } },
      { params: { communityId: 'raosai', workItemId: missing }, body: { move: 'claim', version: 1 } },
    ],
  ]
  for (const [operation, theirs, none] of pairs) {
    const [a, b] = [await people.elsewhere.attempt(operation, theirs), await people.elsewhere.attempt(operation, none)]
    expect([a.status, withoutId(a.body)]).toEqual([404, withoutId(b.body)])
  }
})

test.each([
  '1',
  'null',
  'RS-20261123-0001',
  '%00',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '../../etc/passwd',
  'བོད',
])('%s is no id of an item, and the item is simply not there', async (id) => {
  const item = await people.resident.attempt('getWorkItem', { params: { communityId: 'raosai', workItemId: id } })
  const issue = await people.resident.attempt('getIssue', { params: { communityId: id, issueId: receipt.id } })
  expect([item.code, issue.code]).toEqual(['not_found', 'not_found'])
})

const cursorOf = (text: string) => Buffer.from(text).toString('base64url')
test.each([
  ['words', 'nonsense'],
  ['an id that is none', cursorOf('42')],
  ['a quotation mark', cursorOf("' or true --")],
  ['the 30th of February', cursorOf(`2026-02-30T00:00:00.000Z|${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`)],
  ['the year zero', cursorOf(`0000-01-01T00:00:00.000Z|${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`)],
  ['an endless text', 'a'.repeat(3000)],
])('%s is no cursor', async (_name, cursor) => {
  const lists: [OperationName, Loose][] = [
    ['listMyItems', {}],
    ['listInbox', {}],
    ['listPublicIssues', { params: { communityId: 'raosai' } }],
    ['listQueueItems', { params: { queueId: 'raosai-grid-1' } }],
  ]
  for (const [operation, input] of lists) {
    const answer = await people.worker.attempt(operation, { ...input, query: { cursor } })
    expect([operation, answer.status, answer.code]).toEqual([operation, 422, 'validation_failed'])
    expect(answer.fields).toEqual([{ field: 'cursor', message: expect.stringMatching(/[\u4e00-\u9fff].*。$/) }])
  }
})

test.each(['0', '51', '-1', '1.5', 'many', '1e9', ''])('a page of %s items is refused', async (limit) => {
  const answer = await people.resident.attempt('listMyItems', { query: { limit } })
  expect([answer.status, answer.code]).toEqual([422, 'validation_failed'])
})

test.each(['0000-01-01', '0001-01-01', '1799-12-31', '2201-01-01', '9999-12-31', '2026-02-30', '+010000-01-01'])(
  '%s is no day of the service',
  async (date) => {
    const answers = [
      await people.staff.attempt('exportLedger', {
        params: { communityId: 'raosai' },
        query: { from: date, to: date, format: 'csv' },
      }),
      await people.worker.attempt('saveWork', {
        params: { communityId: 'raosai', issueId: receipt.id, workItemId: receipt.workItemId },
        body: { version: 0, costFen: null, fundSource: null, decidedOn: date },
      }),
      await people.resident.attempt('claimFact', { body: { content: born(date), hasConsent: true } }),
    ]
    for (const { status, code } of answers) expect([status, code]).toEqual([422, 'validation_failed'])
  },
)

test.each(['3000000000', '9007199254740993', '1e400', '-1', '0.5'])('%s is no byte of a file', async (offset) => {
  const { id } = await people.resident.call('createUpload', { body: { kind: 'photo', bytes: 10 } })
  const body = new Uint8Array([1])
  const answer = await people.resident.attempt('putUploadChunk', { params: { uploadId: id, offset }, body })
  expect([answer.status, answer.code]).toEqual([404, 'not_found'])
})

test('a query given twice is refused', async () => {
  const answer = await server.send(`${ISSUES}?limit=1&limit=2`)
  expect([answer.status, answer.code]).toEqual([422, 'validation_failed'])
})

test.each([
  ['GET', '/api/nothing'],
  ['GET', '/api/'],
  ['GET', '/api/communities/%ff'],
  ['PUT', ISSUES],
  ['PATCH', '/api/me'],
  ['OPTIONS', ISSUES],
  ['HEAD', '/api/nothing'],
  ['DELETE', '/api/communities/raosai'],
])('%s %s does not exist', async (method, path) => {
  const answer = await server.send(path, { method })
  expect(answer.status).toBe(404)
  expect(answer.code).toBe(method === 'HEAD' ? undefined : 'not_found')
})

test('HEAD answers like GET without a body', async () => {
  const answer = await server.send('/api/communities', { method: 'HEAD' })
  expect([answer.status, answer.text]).toEqual([200, ''])
})

test.each(['1', '2.5', '0', '-3', '9007199254740993', '1e400', '"1"', 'null'])(
  'version %s of an item at version 2 is refused',
  async (version) => {
    await server.sql('update work_item set version = 2 where id = $1', [receipt.workItemId])
    const body = `{"move":"claim","version":${version}}`
    const answer = await people.worker.attempt('moveWorkItem', { params: addressOfItem(receipt), body })
    expect(['stale_version', 'validation_failed']).toContain(answer.code)
    expect(
      await server.sql('select 1 from work_item where id = $1 and state = $$queued$$', [receipt.workItemId]),
    ).toHaveLength(1)
  },
)

test.each(['hack', '', 'toString', '__proto__', 'transfer'])('%s is no move', async (move) => {
  const answer = await people.worker.attempt('moveWorkItem', {
    params: addressOfItem(receipt),
    body: { move, version: 2 },
  })
  expect([answer.status, answer.code]).toEqual([422, 'validation_failed'])
})

test.each([0, 6, 4.5, '5', null])('%s is no satisfaction', async (satisfaction) => {
  const body = { solved: true, satisfaction }
  const answer = await people.resident.attempt('rateWorkItem', { params: addressOfItem(receipt), body })
  expect([answer.status, answer.code]).toEqual([422, 'validation_failed'])
})
