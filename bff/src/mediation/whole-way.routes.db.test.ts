import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  AGREEMENT,
  agreed,
  codeFor,
  everyFollowUpHolds,
  invited,
  join,
  type Mediation,
  move,
  opened,
  openOnPaper,
  readCase,
  signInToMediation,
} from '../../test/mediation.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation

beforeAll(async () => {
  server = await startTestServer()
  people = await signInToMediation(server)
})
afterAll(() => server.stop())

test('two people with accounts come from a request to an agreement, and the committee closes it after the follow-ups', async () => {
  const [first = '', second = ''] = people.cards
  const { applicant, respondent } = people
  const params = await opened(people, [first, second])
  const other = await readCase(respondent, params)
  expect(other).toMatchObject({ state: 'inviting', stage: 'tick', statement: null, yourTicks: [] })
  expect([other.applicantName, other.disclosure?.words]).toEqual(['示范申请人', '想一起坐下来说说夜里的声音。'])
  expect(await join(respondent, params, [second])).toMatchObject({
    state: 'ordered',
    stage: 'waiting_for_mediator',
    mediator: null,
    yourTicks: [second],
  })

  const mediator = people.mediatorOf(second)
  expect((await mediator.call('listCommunityCases', { params: { communityId: 'raosai' } })).items).toHaveLength(1)
  await move(mediator, params, 'take')
  expect((await readCase(applicant, params)).mediator?.id).toBe(second)
  await move(mediator, params, 'prepare')
  await mediator.call('saveChecklist', { params, body: { law: true, policy: true, plan: true } })
  await move(mediator, params, 'meet')
  await mediator.call('recordSession', {
    params,
    body: { at: '2026-11-23T01:00:00.000Z', way: 'visit', sides: ['applicant'], summary: '先听了申请人怎么说。' },
  })
  await mediator.call('draftAgreement', { params, body: AGREEMENT })
  await applicant.call('confirmAgreement', { params, body: { version: 1 } })
  const done = await respondent.call('confirmAgreement', { params, body: { version: 1 } })
  expect(done).toMatchObject({
    state: 'agreed',
    outcome: 'agreed',
    followUpsOn: ['2026-11-30', '2026-12-23'],
    agreement: { effectiveOn: '2026-11-23', confirmableUntil: '2026-12-23' },
  })
  expect(done.sessions).toHaveLength(1)

  expect((await readCase(people.committee, params)).followUps).toHaveLength(4)
  await everyFollowUpHolds(server, people, params)
  expect(await readCase(applicant, params)).toMatchObject({ state: 'closed', outcome: 'agreed', moves: [] })
  const [item] = (await applicant.call('listMyItems')).items
  expect(item).toMatchObject({ state: 'closed', outcome: 'solved', title: '一件事', canRate: false })
})

test('somebody with a code on paper and no account takes the same way', async () => {
  const [first = ''] = people.cards
  const params = await invited(people, [first])
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  expect((await paper.call('listMyCases')).items.map(({ id }) => id)).toEqual([params.caseId])
  expect((await paper.call('listMediators', { params: { communityId: 'raosai' } })).items.length).toBeGreaterThan(3)
  await join(paper, params, [first])
  const mediator = people.mediatorOf(first)
  await move(mediator, params, 'take')
  await move(mediator, params, 'prepare')
  await mediator.call('saveChecklist', { params, body: { law: true, policy: true, plan: true } })
  await move(mediator, params, 'meet')
  await paper.call('postToThread', { params: { ...params, thread: 'private' }, body: { text: '我一个人住。' } })
  // The paper is lost; the counter gives another, and the same person goes on.
  const again = await openOnPaper(server, await codeFor(people.committee, params))
  expect((await paper.attempt('listMyCases')).code).toBe('unauthenticated')
  const { items } = await again.call('listCaseThreads', { params })
  expect(items.map(({ thread, side, messages }) => [thread, side, messages.length])).toEqual([
    ['joint', null, 0],
    ['private', 'respondent', 1],
  ])
  await mediator.call('draftAgreement', { params, body: AGREEMENT })
  await again.call('confirmAgreement', { params, body: { version: 1 } })
  await people.applicant.call('confirmAgreement', { params, body: { version: 1 } })
  expect((await readCase(again, params)).state).toBe('agreed')
})

test('whoever was invited without an account reaches their case and nothing else', async () => {
  const [first = ''] = people.cards
  const params = await invited(people, [first])
  const elsewhere = await agreed(people)
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  expect((await paper.attempt('getMediationCase', { params: { ...elsewhere } })).code).toBe('not_found')
  for (const name of ['getMe', 'listMyItems', 'listInbox', 'listMyFacts', 'listMyQueues'] as const) {
    expect([name, (await paper.attempt(name)).code]).toEqual([name, 'forbidden'])
  }
  const own = await paper.attempt('requestMediation', { params: { communityId: 'raosai' }, body: {} })
  expect(['forbidden', 'validation_failed']).toContain(own.code)
})
