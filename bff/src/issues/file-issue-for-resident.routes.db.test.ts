import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist, CALLER, everythingStored, fileFor } from '../../test/counter.ts'
import { aReport, itemFor, make, personIdOf, type Raosai, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const RAOSAI = { communityId: 'raosai' }

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInRaosai(server)
  await server.sql('update assist_session set ended_at = ends_at where ended_at is null')
})

const attempt = (staff: Client, changes: object, communityId = 'raosai') =>
  staff.attempt('fileIssueForResident', {
    params: { communityId },
    body: { ...aReport(), resident: CALLER, source: 'counter', ...changes },
  })
const count = async (table: string): Promise<number> => {
  const [row] = await server.sql<{ count: number }>(`select count(*)::int as count from ${table}`)
  return row?.count ?? 0
}
const requesterOf = async ({ workItemId }: { workItemId: string }) => {
  const [row] = await server.sql<{ requester_id: string; filed_by_id: string | null }>(
    'select requester_id, filed_by_id from work_item where id = $1',
    [workItemId],
  )
  return row
}

test('in a session the counter files for the person, who has it in their list with who did it', async () => {
  const resident = { residentId: people.resident.personId }
  await assist(people.staff, resident.residentId)
  const { receipt, code } = await fileFor(people.staff, resident, { source: 'counter' })
  expect(code).toBeNull()
  expect((await people.resident.call('listMyItems', { query: { limit: 1 } })).items[0]?.id).toBe(receipt.workItemId)
  const issue = await people.resident.call('getIssue', { params: { ...RAOSAI, issueId: receipt.id } })
  expect(issue).toMatchObject({ isYours: true, source: 'counter' })
  expect(issue.timeline).toMatchObject([{ kind: 'enqueued', actor: '绕赛社区工作人员（示范一）', isYou: false }])
  expect(issue.timeline[0]?.actingFor).toBe('绕赛社区居民（示范一）')
})

test('what the counter filed in a session stands among the acts for the person', async () => {
  const resident = { residentId: people.resident.personId }
  const session = await assist(people.staff, resident.residentId)
  const { receipt } = await fileFor(people.staff, resident, { source: 'counter' })
  expect(await server.sql('select * from proxy_act where work_item_id = $1', [receipt.workItemId])).toMatchObject([
    {
      principal_id: resident.residentId,
      actor_id: people.staff.personId,
      grant_id: null,
      assist_session_id: session.id,
      operation: 'fileIssueForResident',
      event_kind: 'enqueued',
    },
  ])
})

test('what is filed for a caller by name and number stands among the acts for them too', async () => {
  const { receipt } = await fileFor(people.staff, CALLER)
  const acts = await server.sql(
    `select act.actor_id, act.operation, act.principal_id = item.requester_id as is_theirs
     from proxy_act act join work_item item on item.id = act.work_item_id where item.id = $1`,
    [receipt.workItemId],
  )
  expect(acts).toEqual([{ actor_id: people.staff.personId, operation: 'fileIssueForResident', is_theirs: true }])
})

test('a session that was opened at the counter files nothing as a visit', async () => {
  const resident = { residentId: people.resident.personId }
  await assist(people.staff, resident.residentId)
  const body = { ...aReport(), resident, source: 'visit' }
  const answer = await people.staff.attempt('fileIssueForResident', { params: RAOSAI, body })
  expect([answer.status, answer.code]).toEqual([403, 'assist_session_missing'])
})

test('staff who file something are not its filer: only a proxy is told of what becomes of it', async () => {
  const resident = { residentId: people.resident.personId }
  await assist(people.staff, resident.residentId)
  const { receipt } = await fileFor(people.staff, resident, { source: 'counter' })
  expect(await requesterOf(receipt)).toEqual({ requester_id: resident.residentId, filed_by_id: null })
})

test('without an open session with that person nothing is filed', async () => {
  const before = await count('issue')
  const resident = { residentId: people.resident.personId }
  const without = await attempt(people.staff, { resident })
  await assist(people.leader, resident.residentId)
  const ofSomebodyElse = await attempt(people.staff, { resident })
  await assist(people.staff, people.neighbour.personId)
  const withSomebodyElse = await attempt(people.staff, { resident })
  await assist(people.staff, resident.residentId)
  server.clock.advance({ hours: 0.5 })
  const over = await attempt(people.staff, { resident })
  const answers = [without, ofSomebodyElse, withSomebodyElse, over].map(({ status, code }) => [status, code])
  expect(answers).toEqual(Array(4).fill([403, 'assist_session_missing']))
  expect(await count('issue')).toBe(before)
})

test('a session that ends while something is filed lets it through whole or not at all', async () => {
  const resident = { residentId: people.resident.personId }
  for (let round = 0; round < 10; round += 1) {
    const { id } = await assist(people.staff, resident.residentId)
    const before = [await count('issue'), await count('proxy_act')]
    const [filed] = await Promise.all([
      attempt(people.staff, { resident }),
      people.resident.call('endAssistSession', { params: { sessionId: id } }),
    ])
    const grown = filed.status === 201 ? 1 : 0
    expect([filed.status, filed.code]).toEqual(grown === 1 ? [201, undefined] : [403, 'assist_session_missing'])
    expect([await count('issue'), await count('proxy_act')]).toEqual(before.map((each) => each + grown))
    expect((await attempt(people.staff, { resident })).code).toBe('assist_session_missing')
  }
})

test('somebody who calls is registered on the way, and gets a receipt with a code of twelve digits', async () => {
  const { receipt, code } = await fileFor(people.staff, { name: '示范头一次来电' })
  expect(receipt).toMatchObject({ state: 'queued', queue: { id: 'raosai-grid-1' } })
  expect(code?.code).toMatch(/^8\d{11}$/)
  expect(code?.expiresAt).toBe('2027-02-21T02:00:00.000Z')
  const item = await itemFor(people.worker, receipt)
  expect(item.requesterName).toBe('示*电')
})

test('somebody who calls again is the same person', async () => {
  const caller = { name: '示范又来电', phone: '0891-0000-195' }
  const [first, second] = [await fileFor(people.staff, caller), await fileFor(people.leader, caller)]
  expect(await requesterOf(first.receipt)).toEqual(await requesterOf(second.receipt))
})

test('by name nothing is ever filed for somebody with an account', async () => {
  const caller = { name: '示范有账号', phone: '0891-0000-196' }
  const first = await fileFor(people.staff, caller)
  const owner = await requesterOf(first.receipt)
  await server.sql('update person_contact set has_account = true where person_id = $1', [owner?.requester_id])
  const second = await fileFor(people.staff, caller)
  expect((await requesterOf(second.receipt))?.requester_id).not.toBe(owner?.requester_id)
  expect(second.code).not.toBeNull()
})

test('somebody whom the counter knows gets a code too when something is filed in a session', async () => {
  const { personId } = await people.staff.call('registerResident', { params: RAOSAI, body: CALLER })
  await assist(people.staff, personId)
  const { receipt, code } = await fileFor(people.staff, { residentId: personId }, { source: 'counter' })
  expect(await requesterOf(receipt)).toMatchObject({ requester_id: personId })
  expect(code).not.toBeNull()
})

test('sent again with the same key it answers the same receipt and code, and the database keeps no code', async () => {
  const headers = { 'Idempotency-Key': 'filed-once' }
  const first = await fileFor(people.staff, CALLER, {}, headers)
  const before = await count('issue')
  expect(await fileFor(people.staff, CALLER, {}, headers)).toEqual(first)
  expect(await count('issue')).toBe(before)
  const kept = (await everythingStored(server)) + server.logged()
  expect([first.code?.code ?? '?', CALLER.name, '08910000191'].filter((word) => kept.includes(word))).toEqual([])
})

test.each([
  ['an unknown category', { serviceCode: 'nonsense' }, 'unknown_service'],
  ['a report about a person', { serviceCode: 'suspicious_person' }, 'person_report_refused'],
  ['a place elsewhere', { placeId: 'cisongtang-small-square' }, 'unknown_place'],
  ['a public family matter', { serviceCode: 'family_matter', visibility: 'public' }, 'visibility_refused'],
  ['no place', { placeId: undefined }, 'validation_failed'],
  ['no words', { description: ' ' }, 'validation_failed'],
  ['nobody', { resident: { name: ' ' } }, 'validation_failed'],
  ['a source that staff are not', { source: 'own' }, 'validation_failed'],
] as const)('%s is refused at the counter as everywhere, and nobody is registered', async (_what, changes, code) => {
  const before = await count('person')
  expect((await attempt(people.staff, { resident: { name: '示范没登记' }, ...changes })).code).toBe(code)
  expect(await count('person')).toBe(before)
})

test('only whoever works in the community files for its residents', async () => {
  const subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
  const answers = []
  for (const client of [people.elsewhere, people.resident, subdistrict, server.anonymous]) {
    answers.push((await attempt(client, {})).code)
  }
  expect(answers).toEqual(['not_found', 'forbidden', 'forbidden', 'unauthenticated'])
  expect((await attempt(people.staff, {}, 'nowhere')).code).toBe('not_found')
})

test('nobody files at the counter for somebody whom they act for at the same time', async () => {
  await assist(people.staff, people.resident.personId)
  const body = { ...aReport(), resident: CALLER, source: 'counter' }
  const headers = { 'Acting-For': people.resident.personId }
  expect((await people.staff.attempt('fileIssueForResident', { params: RAOSAI, body }, headers)).code).toBe(
    'not_delegable',
  )
})

test('a family matter is written down at the counter, where the person is, and by no grid worker', async () => {
  const matter = { serviceCode: 'family_matter', source: 'counter' }
  expect((await attempt(people.staff, matter)).status).toBe(201)
  const answer = await attempt(people.worker, matter)
  expect([answer.status, answer.code]).toEqual([403, 'not_delegable'])
})

test('a complaint about the community is filed by nobody of the community', async () => {
  for (const client of [people.staff, people.leader, people.worker]) {
    const answer = await attempt(client, { serviceCode: 'complaint_staff' })
    expect([answer.status, answer.code]).toEqual([403, 'not_delegable'])
    expect(answer.message).toContain('电话')
  }
})

test('what the counter filed goes the way of every other item', async () => {
  const { receipt } = await fileFor(people.staff, CALLER)
  await make(people.worker, receipt, 'claim')
  await make(people.worker, receipt, 'resolve')
  await make(people.leader, receipt, 'close')
  expect((await itemFor(people.leader, receipt)).outcome).toBe('solved')
})
