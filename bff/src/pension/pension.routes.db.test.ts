import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { assist } from '../../test/counter.ts'
import { addPerson, type Raosai, signInRaosai } from '../../test/factories.ts'
import { claim, residence } from '../../test/facts.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const RAOSAI = { params: { communityId: 'raosai' } }
const EJIETANG = { params: { communityId: 'ejietang' } }

let server: TestServer
let people: Raosai

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  people = await signInRaosai(server)
})

const newResident = async (communityId = 'raosai', name?: string): Promise<Client> =>
  server.signIn(await addPerson(server, 'resident', { communityId }, name === undefined ? {} : { name }))
const proofOf = (client: Client) => client.call('getProofOfLife', RAOSAI)
const record = (client: Client, on: string, evidence: string, headers = {}) =>
  client.attempt('recordProofOfLifeDone', { ...RAOSAI, body: { on, evidence } }, headers)
const aDaughter = async (mother: Client) => {
  const daughter = await newResident()
  const scopes = [{ service: 'pension' as const, powers: ['read' as const, 'file' as const, 'manage' as const] }]
  await giveTo(daughter, mother, { scopes })
  return daughter
}

test('somebody of whom nothing is known reads the window that is open, and has missed none', async () => {
  const proof = await proofOf(await newResident())
  expect(proof).toMatchObject({
    status: 'due',
    from: '2026-07-01',
    dueOn: '2026-12-31',
    lastDone: null,
    way: null,
    remindsOn: ['2026-12-01', '2026-12-17', '2026-12-28'],
    visit: null,
    forWhom: { isYou: true },
  })
  expect(proof.channels.map(({ name }) => name)).toContain('老来')
  expect(proof.offices[0]).toMatchObject({ phone: '0891-0000-101' })
})

test('reading enrols nobody', async () => {
  const resident = await newResident()
  await proofOf(resident)
  expect(await server.sql('select 1 from proof_of_life where person_id = $1', [resident.personId])).toEqual([])
})

test('where it is due every twelve months, the days from the last one count', async () => {
  const resident = await newResident('ejietang')
  await resident.call('recordProofOfLifeDone', { ...EJIETANG, body: { on: '2026-01-20', evidence: 'app_says_so' } })
  expect(await resident.call('getProofOfLife', EJIETANG)).toMatchObject({ status: 'due', dueOn: '2027-01-20' })
})

test('the way follows from three answers, and the answers are not kept', async () => {
  const resident = await newResident()
  const save = (canUseApp: boolean, hasHelper: boolean, needsVisit: boolean) =>
    resident.call('saveProofOfLifeWay', { ...RAOSAI, body: { canUseApp, hasHelper, needsVisit } })
  expect((await save(true, false, false)).way).toBe('self')
  expect((await save(false, true, false)).way).toBe('family')
  expect((await save(true, true, true)).way).toBe('visit')
  expect((await save(false, false, false)).way).toBe('visit')
})

test('whoever does it in this window is valid until the end of the next one', async () => {
  const resident = await newResident()
  const answer = await record(resident, '2026-11-23', 'did_it_myself')
  expect(answer.body).toMatchObject({
    status: 'valid',
    from: '2027-01-01',
    dueOn: '2027-06-30',
    lastDone: { on: '2026-11-23', evidence: 'did_it_myself', isByYou: true },
  })
})

test('a day of an older window counts for that one, and is not lost', async () => {
  const resident = await newResident()
  await record(resident, '2026-05-20', 'app_says_so')
  expect(await proofOf(resident)).toMatchObject({ status: 'due', lastDone: { on: '2026-05-20' } })
  await record(resident, '2026-11-20', 'app_says_so')
  await record(resident, '2026-06-01', 'app_says_so')
  expect(await proofOf(resident)).toMatchObject({ status: 'valid', lastDone: { on: '2026-11-20' } })
  const days = await server.sql<{ done_on: string }>(
    'select done_on::text from proof_of_life_done where person_id = $1 order by id',
    [resident.personId],
  )
  expect(days.map(({ done_on: on }) => on)).toEqual(['2026-05-20', '2026-11-20', '2026-06-01'])
})

test('a window that was missed is said, from the first day of the next', async () => {
  const resident = await newResident()
  await resident.call('saveProofOfLifeWay', {
    ...RAOSAI,
    body: { canUseApp: true, hasHelper: false, needsVisit: false },
  })
  server.clock.set('2026-12-31T15:59:00.000Z')
  expect((await proofOf(await server.signIn(resident.personId))).status).toBe('due')
  server.clock.set('2026-12-31T16:00:00.000Z')
  expect(await proofOf(await server.signIn(resident.personId))).toMatchObject({ status: 'lapsed', dueOn: '2027-06-30' })
})

test('nobody writes down a day that has not come', async () => {
  const resident = await newResident()
  expect((await record(resident, '2026-11-24', 'did_it_myself')).code).toBe('date_in_future')
  expect((await proofOf(resident)).lastDone).toBeNull()
})

test('each says only what they can know', async () => {
  const mother = await newResident()
  const daughter = await aDaughter(mother)
  await assist(people.staff, mother.personId)
  const callers = {
    person: { client: mother, headers: {} },
    proxy: { client: daughter, headers: actingFor(mother) },
    counter: { client: people.staff, headers: actingFor(mother) },
  }
  const said: Record<string, string[]> = { person: [], proxy: [], counter: [] }
  const refusals = new Set<string | undefined>()
  for (const [name, { client, headers }] of Object.entries(callers)) {
    for (const evidence of ['did_it_myself', 'was_there', 'app_says_so', 'visitor_was_there', 'told_by_person']) {
      const answer = await record(client, '2026-11-20', evidence, headers)
      if (answer.status === 200) said[name]?.push(evidence)
      else refusals.add(answer.code)
    }
  }
  expect([...refusals]).toEqual(['evidence_not_yours'])
  expect(said).toEqual({
    person: ['did_it_myself', 'app_says_so'],
    proxy: ['was_there', 'app_says_so', 'told_by_person'],
    counter: ['was_there', 'app_says_so', 'told_by_person'],
  })
})

test('a daughter writes it down, and the mother reads who did', async () => {
  const mother = await newResident('raosai', '示范母亲')
  const daughter = await aDaughter(mother)
  await record(daughter, '2026-11-22', 'was_there', actingFor(mother))
  const theirs = await daughter.call('getProofOfLife', RAOSAI, actingFor(mother))
  expect(theirs.forWhom).toEqual({ name: '示范母亲', isYou: false })
  expect(theirs.lastDone?.isByYou).toBe(true)
  expect((await proofOf(mother)).lastDone).toMatchObject({ evidence: 'was_there', isByYou: false })
  expect((await proofOf(daughter)).lastDone).toBeNull()
})

test('the same write that is sent twice is written once', async () => {
  const resident = await newResident()
  const headers = { 'Idempotency-Key': 'done-once' }
  const [first, second] = await Promise.all([1, 2].map(() => record(resident, '2026-11-20', 'app_says_so', headers)))
  expect([first?.status, second?.status]).toEqual([200, 200])
  expect(await server.sql('select 1 from proof_of_life_done where person_id = $1', [resident.personId])).toHaveLength(1)
})

test('nobody has a proof of life where they do not live, or where no help is offered', async () => {
  const resident = await newResident()
  for (const communityId of ['ejietang', 'cisongtang', 'nowhere']) {
    expect((await resident.attempt('getProofOfLife', { params: { communityId } })).code).toBe('not_found')
  }
  const elsewhere = await newResident('cisongtang')
  expect((await elsewhere.attempt('getProofOfLife', { params: { communityId: 'cisongtang' } })).code).toBe('not_found')
})

test('anybody copies the text for a group: the day, the page, and no person', async () => {
  const { text } = await server.anonymous.call('getGroupText', RAOSAI)
  expect(text).toContain('从7月1日到12月31日')
  expect(text).toMatch(/http:\/\/localhost:\d+\/pension\/pages\/proof\/index\?communityId=raosai/)
  expect(text).toContain('0891-0000-101')
  expect(text).not.toMatch(/[{}]/)
  server.clock.set('2026-12-31T16:00:00.000Z')
  expect((await server.anonymous.call('getGroupText', RAOSAI)).text).toContain('从1月1日到6月30日')
  const { text: monthly } = await server.anonymous.call('getGroupText', EJIETANG)
  expect(monthly).toContain('communityId=ejietang')
  expect(monthly).not.toMatch(/[{}]/)
  const tibetan = await server.send('/api/communities/raosai/proof-of-life/group-text', {
    headers: { 'Accept-Language': 'bo' },
  })
  expect(tibetan.text).toContain('communityId=raosai')
})

const openOf = async (client: Client, query = {}) =>
  client.call('listOpenProofsOfLife', { ...RAOSAI, query: { limit: 50, ...query } })
const anElder = async (done?: string): Promise<Client> => {
  const resident = await newResident()
  await claim(resident, residence)
  await resident.call('saveProofOfLifeWay', {
    ...RAOSAI,
    body: { canUseApp: false, hasHelper: false, needsVisit: true },
  })
  if (done !== undefined) await record(resident, done, 'app_says_so')
  return resident
}

test('the counter reads everybody who has not done it; a grid worker the people of their own cell', async () => {
  const [open, done] = [await anElder(), await anElder('2026-11-01')]
  const homeless = await newResident()
  await record(homeless, '2026-01-01', 'app_says_so')
  const idsFor = async (client: Client) => (await openOf(client)).items.map(({ personId }) => personId)
  const ofStaff = await idsFor(people.staff)
  expect(ofStaff).toEqual(expect.arrayContaining([open.personId, homeless.personId]))
  expect(ofStaff).not.toContain(done.personId)
  for (const client of [people.worker, people.leader]) {
    const ids = await idsFor(client)
    expect(ids).toContain(open.personId)
    expect(ids).not.toContain(homeless.personId)
  }
  expect(await idsFor(people.otherWorker)).not.toContain(open.personId)
  const { items } = await openOf(people.staff, { gridCellId: 'raosai-1' })
  expect(items.find(({ personId }) => personId === open.personId)).toMatchObject({
    gridCellName: '第一网格',
    status: 'due',
    dueOn: '2026-12-31',
    way: 'visit',
    remindedOn: null,
    visitState: null,
  })
  expect((await openOf(people.otherWorker, { gridCellId: 'raosai-1' })).items).toEqual([])
})

test('where each of those lives leaves a line for whoever was shown', async () => {
  const elder = await anElder()
  await openOf(people.worker)
  expect(
    await server.sql("select 1 from confidential_read where person_id = $1 and reader_id = $2 and what = 'facts'", [
      elder.personId,
      people.worker.personId,
    ]),
  ).toHaveLength(1)
})

test('whoever works elsewhere, or does something else, reads nobody', async () => {
  expect((await people.elsewhere.attempt('listOpenProofsOfLife', RAOSAI)).code).toBe('not_found')
  expect((await people.resident.attempt('listOpenProofsOfLife', RAOSAI)).code).toBe('forbidden')
})

test('pages go on where the last one ended, each person once', async () => {
  for (const _one of [1, 2, 3]) await anElder()
  const whole = await openOf(people.staff)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await openOf(people.staff, { limit: 2, ...(cursor !== undefined && { cursor }) })
    seen.push(...page.items.map(({ personId }) => personId))
    expect(page.open).toBe(whole.open)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual(whole.items.map(({ personId }) => personId))
  expect(new Set(seen).size).toBe(whole.open)
  const bad = await people.staff.attempt('listOpenProofsOfLife', { ...RAOSAI, query: { cursor: 'nonsense' } })
  expect(bad.code).toBe('validation_failed')
})
