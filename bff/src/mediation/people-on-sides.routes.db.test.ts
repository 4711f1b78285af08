import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { CALLER } from '../../test/counter.ts'
import {
  codeFor,
  join,
  type Mediation,
  move,
  openOnPaper,
  readCase,
  request,
  signInToMediation,
} from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
/** Of the committee, with a card, and reached by the telephone that is given for the other side. */
let reached: Client
let theirCard: string
const COMMUNITY = { communityId: 'raosai' }

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
  theirCard = people.cards[0] ?? ''
  const counter = await people.as('community_staff', COMMUNITY)
  const { personId } = await counter.call('registerResident', { params: COMMUNITY, body: CALLER })
  await server.sql('update person set is_demo = true where id = $1', [personId])
  await server.sql(
    "insert into role_assignment (person_id, role, community_id) values ($1, 'mediation_committee', 'raosai')",
    [personId],
  )
  await server.sql('update mediator set person_id = $1 where id = $2', [personId, theirCard])
  reached = await server.signIn(personId)
})
afterAll(() => server.stop())

const asAgainst = (phone: string, trusted: readonly string[] = []) =>
  request(people.applicant, trusted, { respondent: { name: '示范对方', phone } })

test('whoever of the committee has the telephone of the other side does not have the case', async () => {
  const params = await asAgainst(CALLER.phone)
  for (const operation of ['getMediationCase', 'listCaseThreads', 'renewInvitation'] as const) {
    expect((await reached.attempt(operation, { params: { ...params } })).code).toBe('not_found')
  }
  const body = { move: 'decline', version: 1, reason: '不合适。' }
  expect((await reached.attempt('moveMediationCase', { params: { ...params }, body })).code).toBe('not_found')
  expect((await reached.call('listCommunityCases', { params: COMMUNITY })).items).toEqual([])
  expect((await readCase(people.committee, params)).id).toBe(params.caseId)
})

test('of what is about somebody else they have everything', async () => {
  const params = await asAgainst('0891-0000-199')
  expect((await readCase(reached, params)).respondentPhone).toBe('08910000199')
})

test('they are not asked to mediate it, nor proposed, whoever trusts them', async () => {
  const [, next = ''] = people.cards
  const params = await asAgainst(CALLER.phone, [theirCard, next])
  await move(people.committee, params, 'invite')
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  await join(paper, params, [theirCard, next])
  expect((await readCase(people.mediatorOf(next), params)).state).toBe('ordered')
  const told = await server.sql('select 1 from inbox_message where person_id = $1 and subject_id = $2', [
    reached.personId,
    params.caseId,
  ])
  expect(told).toEqual([])
})
