import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist, CALLER, everythingStored } from '../../test/counter.ts'
import { addPerson, aReport, personIdOf, type Raosai, signInRaosai } from '../../test/factories.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { loadDemoPeople } from './index.ts'

const RAOSAI = { communityId: 'raosai' }
const NOTE = '示范：本人在柜台，不会用手机。'

let server: TestServer
let people: Raosai
let residentId: string

beforeAll(async () => {
  server = await startTestServer()
  residentId = personIdOf(server, 'resident', RAOSAI)
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInRaosai(server)
})

const register = (staff: Client, caller: { name: string; phone?: string }, headers = {}) =>
  staff.call('registerResident', { params: RAOSAI, body: caller }, headers)
const find = async (staff: Client, body: { phone: string } | { name: string }, communityId = 'raosai') =>
  (await staff.call('findResidents', { params: { communityId }, body })).items
const reads = (what: string) =>
  server.sql<{ person_id: string | null; reader_id: string }>(
    'select person_id, reader_id from confidential_read where what = $1 order by id',
    [what],
  )
const minutesLater = (minutes: number) => server.clock.advance({ hours: minutes / 60 })
const actFor = (staff: Client, principalId: string) =>
  staff.attempt('reportIssue', { params: RAOSAI, body: aReport() }, { 'Acting-For': principalId })

test('somebody without an account is known by a masked name and two digits', async () => {
  const known = await register(people.staff, CALLER)
  expect(known).toMatchObject({ name: '示*人', phoneEnding: '91', hasAccount: false, channel: 'call' })
})

test.each(['0891-0000-191', '0891 0000 191', '０８９１００００１９１', '+8608910000191'])(
  'the number %s finds its person',
  async (phone) => {
    const { personId } = await register(people.staff, CALLER)
    expect(await find(people.worker, { phone })).toMatchObject([{ personId, name: '示*人', phoneEnding: '91' }])
  },
)

test('a whole name finds its people, and a part of one nobody', async () => {
  const { personId } = await register(people.staff, CALLER)
  expect((await find(people.staff, { name: ' 示范 来电人' })).map((found) => found.personId)).toContain(personId)
  expect(await find(people.staff, { name: '示范来电' })).toEqual([])
})

test('the demonstration has an elder whom only the counter knows, found by name and by number', async () => {
  const elder = { name: '绕赛社区老人（示范）', phoneEnding: '81', hasAccount: false, channel: 'call' }
  expect(await find(people.staff, { name: '绕赛社区老人（示范）' })).toMatchObject([elder])
  expect(await find(people.staff, { phone: '0891-0000-181' })).toMatchObject([elder])
  expect(await find(people.staff, { name: '绕赛社区居民（示范一）' })).toMatchObject([{ hasAccount: true }])
})

test('whoever wanted no calls is not called again after the next start', async () => {
  const [elder] = await find(people.staff, { phone: '0891-0000-181' })
  await server.sql("update person_contact set channel = 'inbox' where person_id = $1", [elder?.personId])
  await loadDemoPeople(server.app.context)
  expect(await find(people.staff, { phone: '0891-0000-181' })).toMatchObject([{ channel: 'inbox', phoneEnding: '81' }])
})

test('each search leaves a line for whom it found, or one that it found nobody', async () => {
  const { personId } = await register(people.staff, CALLER)
  const before = (await reads('search')).length
  await find(people.staff, CALLER)
  await find(people.staff, { phone: '0891-0000-999' })
  const reader_id = people.staff.personId
  expect((await reads('search')).slice(before)).toEqual([
    { person_id: personId, reader_id },
    { person_id: null, reader_id },
  ])
})

test('a search answers ten people at most', async () => {
  const name = '示范同名'
  for (let count = 0; count < 11; count += 1) await register(people.staff, { name })
  expect(await find(people.staff, { name })).toHaveLength(10)
})

test('the counter of another community finds nobody of this one', async () => {
  await register(people.staff, CALLER)
  expect(await find(people.elsewhere, { phone: CALLER.phone }, 'cisongtang')).toEqual([])
})

test.each([
  ['findResidents', { name: CALLER.name }],
  ['registerResident', CALLER],
  ['startAssistSession', { residentId: '019a0000-0000-7000-8000-000000000001', reason: 'counter' }],
] as const)('%s is for whoever works in that community', async (operation, body) => {
  const answers = []
  const subdistrict = await server.signIn(personIdOf(server, 'subdistrict_staff', { unitId: 'bakuo-subdistrict' }))
  for (const client of [people.elsewhere, people.resident, subdistrict, server.anonymous]) {
    answers.push((await client.attempt(operation, { params: RAOSAI, body })).code)
  }
  expect(answers).toEqual(['not_found', 'forbidden', 'forbidden', 'unauthenticated'])
})

test('a community that is not there is not found', async () => {
  const answer = await people.staff.attempt('findResidents', { params: { communityId: 'nowhere' }, body: CALLER })
  expect(answer.code).toBe('not_found')
})

test.each(['13', '110', '1380013800x', '99999999999'])('the number %s is asked for again', async (phone) => {
  const answer = await people.staff.attempt('registerResident', { params: RAOSAI, body: { ...CALLER, phone } })
  expect(answer.fields).toEqual([{ field: 'phone', message: '电话号码不对。手机十一位，座机带上区号。' }])
})

test('the same name and number are the same person, also when two counters write them down at once', async () => {
  const caller = { name: '示范两次', phone: '0891-0000-192' }
  const both = await Promise.all([register(people.staff, caller), register(people.leader, caller)])
  const again = await register(people.worker, { ...caller, phone: '08910000192' })
  expect(new Set([...both, again].map(({ personId }) => personId)).size).toBe(1)
})

test('a name alone is not enough to be the same person, and neither is a number', async () => {
  const ids = [
    await register(people.staff, { name: '示范重名' }),
    await register(people.staff, { name: '示范重名' }),
    await register(people.staff, { name: '示范重名', phone: '0891-0000-193' }),
    await register(people.staff, { name: '示范同屋', phone: '0891-0000-193' }),
  ].map(({ personId }) => personId)
  expect(new Set(ids).size).toBe(4)
})

test('a registration that is sent again makes nobody new', async () => {
  const headers = { 'Idempotency-Key': 'register-once' }
  const first = await register(people.staff, { name: '示范重发' }, headers)
  expect(await register(people.staff, { name: '示范重发' }, headers)).toEqual(first)
})

test('neither the database nor the log holds a whole name or number', async () => {
  const caller = { name: '示范不落盘的名字', phone: '08910000194' }
  await register(people.staff, caller, { 'Idempotency-Key': 'register-sealed' })
  await find(people.staff, { phone: caller.phone })
  await find(people.staff, { name: caller.name })
  const kept = (await everythingStored(server)) + server.logged()
  expect(Object.values(caller).filter((word) => kept.includes(word))).toEqual([])
})

test('whoever helps opens a session of half an hour with a reason, and the person is told', async () => {
  const session = await assist(people.staff, residentId, NOTE)
  expect(session).toMatchObject({ resident: { id: residentId }, reason: 'counter', note: NOTE, endedAt: null })
  expect(Date.parse(session.endsAt) - Date.parse(session.startedAt)).toBe(30 * 60_000)
  expect((await people.staff.call('getAssistSession')).session).toEqual(session)
  await expect
    .poll(async () => (await people.resident.call('listInbox')).items[0]?.text, { timeout: 10_000 })
    .toBe('绕赛社区工作人员（示范一）开始帮您办事，最长30分钟。')
})

test('in a session staff act for the person, until it is ended by either of them', async () => {
  for (const ender of [people.staff, people.resident]) {
    const { id } = await assist(people.staff, residentId)
    expect((await actFor(people.staff, residentId)).status).toBe(201)
    await ender.call('endAssistSession', { params: { sessionId: id } })
    expect((await actFor(people.staff, residentId)).code).toBe('proxy_grant_missing')
  }
})

test('a session that nobody ended is over after half an hour', async () => {
  const { id, endsAt } = await assist(people.staff, residentId)
  minutesLater(29)
  expect((await actFor(people.staff, residentId)).status).toBe(201)
  minutesLater(1)
  expect((await actFor(people.staff, residentId)).code).toBe('proxy_grant_missing')
  expect((await people.staff.call('getAssistSession')).session).toBeNull()
  minutesLater(60)
  const ended = await people.resident.call('endAssistSession', { params: { sessionId: id } })
  expect(ended.endedAt).toBe(endsAt)
})

test('a new session ends the one before it', async () => {
  const first = await assist(people.staff, residentId)
  const neighbourId = people.neighbour.personId
  const second = await assist(people.staff, neighbourId)
  expect((await actFor(people.staff, residentId)).code).toBe('proxy_grant_missing')
  expect((await actFor(people.staff, neighbourId)).status).toBe(201)
  expect((await people.staff.call('getAssistSession')).session?.id).toBe(second.id)
  const ended = await people.staff.call('endAssistSession', { params: { sessionId: first.id } })
  expect(ended.endedAt).toBe(START)
})

test('of sessions that are opened at once one stays open', async () => {
  const residents = [residentId, people.neighbour.personId, residentId, people.neighbour.personId]
  await Promise.all(residents.map((id) => assist(people.worker, id)))
  const open = await server.sql('select 1 from assist_session where staff_id = $1 and ended_at is null', [
    people.worker.personId,
  ])
  expect(open).toHaveLength(1)
})

test('nobody opens a session with somebody who lives elsewhere, with a colleague or with themselves', async () => {
  const ids = [
    personIdOf(server, 'resident', { communityId: 'cisongtang' }),
    people.worker.personId,
    '019a0000-0000-7000-8000-000000000001',
  ]
  const both = await addPerson(server, 'community_staff', RAOSAI)
  await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai')", [
    both,
  ])
  const own = await server.signIn(both)
  const start = (client: Client, id: string) =>
    client.attempt('startAssistSession', { params: RAOSAI, body: { residentId: id, reason: 'counter' } })
  const answers = [...(await Promise.all(ids.map((id) => start(people.staff, id)))), await start(own, both)]
  expect(answers.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'not_found', 'not_found'])
})

test('a session is ended and read by nobody but the two who are in it', async () => {
  const { id } = await assist(people.staff, residentId, NOTE)
  for (const client of [people.neighbour, people.leader, people.elsewhere]) {
    const answer = await client.attempt('endAssistSession', { params: { sessionId: id } })
    expect([answer.status, answer.code]).toEqual([404, 'not_found'])
  }
  expect((await people.leader.call('getAssistSession')).session?.id).not.toBe(id)
  expect((await people.resident.call('endAssistSession', { params: { sessionId: id } })).note).toBe(NOTE)
})
