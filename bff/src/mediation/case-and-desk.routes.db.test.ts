import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  AGREEMENT,
  agreed,
  broughtTo,
  type CaseParams,
  codeFor,
  invited,
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
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Mediation
const COMMUNITY = { communityId: 'raosai' }

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInToMediation(server)
})

const mediator = (index = 0) => people.mediatorOf(people.cards[index] ?? '')
/** Who of these has been told of a case since; the notices are delivered first. */
const toldOf = async ({ caseId }: CaseParams): Promise<string[]> => {
  const waiting = () =>
    server.sql(
      "select 1 from pgboss.job where name like 'deliver%' and state in ('created', 'active', 'retry') and start_after <= now() limit 1",
    )
  for (let tries = 0; tries < 60 && (await waiting()).length > 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const rows = await server.sql<{ person_id: string }>(
    'delete from inbox_message where subject_id = $1 returning person_id',
    [caseId],
  )
  const names = new Map([
    [people.applicant.personId, 'applicant'],
    [people.respondent.personId, 'respondent'],
    [people.committee.personId, 'committee'],
    [mediator().personId, 'mediator'],
  ])
  return [...new Set(rows.map(({ person_id: id }) => names.get(id) ?? 'somebody'))].toSorted()
}
const itemOf = async ({ caseId }: CaseParams) => {
  const [item] = await server.sql<{ state: string; assignee_id: string | null; id: string }>(
    'select item.id, item.state, item.assignee_id from work_item item join mediation_case kept on kept.work_item_id = item.id where kept.id = $1',
    [caseId],
  )
  if (!item) throw new Error('a case has an item')
  return item
}

test('while a case goes on, its item stays with whoever invited and is not late', async () => {
  const params = await broughtTo(people, 'in_session')
  for (let days = 0; days < 10; days++) {
    server.clock.advance({ days: 1 })
    await server.app.doWhatIsDue()
  }
  people = { ...people, committee: await people.as('mediation_committee', COMMUNITY) }
  const { id: workItemId, ...item } = await itemOf(params)
  expect(item).toEqual({ state: 'accepted', assignee_id: people.committee.personId })
  const shown = await people.applicant.call('getWorkItem', {
    params: { ...COMMUNITY, workItemId: workItemId as never },
  })
  expect([shown.isOverdue, shown.timeline.map(({ kind }) => kind)]).toEqual([false, ['enqueued', 'claimed']])
})

test('a request that the committee does not take up is late, as it would be with anybody', async () => {
  const params = await request(people.applicant, [])
  for (let days = 0; days < 5; days++) {
    server.clock.advance({ days: 1 })
    await server.app.doWhatIsDue()
  }
  const { id: workItemId } = await itemOf(params)
  const kinds = await server.sql<{ kind: string }>('select kind from work_item_event where work_item_id = $1', [
    workItemId,
  ])
  expect(kinds.map(({ kind }) => kind)).toContain('ran_late')
})

test('nobody is asked how it holds before the day has come', async () => {
  const params = await agreed(people)
  const followUps = (await readCase(people.committee, params)).followUps ?? []
  const record = async (on: string, result: 'holds' | 'no_answer') => {
    const { id: followUpId = '' } = followUps.find((each) => each.on === on && each.side === 'applicant') ?? {}
    return mediator().attempt('recordCaseFollowUp', { params: { ...params, followUpId }, body: { result } })
  }
  expect((await record('2026-11-30', 'holds')).code).toBe('day_not_come')
  server.clock.advance({ days: 7 })
  people = await signInToMediation(server)
  await server.sql('update mediator set person_id = $1 where id = $2', [mediator().personId, people.cards[0]])
  expect((await record('2026-12-23', 'holds')).code).toBe('day_not_come')
  expect((await record('2026-11-30', 'holds')).status).toBe(200)
})

test('whoever says before the day that it began again is heard', async () => {
  const params = await agreed(people)
  const [first] = (await readCase(mediator(), params)).followUps ?? []
  await mediator().call('recordCaseFollowUp', {
    params: { ...params, followUpId: first?.id ?? '' },
    body: { result: 'began_again' },
  })
  expect((await readCase(people.applicant, params)).state).toBe('in_session')
})

test('the mediator is told on the seventh and on the thirtieth day whom to ask', async () => {
  const params = await agreed(people)
  await toldOf(params)
  const told = []
  for (const days of [6, 1, 22, 1]) {
    server.clock.advance({ days })
    await server.app.doWhatIsDue()
    told.push((await toldOf(params)).includes('mediator'))
  }
  expect(told).toEqual([false, true, false, true])
})

test('what is closed asks nobody any more', async () => {
  const params = await agreed(people)
  server.clock.advance({ days: 7 })
  await server.app.doWhatIsDue()
  const committee = await people.as('mediation_committee', COMMUNITY)
  await move(committee, params, 'close')
  expect(await readCase(people.applicant, params)).toMatchObject({ state: 'closed', followUpsOn: [] })
})

test('whoever mediates is told when a side leaves, and not whoever was only asked', async () => {
  const taken = await broughtTo(people, 'preparing')
  await toldOf(taken)
  await move(people.respondent, taken, 'withdraw')
  expect(await toldOf(taken)).toEqual(['applicant', 'committee', 'mediator'])
  const asked = await ordered(people)
  await toldOf(asked)
  await move(people.applicant, asked, 'withdraw')
  expect(await toldOf(asked)).toEqual(['committee', 'respondent'])
})

test('when a card of nobody is asked, the committee is told: it would wait for ever', async () => {
  const [first = ''] = people.cards
  await server.sql('update mediator set person_id = null where id = $1', [first])
  const params = await opened(people, [first])
  await toldOf(params)
  await join(people.respondent, params, [first])
  expect((await readCase(people.applicant, params)).state).toBe('ordered')
  expect(await toldOf(params)).toEqual(['applicant', 'committee', 'respondent'])
})

test('among equals whoever has had a card longest is asked, whatever its number', async () => {
  const [longer, shorter] = ['ffffffff-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001']
  const card = { name: '示范', role: 'three_elders', languages: ['zh'], gridCellIds: [], kinds: ['other'] } as const
  for (const mediatorId of [longer, shorter]) {
    server.clock.advance({ hours: 1 })
    await people.committee.call('saveMediator', {
      params: { ...COMMUNITY, mediatorId: mediatorId as never },
      body: card as never,
    })
  }
  const params = await opened(people, [shorter, longer])
  await join(people.respondent, params, [shorter, longer])
  const [row] = await server.sql<{ mediator_id: string }>('select mediator_id from mediation_case where id = $1', [
    params.caseId,
  ])
  expect(row?.mediator_id).toBe(longer)
  const { items } = await people.applicant.call('listMediators', { params: COMMUNITY })
  expect(items.slice(-2).map(({ id }) => id)).toEqual([longer, shorter])
})

test('no third hand ends it while both can still answer a proposal', async () => {
  const [one = '', two = '', three = ''] = people.cards
  const params = await invited(people, [one])
  const paper = await openOnPaper(server, await codeFor(people.committee, params))
  await join(paper, params, [two])
  const again = (id: string) => ({ params, body: { trustedMediatorIds: [id] as never } })
  await people.applicant.call('chooseMediators', again(one))
  await paper.call('chooseMediators', again(two))
  expect((await readCase(people.committee, params)).moves).toEqual(['lapse'])
  await people.committee.call('proposeMediator', { params, body: { mediatorId: three as never } })
  expect((await readCase(people.committee, params)).moves).toEqual([])
  expect((await tryMove(people.committee, params, 'lapse')).code).toBe('move_not_allowed')
  await people.applicant.call('answerProposal', { params, body: { accept: false } })
  expect((await tryMove(people.committee, params, 'lapse')).code).toBe('move_not_allowed')
  await paper.call('answerProposal', { params, body: { accept: true } })
  await move(people.committee, params, 'lapse')
  expect((await readCase(people.applicant, params)).state).toBe('closed')
})

test('what one mediator prepared and wrote counts for no other', async () => {
  const [one = '', two = ''] = people.cards
  const params = await opened(people, [one, two])
  await join(people.respondent, params, [one, two])
  const through = async (index: number) => {
    await move(mediator(index), params, 'take')
    await move(mediator(index), params, 'prepare')
    expect((await tryMove(mediator(index), params, 'meet')).code).toBe('checklist_incomplete')
    await mediator(index).call('saveChecklist', { params, body: { law: true, policy: true, plan: true } })
    await move(mediator(index), params, 'meet')
  }
  await through(0)
  await mediator().call('draftAgreement', { params, body: AGREEMENT })
  await people.applicant.call('confirmAgreement', { params, body: { version: 1 } })
  await move(mediator(), params, 'recuse', { reason: '是亲戚。' })
  await through(1)
  const old = await people.respondent.attempt('confirmAgreement', { params: { ...params }, body: { version: 1 } })
  expect(old.code).toBe('case_changed')
  await mediator(1).call('draftAgreement', { params, body: AGREEMENT })
  for (const side of [people.applicant, people.respondent]) {
    await side.call('confirmAgreement', { params, body: { version: 2 } })
  }
  expect((await readCase(people.applicant, params)).state).toBe('agreed')
})

test('what was said is read by whoever works on it', async () => {
  const params = await agreed(people)
  server.clock.advance({ days: 7 })
  const committee = await people.as('mediation_committee', COMMUNITY)
  const [first] = (await readCase(committee, params)).followUps ?? []
  await committee.call('recordCaseFollowUp', {
    params: { ...params, followUpId: first?.id ?? '' },
    body: { result: 'partly', note: '还差一次。' },
  })
  expect((await readCase(committee, params)).followUps?.[0]?.note).toBe('还差一次。')
  expect((await people.respondent.attempt('getMediationCase', { params: { ...params } })).text).not.toContain(
    '还差一次',
  )
})

test('what cannot be done now is tried again later, and holds up nothing else', async () => {
  const [broken, whole] = [await broughtTo(people, 'in_session'), await broughtTo(people, 'in_session')]
  for (const params of [broken, whole]) await move(mediator(), params, 'fail')
  const stateOf = async ({ caseId }: CaseParams) =>
    (await server.sql<{ state: string }>('select state from mediation_case where id = $1', [caseId]))[0]?.state
  const [item] = await server.sql<{ work_item_id: string }>('select work_item_id from mediation_case where id = $1', [
    broken.caseId,
  ])
  await server.sql('update mediation_case set work_item_id = id where id = $1', [broken.caseId])
  server.clock.advance({ days: 7 })
  const failures = () => server.logged().split('what is due in a case was not done').length - 1
  for (let runs = 0; runs < 2; runs++) await server.app.doWhatIsDue()
  expect([await stateOf(broken), await stateOf(whole), failures()]).toEqual(['not_agreed', 'closed', 1])
  await server.sql('update mediation_case set work_item_id = $1 where id = $2', [item?.work_item_id, broken.caseId])
  server.clock.advance({ hours: 1 })
  await server.app.doWhatIsDue()
  expect(await stateOf(broken)).toBe('closed')
})
