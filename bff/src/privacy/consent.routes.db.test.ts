import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist } from '../../test/counter.ts'
import { type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { claim, disability } from '../../test/facts.ts'
import { actingFor } from '../../test/grants.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
afterAll(() => server.stop())

const consentOf = async (client: Client, purpose: string) =>
  (await client.call('listConsents')).items.find((consent) => consent.purpose === purpose)
const give = (client: Client, purpose: string, version = POLICY_VERSION, headers = {}) =>
  client.attempt('giveConsent', { body: { purpose, version } }, headers)

test('nothing is agreed to before somebody agrees, and what they agree to names its words', async () => {
  expect((await consentOf(people.neighbour, 'wechat_messages'))?.given).toBeNull()
  expect((await give(people.neighbour, 'wechat_messages')).status).toBe(200)
  expect((await consentOf(people.neighbour, 'wechat_messages'))?.given).toEqual({
    at: server.clock.now().toISOString(),
    version: POLICY_VERSION,
  })
})

test('it is taken back in one step, and the record of it stays', async () => {
  await give(people.neighbour, 'wechat_messages')
  await people.neighbour.call('withdrawConsent', { params: { purpose: 'wechat_messages' } })
  const consent = await consentOf(people.neighbour, 'wechat_messages')
  expect([consent?.given, consent?.withdrawnAt]).toEqual([null, server.clock.now().toISOString()])
  const kept = await server.sql('select 1 from consent where person_id = $1', [people.neighbour.personId])
  expect(kept).toHaveLength(1)
})

test('words that are not in force any more cannot be agreed to', async () => {
  expect((await give(people.neighbour, 'wechat_messages', '2020-01-01')).code).toBe('policy_changed')
})

test.each(['facts', 'children', 'home_visit', 'account'])(
  '%s is taken back where it belongs, not in the list',
  async (purpose) => {
    const answer = await people.neighbour.attempt('withdrawConsent', { params: { purpose } })
    expect(answer.code).toBe('consent_not_withdrawable')
  },
)

test('a position is agreed to by the tap that gives it, and goes from every issue when it is taken back', async () => {
  const position = { lat: 29.6575, lng: 91.135 }
  const answer = await people.resident.attempt('reportIssue', {
    params: { communityId: 'raosai' },
    body: { serviceCode: 'garbage', description: '巷口的垃圾。', position },
  })
  expect(answer.status).toBe(201)
  expect((await consentOf(people.resident, 'position'))?.given).not.toBeNull()
  await people.resident.call('withdrawConsent', { params: { purpose: 'position' } })
  const left = await server.sql('select 1 from issue where reporter_id = $1 and lat is not null', [
    people.resident.personId,
  ])
  expect(left).toEqual([])
  expect((await consentOf(people.resident, 'position'))?.given).toBeNull()
})

test('an issue at a courtyard says nothing of a position', async () => {
  await report(people.resident)
  expect((await consentOf(people.resident, 'position'))?.given).toBeNull()
})

test('what is agreed to with a fact stands in the list as well', async () => {
  expect((await consentOf(people.neighbour, 'facts'))?.given).toBeNull()
  const { id } = await claim(people.neighbour, disability)
  expect((await consentOf(people.neighbour, 'facts'))?.given).not.toBeNull()
  await people.neighbour.call('withdrawFact', { params: { factId: id } })
  const consent = await consentOf(people.neighbour, 'facts')
  expect([consent?.given, consent?.withdrawnAt === null]).toEqual([null, false])
})

test('what somebody agrees to at the counter says who sat beside them', async () => {
  await assist(people.staff, people.resident.personId)
  expect((await give(people.staff, 'wechat_messages', POLICY_VERSION, actingFor(people.resident))).status).toBe(200)
  const [kept] = await server.sql<{ channel: string; given_with: string }>(
    'select channel, given_with from consent where person_id = $1 and purpose = $2',
    [people.resident.personId, 'wechat_messages'],
  )
  expect(kept).toEqual({ channel: 'counter', given_with: people.staff.personId })
})
