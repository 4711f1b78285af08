import { apiContract, apiEndpoints } from '@little-bench/shared/api'
import { mayParty } from '@little-bench/shared/people/permissions'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCaseSituations } from '../../test/case-situations.ts'
import type { Client, Loose, OperationName } from '../../test/client.ts'
import { everythingKept } from '../../test/everything-kept.ts'
import { personIdOf } from '../../test/factories.ts'
import { actingFor } from '../../test/grants.ts'
import { type CaseParams, codeFor, type Mediation, move, readCase, signInToMediation } from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
let situation: ReturnType<typeof createCaseSituations>

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
  situation = createCaseSituations(server, people)
})
afterAll(() => server.stop())

const isOperation = (name: string): name is OperationName => name in apiEndpoints
const operations = Object.keys(apiEndpoints).filter(isOperation)

/** All that somebody with a paper and no account can ever call, beside what needs no session. */
const OF_A_PARTY: readonly OperationName[] = [
  'listMediators',
  'answerInvitation',
  'listMyCases',
  'getMediationCase',
  'chooseMediators',
  'answerProposal',
  'moveMediationCase',
  'listCaseThreads',
  'postToThread',
  'confirmAgreement',
  'downloadAgreement',
  'listCaseReads',
]

/** A body that each of them takes. */
const bodies = (cardId: string): Partial<Record<OperationName, object>> => ({
  answerInvitation: { accept: true, trustedMediatorIds: [cardId] },
  chooseMediators: { trustedMediatorIds: [cardId] },
  answerProposal: { accept: true },
  moveMediationCase: { move: 'withdraw', version: 1 },
  postToThread: { text: '好。' },
  confirmAgreement: { version: 1 },
})

/** What an address of that shape is made of: one that is none would not be read as far as the question who may. */
const SOMEWHERE = {
  thread: 'joint',
  queueId: 'raosai-mediation',
  redrawId: 'a-redraw',
  canteenId: 'a-canteen',
  centreId: 'a-centre',
  teamId: 'a-team',
  sitting: 'lunch',
  on: '2026-11-24',
  offset: '0',
}

const inputFor = (operation: OperationName, { communityId, caseId }: CaseParams): Loose => {
  const names = [...apiEndpoints[operation][1].matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const known: Record<string, string> = { ...SOMEWHERE, communityId, caseId, purpose: 'position' }
  const body = bodies(people.cards[0] ?? '')[operation]
  return {
    params: Object.fromEntries(names.map((name) => [name, known[name] ?? '0199f000-0000-7000-8000-000000000001'])),
    ...(apiEndpoints[operation][0] !== 'GET' && { body: body ?? {} }),
  }
}

/** Everything that the token may change in one case, and what becomes of it. */
const writesWith = async (client: Client, params: CaseParams): Promise<(string | number)[][]> => {
  const writes = OF_A_PARTY.filter((name) => apiEndpoints[name][0] !== 'GET')
  const answers: (string | number)[][] = []
  for (const name of writes) {
    const { code, status } = await client.attempt(name, inputFor(name, params))
    answers.push([name, code ?? status])
  }
  return answers
}

test('a token of one case passes no operation but those of a party', async () => {
  const { params, respondent } = await situation('in_session', { isOnPaper: true })
  const before = await everythingKept(server)
  const others = operations.filter((name) => apiContract[name].permission !== 'anyone' && !OF_A_PARTY.includes(name))
  for (const name of others) {
    const { code } = await respondent.attempt(name, inputFor(name, params))
    // What is sent is read before it is asked who may send it.
    expect([name, code]).toEqual([name, code === 'validation_failed' ? code : 'forbidden'])
    expect([name, mayParty(apiContract[name].permission)]).toEqual([name, false])
  }
  expect(others.length).toBeGreaterThan(100)
  expect(await everythingKept(server)).toEqual(before)
  for (const name of OF_A_PARTY) {
    const { code } = await respondent.attempt(name, inputFor(name, params))
    expect([name, code]).not.toEqual([name, 'forbidden'])
  }
})

test('of another case it reads and changes nothing, wherever that stands', async () => {
  const { respondent } = await situation('in_session', { isOnPaper: true })
  for (const name of ['inviting', 'choosing', 'in_session', 'agreed'] as const) {
    const other = await situation(name)
    const before = await everythingKept(server)
    for (const operation of OF_A_PARTY.filter((each) => apiEndpoints[each][1].includes(':caseId'))) {
      const { code } = await respondent.attempt(operation, inputFor(operation, other.params))
      expect([name, operation, code]).toEqual([name, operation, 'not_found'])
    }
    expect(await everythingKept(server)).toEqual(before)
  }
  const elsewhere = await respondent.attempt('listMediators', { params: { communityId: 'nizhuolin' } })
  expect(elsewhere.code).toBe('not_found')
})

test('a token acts for nobody, and nobody acts for whoever has it', async () => {
  const { params, respondent } = await situation('inviting', { isOnPaper: true })
  const [row] = await server.sql<{ person_id: string }>(
    "select person_id from case_party where case_id = $1 and side = 'respondent'",
    [params.caseId],
  )
  const nameless = { personId: row?.person_id ?? '' }
  for (const [client, whom] of [
    [respondent, people.applicant],
    [people.applicant, nameless],
    [people.committee, nameless],
  ] as const) {
    const answer = await client.attempt('getMediationCase', { params: { ...params } }, actingFor(whom))
    expect(answer.code).toBe('not_delegable')
  }
})

test('when the case is over nothing opens it any more, and whoever has a token only reads how it ended', async () => {
  const { params, respondent } = await situation('ordered', { isOnPaper: true })
  const code = await codeFor(people.committee, params)
  await move(people.applicant, params, 'withdraw')
  const late = await server.anonymous.attempt('openInvitation', { body: { code } })
  expect(late.code).toBe('code_invalid')
  expect((await people.committee.attempt('renewInvitation', { params: { ...params } })).code).toBe('case_changed')

  const before = await everythingKept(server)
  expect(await writesWith(respondent, params)).toEqual([
    ['answerInvitation', 'case_changed'],
    ['chooseMediators', 'case_changed'],
    ['answerProposal', 'case_changed'],
    ['moveMediationCase', 'case_changed'],
    ['postToThread', 'case_changed'],
    ['confirmAgreement', 'case_changed'],
  ])
  expect(await everythingKept(server)).toEqual(before)
  expect(await readCase(respondent, params)).toMatchObject({ state: 'closed', outcome: 'withdrawn', moves: [] })
})

test('whoever has refused changes nothing any more with the token that they have', async () => {
  const { params, respondent } = await situation('refused, and the applicant does not know it', { isOnPaper: true })
  const before = await everythingKept(server)
  for (const [, code] of await writesWith(respondent, params)) expect(code).toBe('case_changed')
  expect(await everythingKept(server)).toEqual(before)
})

test('no staff open an invitation, whatever they are', async () => {
  const { params } = await situation('inviting')
  const code = await codeFor(people.committee, params)
  const before = await everythingKept(server)
  for (const role of [
    'grid_worker',
    'grid_leader',
    'community_staff',
    'subdistrict_staff',
    'department_staff',
    'kitchen',
    'childcare_worker',
    'admin',
  ] as const) {
    const staff = await server.signIn(personIdOf(server, role))
    expect([role, (await staff.attempt('openInvitation', { body: { code } })).code]).toEqual([role, 'code_invalid'])
  }
  expect(await everythingKept(server)).toEqual(before)
})
