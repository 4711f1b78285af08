import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import {
  broughtTo,
  type CaseParams,
  codeFor,
  join,
  type Mediation,
  move,
  opened,
  openOnPaper,
  ordered,
  readCase,
  request,
  signInToMediation,
  tryMove,
} from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
})
afterAll(() => server.stop())

const askedIn = async ({ caseId }: CaseParams): Promise<string | null> => {
  const [row] = await server.sql<{ mediator_id: string | null }>(
    'select mediator_id from mediation_case where id = $1',
    [caseId],
  )
  return row?.mediator_id ?? null
}

/** What a side reads, with what differs between two cases taken out. */
const plain = async (client: Client, params: CaseParams): Promise<string> => {
  const { text } = await client.attempt('getMediationCase', { params: { ...params } })
  return text.replaceAll(params.caseId, 'CASE').replace(/RS-\d+-\d+/g, 'NUMBER')
}

/** Both tick, the other side on paper. */
const bothTick = async (own: readonly string[], other: readonly string[]) => {
  const params = await request(people.applicant, own)
  await move(people.committee, params, 'invite')
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  await join(paper, params, other)
  return { params, paper }
}

test('whoever is asked is trusted by both, by the published rule, and nothing else shows of what either ticked', async () => {
  const some = (max: number) => fc.uniqueArray(fc.nat({ max: people.cards.length - 1 }), { maxLength: max })
  await fc.assert(
    fc.asyncProperty(some(5), some(5), some(5), async (own, first, second) => {
      const ids = (indexes: readonly number[]) => indexes.map((index) => people.cards[index] ?? '')
      const [one, another] = [await bothTick(ids(own), ids(first)), await bothTick(ids(own), ids(second))]
      for (const [{ params }, ticked] of [
        [one, first],
        [another, second],
      ] as const) {
        // Nobody has taken a case, so that the card that was made first is asked.
        const trusted = people.cards.filter((_card, index) => own.includes(index) && ticked.includes(index))
        expect(await askedIn(params)).toBe(trusted[0] ?? null)
      }
      // The applicant reads the same whenever both cases stand at the same step, whoever is asked and whatever was ticked.
      const isOffered = [await askedIn(one.params), await askedIn(another.params)].map((id) => id !== null)
      const [mine, theirs] = [await plain(people.applicant, one.params), await plain(people.applicant, another.params)]
      expect(mine === theirs).toBe(isOffered[0] === isOffered[1])
      for (const { params } of [one, another]) await move(people.applicant, params, 'withdraw')
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('while one side has ticked, the other cannot tell, and whoever ticked waits', async () => {
  const [one = '', two = '', three = ''] = people.cards
  const { params, paper } = await bothTick([one], [two])
  const before = await plain(people.applicant, params)
  expect(await readCase(people.applicant, params)).toMatchObject({ stage: 'tick_again', round: 2 })
  await paper.call('chooseMediators', { params, body: { trustedMediatorIds: [three] as never } })
  expect(await plain(people.applicant, params)).toBe(before)
  expect((await readCase(paper, params)).stage).toBe('waiting_for_other_side')
  const again = await paper.attempt('chooseMediators', { params: { ...params }, body: { trustedMediatorIds: [one] } })
  expect(again.code).toBe('case_changed')
  // Whoever one trusted first and the other second is trusted by both.
  await people.applicant.call('chooseMediators', { params, body: { trustedMediatorIds: [two] as never } })
  expect(await askedIn(params)).toBe(two)
})

test('after two rounds without anybody the committee proposes, and neither learns what the other answered', async () => {
  const [one = '', two = '', three = '', four = ''] = people.cards
  const { params, paper } = await bothTick([one], [two])
  const body = (id: string) => ({ params, body: { trustedMediatorIds: [id] as never } })
  await people.applicant.call('chooseMediators', body(one))
  const waiting = await plain(people.applicant, params)
  await paper.call('chooseMediators', body(two))
  expect(await plain(people.applicant, params)).toBe(waiting)

  await people.committee.call('proposeMediator', { params, body: { mediatorId: three as never } })
  const early = await people.committee.attempt('proposeMediator', { params: { ...params }, body: { mediatorId: four } })
  expect(early.code).toBe('case_changed')
  expect(await readCase(paper, params)).toMatchObject({ stage: 'answer_proposal', proposal: { id: three } })
  await people.applicant.call('answerProposal', { params, body: { accept: true } })
  const answered = await plain(people.applicant, params)
  await paper.call('answerProposal', { params, body: { accept: false } })
  expect(await plain(people.applicant, params)).toBe(answered)
  expect(
    (await people.applicant.attempt('answerProposal', { params: { ...params }, body: { accept: false } })).code,
  ).toBe('case_changed')

  await people.committee.call('proposeMediator', { params, body: { mediatorId: four as never } })
  for (const side of [people.applicant, paper]) await side.call('answerProposal', { params, body: { accept: true } })
  expect([await askedIn(params), (await readCase(paper, params)).state]).toEqual([four, 'ordered'])
})

test('whoever ticks nobody a second time leaves it to the committee', async () => {
  const [one = '', two = ''] = people.cards
  const { params, paper } = await bothTick([], [one])
  await people.applicant.call('chooseMediators', { params, body: { trustedMediatorIds: [] } })
  await paper.call('chooseMediators', { params, body: { trustedMediatorIds: [] } })
  await people.committee.call('proposeMediator', { params, body: { mediatorId: two as never } })
  expect((await readCase(people.applicant, params)).stage).toBe('answer_proposal')
})

test('the committee ends it when it has nobody left to propose', async () => {
  const [one = '', two = ''] = people.cards
  const { params, paper } = await bothTick([one], [two])
  expect((await tryMove(people.committee, params, 'lapse')).code).toBe('move_not_allowed')
  await people.applicant.call('chooseMediators', { params, body: { trustedMediatorIds: [one] as never } })
  await paper.call('chooseMediators', { params, body: { trustedMediatorIds: [two] as never } })
  await move(people.committee, params, 'lapse')
  expect(await readCase(people.applicant, params)).toMatchObject({ state: 'closed', outcome: 'not_begun' })
})

test('whoever is asked and steps back stays unnamed, and the next one is asked unseen', async () => {
  const [one = '', two = ''] = people.cards
  const params = await opened(people, [one, two])
  await join(people.respondent, params, [one, two])
  const sides = [people.applicant, people.respondent]
  const before = await Promise.all(sides.map((side) => plain(side, params)))
  const first = people.mediatorOf(one)
  expect((await tryMove(first, params, 'recuse')).code).toBe('reason_missing')
  await move(first, params, 'recuse', { reason: '是亲戚。' })
  expect(await Promise.all(sides.map((side) => plain(side, params)))).toEqual(before)
  expect((await first.attempt('getMediationCase', { params: { ...params } })).code).toBe('not_found')
  expect((await readCase(people.committee, params)).reasons).toMatchObject([{ move: 'recuse', reason: '是亲戚。' }])
  expect((await readCase(people.mediatorOf(two), params)).reasons).toBeNull()
  await move(people.mediatorOf(two), params, 'take')
  expect((await readCase(people.applicant, params)).mediator?.id).toBe(two)
})

test('what was confided to a mediator who steps back is not for the next one', async () => {
  const [one = '', two = ''] = people.cards
  const params = await opened(people, [one, two])
  await join(people.respondent, params, [one, two])
  await move(people.mediatorOf(one), params, 'take')
  await people.applicant.call('postToThread', {
    params: { ...params, thread: 'private' },
    body: { text: '只对您说。' },
  })
  await move(people.mediatorOf(one), params, 'recuse', { reason: '要出差。' })
  const next = people.mediatorOf(two)
  await move(next, params, 'take')
  const { text } = await next.attempt('listCaseThreads', { params: { ...params } })
  expect(text).not.toContain('只对您说')
  expect((await people.applicant.attempt('listCaseThreads', { params: { ...params } })).text).toContain('只对您说')
})

test('nobody mediates where they are a side, and whoever is on leave is not ticked', async () => {
  const [one = '', two = ''] = people.cards
  const mediator = people.mediatorOf(two)
  await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai')", [
    mediator.personId,
  ])
  const params = await request(people.applicant, [one, two])
  await move(people.committee, params, 'invite')
  await mediator.call('openInvitation', { body: { code: await codeFor(people.committee, params) } })
  const body = { accept: true, trustedMediatorIds: [two] }
  expect((await mediator.attempt('answerInvitation', { params: { ...params }, body })).code).toBe('unknown_mediator')
  await server.sql('update mediator set is_on_leave = true where id = $1', [one])
  const late = await people.applicant.attempt('requestMediation', {
    params: { communityId: 'raosai' },
    body: {
      disputeKind: 'family',
      statement: '家里的事。',
      disclosure: { name: false, statement: false },
      trustedMediatorIds: [one],
      respondent: { name: '示范对方' },
      isSafe: true,
    },
  })
  expect(late.code).toBe('unknown_mediator')
  await server.sql('update mediator set is_on_leave = false where id = $1', [one])
})

test('a case is not met before it is prepared', async () => {
  const params = await broughtTo(people, 'preparing')
  expect((await tryMove(people.mediatorOf(people.cards[0] ?? ''), params, 'meet')).code).toBe('checklist_incomplete')
})

test('a hand or a version that does not fit changes nothing', async () => {
  const params = await ordered(people)
  expect((await tryMove(people.committee, params, 'take')).code).toBe('move_not_allowed')
  const body = { move: 'withdraw', version: 99 }
  expect((await people.applicant.attempt('moveMediationCase', { params: { ...params }, body })).code).toBe(
    'case_changed',
  )
  for (const name of ['join', 'refuse', 'order', 'agree'] as const) {
    expect((await tryMove(people.respondent, params, name)).code).toBe('move_not_allowed')
  }
})
