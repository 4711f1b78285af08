import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { make, report, signInRaosai } from '../../test/factories.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import {
  broughtTo,
  codeFor,
  invited,
  type Mediation,
  openOnPaper,
  readCase,
  signInToMediation,
} from '../../test/mediation.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
const COMMUNITY = { communityId: 'raosai' }
const CARD = { name: '示范', role: 'three_elders', languages: ['zh'], gridCellIds: [], kinds: ['other'] } as const

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInToMediation(server)
})

test('nobody takes over a card with which somebody was confided in', async () => {
  const [mediatorId = ''] = people.cards
  const params = await broughtTo(people, 'accepted')
  await people.applicant.call('postToThread', {
    params: { ...params, thread: 'private' },
    body: { text: '只对您说。' },
  })
  for (const personId of [people.committee.personId, null]) {
    const answer = await people.committee.attempt('saveMediator', {
      params: { ...COMMUNITY, mediatorId },
      body: { ...CARD, personId },
    })
    expect(answer.code).toBe('mediator_has_cases')
  }
  const { text } = await people.committee.attempt('listCaseThreads', { params: { ...params } })
  expect(text).not.toContain('只对您说')
  // What is not about the account can be changed, and the same account said again.
  const { personId } = people.mediatorOf(mediatorId)
  const same = { params: { ...COMMUNITY, mediatorId }, body: { ...CARD, personId, isOnLeave: true } }
  expect((await people.committee.attempt('saveMediator', same)).status).toBe(200)
})

test('a card of nobody can be given to somebody, and once more while it has no case', async () => {
  const mediatorId = '019d0000-0000-7000-8000-0000000000aa'
  for (const personId of [null, people.committee.personId, null]) {
    const answer = await people.committee.attempt('saveMediator', {
      params: { ...COMMUNITY, mediatorId },
      body: { ...CARD, personId, isActive: false },
    })
    expect(answer.status).toBe(200)
  }
})

test('what becomes a case leaves the neighbours and whoever acts for the reporter', async () => {
  const raosai = await signInRaosai(server)
  await giveTo(raosai.neighbour, raosai.resident)
  const receipt = await report(raosai.resident, { visibility: 'public' })
  const address = { params: { ...COMMUNITY, issueId: receipt.id } }
  const item = { params: { ...COMMUNITY, workItemId: receipt.workItemId } }
  const proxy = actingFor(raosai.resident)
  expect((await people.respondent.attempt('getIssue', address)).status).toBe(200)
  expect((await raosai.neighbour.attempt('getWorkItem', item, proxy)).status).toBe(200)
  await make(raosai.worker, receipt, 'claim')
  await make(raosai.worker, receipt, 'convert')
  for (const [client, headers] of [
    [people.respondent, {}],
    [server.anonymous, {}],
    [raosai.neighbour, proxy],
  ] as const) {
    expect((await client.attempt('getIssue', address, headers)).code).toBe('not_found')
  }
  expect((await raosai.neighbour.attempt('getWorkItem', item, proxy)).code).toBe('not_found')
  const { text } = await server.anonymous.attempt('listPublicIssues', { params: COMMUNITY })
  expect(text).not.toContain(receipt.id)
  expect((await raosai.resident.attempt('getIssue', address)).status).toBe(200)
})

test('somebody with a code on paper signs out, and whatever has ended is theirs to read for a week', async () => {
  const params = await invited(people, [])
  const one = await openOnPaper(server, await codeFor(people.committee, params))
  expect((await one.attempt('endSession')).status).toBe(200)
  expect((await one.attempt('getMediationCase', { params: { ...params } })).code).toBe('unauthenticated')
  const another = await openOnPaper(server, await codeFor(people.committee, params))
  await another.call('answerInvitation', { params, body: { accept: false } })
  server.clock.advance({ days: 6 })
  expect((await readCase(another, params)).state).toBe('closed')
  server.clock.advance({ days: 1, hours: 1 })
  expect((await another.attempt('getMediationCase', { params: { ...params } })).code).toBe('unauthenticated')
})
