import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { make, report, signInRaosai } from '../../test/factories.ts'
import {
  AGREEMENT,
  agreed,
  aRequest,
  broughtTo,
  codeFor,
  everyFollowUpHolds,
  type Mediation,
  move,
  readCase,
  request,
  signInToMediation,
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

const mediator = () => people.mediatorOf(people.cards[0] ?? '')

test('a change after one side has confirmed asks both again', async () => {
  const params = await broughtTo(people, 'in_session')
  await mediator().call('draftAgreement', { params, body: AGREEMENT })
  await people.applicant.call('confirmAgreement', { params, body: { version: 1 } })
  await mediator().call('draftAgreement', { params, body: { ...AGREEMENT, terms: '九点以后不放音乐。' } })
  const { agreement } = await readCase(people.applicant, params)
  expect(agreement).toMatchObject({ version: 2, isConfirmedByApplicant: false, isConfirmedByRespondent: false })
  const old = await people.respondent.attempt('confirmAgreement', { params: { ...params }, body: { version: 1 } })
  expect(old.code).toBe('agreement_changed')
  await people.respondent.call('confirmAgreement', { params, body: { version: 2 } })
  expect((await readCase(people.applicant, params)).state).toBe('in_session')
  expect((await mediator().attempt('confirmAgreement', { params: { ...params }, body: { version: 2 } })).status).toBe(
    403,
  )
})

test('what begins again goes on with the same history, and whom to ask is asked anew', async () => {
  const params = await agreed(people)
  const { followUps } = await readCase(mediator(), params)
  expect(followUps?.map(({ side, on }) => [side, on]).toSorted()).toEqual([
    ['applicant', '2026-11-30'],
    ['applicant', '2026-12-23'],
    ['respondent', '2026-11-30'],
    ['respondent', '2026-12-23'],
  ])
  const followUpId = followUps?.[0]?.id ?? ''
  const side = await people.applicant.attempt('recordCaseFollowUp', {
    params: { ...params, followUpId },
    body: { result: 'holds' },
  })
  expect(side.status).toBe(403)
  await mediator().call('recordCaseFollowUp', { params: { ...params, followUpId }, body: { result: 'began_again' } })
  const again = await readCase(people.respondent, params)
  expect(again).toMatchObject({ state: 'in_session', outcome: null, followUpsOn: [] })
  expect(again.agreement?.effectiveOn).toBe('2026-11-23')
  const twice = await people.committee.attempt('recordCaseFollowUp', {
    params: { ...params, followUpId },
    body: { result: 'holds' },
  })
  expect(twice.code).toBe('already_recorded')
  // The agreement that did not hold is not confirmed once more: another is written.
  const old = await people.applicant.attempt('confirmAgreement', { params: { ...params }, body: { version: 1 } })
  expect(old.code).toBe('case_changed')
})

test('a case that was closed as agreed begins again with somebody whom both trust', async () => {
  const params = await agreed(people)
  await everyFollowUpHolds(server, people, params)
  await move(people.committee, params, 'relapse')
  expect(await readCase(people.applicant, params)).toMatchObject({ state: 'ordered', outcome: null })
  const [item] = await server.sql<{ state: string }>(
    'select item.state from work_item item join mediation_case kept on kept.work_item_id = item.id where kept.id = $1',
    [params.caseId],
  )
  expect(item?.state).toBe('accepted')
})

test('both are reminded of the court in time, in words that say nothing', async () => {
  const params = await agreed(people)
  const inbox = async () => {
    const rows = await server.sql<{ kind: string; details: object }>(
      "select kind, details from inbox_message where person_id = $1 and kind = 'case_due'",
      [people.respondent.personId],
    )
    return rows.map(({ kind, details }) => [kind, details])
  }
  for (const day of [7, 13, 7]) {
    server.clock.advance({ days: day })
    await server.app.doWhatIsDue()
  }
  await expect.poll(inbox, { timeout: 5000 }).toEqual([
    ['case_due', {}],
    ['case_due', {}],
    ['case_due', {}],
  ])
  const [row] = await server.sql<{ state: string }>('select state from mediation_case where id = $1', [params.caseId])
  expect(row?.state).toBe('follow_up')
})

test('no agreement ends by itself after a week', async () => {
  const params = await broughtTo(people, 'in_session')
  await move(mediator(), params, 'fail')
  expect(await readCase(people.applicant, params)).toMatchObject({ state: 'not_agreed', outcome: 'not_agreed' })
  server.clock.advance({ days: 7 })
  await server.app.doWhatIsDue()
  expect(await readCase(people.applicant, params)).toMatchObject({ state: 'closed', outcome: 'not_agreed' })
})

test('every read by staff is a line that both sides see alike, and what staff are shown is read', async () => {
  const params = await broughtTo(people, 'accepted')
  const reads = async (side: 'applicant' | 'respondent') => (await people[side].call('listCaseReads', { params })).items
  const before = (await reads('applicant')).length
  await readCase(people.committee, params)
  await mediator().call('listCaseThreads', { params })
  await people.committee.call('listCommunityCases', { params: COMMUNITY })
  const after = await reads('applicant')
  expect(after.slice(0, after.length - before).map(({ role }) => role)).toEqual(['mediator', 'committee'])
  expect(after[1]?.by).toBe('绕赛社区人民调解委员会（示范）')
  expect(await reads('respondent')).toEqual(after)
  expect((await people.committee.attempt('listCaseReads', { params: { ...params } })).status).toBe(403)
  // A list shows neither words nor names.
  const { text } = await people.committee.attempt('listCommunityCases', { params: COMMUNITY })
  expect(text).not.toMatch(/晚上的声音|示范申请人|示范对方/)
})

test('a read that cannot be written down fails', async () => {
  const params = await request(people.applicant, [])
  await server.sql('alter table case_read rename to case_read_gone')
  try {
    const answer = await people.committee.attempt('getMediationCase', { params: { ...params } })
    expect([answer.status, answer.text.includes('晚上的声音')]).toEqual([500, false])
  } finally {
    await server.sql('alter table case_read_gone rename to case_read')
  }
})

test('where somebody is in danger nothing is mediated and nothing is kept', async () => {
  const count = async () =>
    (
      await server.sql(
        'select (select count(*) from mediation_case) + (select count(*) from work_item) + (select count(*) from inbox_message) as n',
      )
    )[0]
  const before = await count()
  const body = aRequest([], { isSafe: false })
  const answer = await people.applicant.attempt(
    'requestMediation',
    { params: COMMUNITY, body },
    { 'Idempotency-Key': 'danger-danger' },
  )
  expect(answer.code).toBe('not_for_mediation')
  expect(await count()).toEqual(before)
  expect(await server.sql("select 1 from idempotency_key where key = 'danger-danger'")).toEqual([])
})

test('whoever asks to be called is called first, at the number that they gave, and nowhere else', async () => {
  const staff = await people.as('community_staff', COMMUNITY)
  await people.applicant.call('askForHelpCall', { params: COMMUNITY, body: { phone: '0891-0000-199' } })
  const first = async () => (await staff.call('listCallList', { params: COMMUNITY, query: { view: 'due' } })).items[0]
  await expect.poll(async () => (await first())?.lines[0]?.isConfidential, { timeout: 5000 }).toBe(true)
  expect(await first()).toMatchObject({ person: { id: people.applicant.personId, phone: '08910000199' } })
  expect(await server.sql('select 1 from mediation_case where false or id is null')).toEqual([])
  const [kept] = await server.sql<{ sealed_phone: string; details: object }>(
    "select sealed_phone, details from call_line where kind = 'danger_call'",
  )
  expect([kept?.sealed_phone.startsWith('v1.'), kept?.details]).toEqual([true, {}])
  expect((await people.applicant.call('listInbox')).items).toEqual([])
})

test('an issue becomes a case with what its reporter agreed to, and only they and the committee see the link', async () => {
  const raosai = await signInRaosai(server)
  const receipt = await report(raosai.resident)
  await make(raosai.worker, receipt, 'claim')
  await make(raosai.worker, receipt, 'convert', { service: 'mediation', agreed: '只说夜里的声音。', hasConsent: true })
  const [own] = (await raosai.resident.call('listMyCases')).items
  expect(own).toMatchObject({
    state: 'requested',
    statement: '只说夜里的声音。',
    respondentName: null,
    fromWorkItemId: receipt.workItemId,
    yourTicks: [],
  })
  const params = { ...COMMUNITY, caseId: own?.id ?? '' }
  await move(people.committee, params, 'invite')
  expect((await readCase(people.committee, params)).fromWorkItemId).toBe(receipt.workItemId)
  const code = await codeFor(people.committee, params)
  const { case: other } = await people.respondent.call('openInvitation', { body: { code } })
  expect([other.fromWorkItemId, other.statement]).toEqual([null, null])
  const [first = ''] = people.cards
  await raosai.resident.call('chooseMediators', { params, body: { trustedMediatorIds: [first] as never } })
  await people.respondent.call('answerInvitation', {
    params,
    body: { accept: true, trustedMediatorIds: [first] as never },
  })
  expect((await readCase(raosai.resident, params)).state).toBe('ordered')
  const { text } = await raosai.worker.attempt('getWorkItem', {
    params: { ...COMMUNITY, workItemId: receipt.workItemId },
  })
  expect(text).not.toContain(params.caseId)
})

test('whoever it was brought over for says the rest themselves, once, and nobody else can', async () => {
  const raosai = await signInRaosai(server)
  const receipt = await report(raosai.resident)
  await make(raosai.worker, receipt, 'claim')
  await make(raosai.worker, receipt, 'convert', { service: 'mediation', agreed: '只说夜里的声音。', hasConsent: true })
  const [first = ''] = people.cards
  const fromWorkItemId = receipt.workItemId as never
  const body = aRequest([first], { fromWorkItemId, statement: '夜里的声音，我改过的话。' })
  const params = { communityId: 'raosai' }
  expect((await people.applicant.attempt('requestMediation', { params, body })).code).toBe('not_found')
  const before = (await raosai.resident.call('listMyCases')).items
  const { id } = await raosai.resident.call('requestMediation', { params, body })
  const after = (await raosai.resident.call('listMyCases')).items
  expect([after.length, after[0]?.id]).toEqual([before.length, id])
  expect(await readCase(raosai.resident, { ...COMMUNITY, caseId: id })).toMatchObject({
    state: 'requested',
    disputeKind: 'neighbours',
    statement: '夜里的声音，我改过的话。',
    respondentName: '示范对方',
    yourTicks: [first],
    fromWorkItemId: receipt.workItemId,
  })
  expect((await raosai.resident.attempt('requestMediation', { params, body })).code).toBe('case_changed')
})

test('the committee reads its ledger, and whoever is above it counts without small numbers', async () => {
  const query = { from: '2026-11-01', to: '2026-11-30' }
  await request(people.applicant, [], { disputeKind: 'pasture' })
  const ledger = await people.committee.call('getMediationLedger', { params: COMMUNITY, query })
  expect(ledger.byKind.find(({ kind }) => kind === 'pasture')).toEqual({
    kind: 'pasture',
    cases: 1,
    agreed: 0,
    open: 1,
  })
  expect(ledger.cases?.length).toBeGreaterThan(5)
  const above = await people.as('subdistrict_staff', { unitId: 'bakuo-subdistrict' })
  const counts = await above.call('getMediationLedger', {
    params: COMMUNITY,
    query: { from: '2026-11-23', to: '2026-11-23' },
  })
  expect([counts.cases, counts.byKind.find(({ kind }) => kind === 'pasture')?.cases]).toEqual([null, 0])
  expect(counts.byKind.find(({ kind }) => kind === 'neighbours')?.cases).toBeGreaterThan(5)
  const elsewhere = await people.as('subdistrict_staff', { unitId: 'niangre-subdistrict' })
  expect((await elsewhere.attempt('getMediationLedger', { params: COMMUNITY, query })).code).toBe('not_found')
  const wrong = { from: '2026-11-30', to: '2026-11-01' }
  expect((await people.committee.attempt('getMediationLedger', { params: COMMUNITY, query: wrong })).code).toBe(
    'ledger_range_invalid',
  )
})

test('what is said in a case stands nowhere in plain', async () => {
  const params = await broughtTo(people, 'accepted')
  const key = { 'Idempotency-Key': 'said-once-and-sealed' }
  const body = { text: '这句话只在信封里。' }
  await people.applicant.attempt('postToThread', { params: { ...params, thread: 'joint' }, body }, key)
  const tables = await server.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const found = await server.sql(
      `select 1 from "${name}" as row where row::text like any (array['%这句话只在信封里%', '%晚上的声音太大%', '%一起坐下来说说%'])`,
    )
    expect([name, found.length]).toEqual([name, 0])
  }
  expect(server.logged()).not.toMatch(/这句话只在信封里|晚上的声音太大|示范对方/)
})
