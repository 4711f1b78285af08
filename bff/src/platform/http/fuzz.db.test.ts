import { apiEndpoints } from '@little-bench/shared/api'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, type Client, type OperationName } from '../../../test/client.ts'
import { personIdOf, type Receipt, report } from '../../../test/factories.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'

const RUNS = 25

let server: TestServer
let callers: Client[]
let receipt: Receipt

beforeAll(async () => {
  server = await startTestServer()
  const ids = [personIdOf(server, 'resident', { communityId: 'raosai' }), personIdOf(server, 'community_staff')]
  callers = [server.anonymous, ...(await Promise.all(ids.map((id) => server.signIn(id))))]
  const [, resident] = callers
  if (!resident) throw new Error('nobody signed in')
  receipt = await report(resident)
})
afterAll(() => server.stop())

/** Text with everything that has broken a server before: NUL, halves of characters, right-to-left, Tibetan. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u202e',
    'བོད་',
    "'; drop table issue; --",
    '__proto__',
    '${7*7}',
    '%00',
    '1e999',
  ),
)
const KEYS = ['serviceCode', 'description', 'placeId', 'position', 'visibility', 'move', 'version', 'note', 'outcome']
const knownKey = fc.constantFrom(...KEYS, 'assigneeId', 'solved', 'satisfaction', 'comment', 'personId', 'lat', 'lng')
const knownValue = fc.constantFrom<unknown>(
  'garbage',
  'raosai-public-toilet',
  'claim',
  'close',
  'private',
  1,
  true,
  'rejected',
)
const anyValue = fc.oneof(fc.jsonValue(), nasty, knownValue, fc.double(), fc.maxSafeInteger())
const anyBody = fc.oneof(
  fc.dictionary(fc.oneof(knownKey, nasty), anyValue, { maxKeys: 8 }),
  fc.record(
    {
      serviceCode: knownValue,
      description: nasty,
      placeId: knownValue,
      move: knownValue,
      version: anyValue,
      note: nasty,
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
)
const anyId = (right: string) => fc.oneof(fc.constant(right), nasty, fc.uuid(), fc.constantFrom('raosai', 'cisongtang'))
const anyQuery = fc.dictionary(
  fc.constantFrom('cursor', 'limit', 'view', 'x'),
  fc.oneof(nasty, fc.base64String(), fc.integer().map(String)),
)
const anyHeaders = fc.record(
  {
    'Idempotency-Key': fc.constantFrom('fuzz-0000001', 'x', 'fuzz-0000002'),
    'Accept-Language': fc.constantFrom('bo', 'xx', ';;'),
  },
  { requiredKeys: [] },
)

const isName = (name: string): name is OperationName => name in apiEndpoints
/** Ending sessions would sign our callers out; their only input is the token. */
const operations = Object.keys(apiEndpoints)
  .filter(isName)
  .filter((name) => !name.startsWith('end'))

test.each(operations)('%s answers anything at all without breaking', async (operation) => {
  const params = fc.record({
    communityId: anyId('raosai'),
    issueId: anyId(receipt.id),
    workItemId: anyId(receipt.workItemId),
    queueId: anyId('raosai-grid-1'),
    messageId: anyId(receipt.id),
  })
  const call = fc.tuple(fc.constantFrom(...callers), params, anyQuery, anyBody, anyHeaders)
  const property = fc.asyncProperty(call, async ([caller, ids, query, body, headers]) => {
    const hasBody = apiEndpoints[operation][0] === 'POST'
    const params = Object.fromEntries(Object.entries(ids).map(([key, id]) => [key, Buffer.from(id).toString()]))
    const input = { params, query, ...(hasBody && { body }) }
    const answer = await caller.attempt(operation, input, headers)
    expect({ address: addressOf(operation, input), status: answer.status < 500 }).toMatchObject({ status: true })
    expect(answer.status < 300 || answer.message !== '').toBe(true)
  })
  await fc.assert(property, { numRuns: RUNS })
})
