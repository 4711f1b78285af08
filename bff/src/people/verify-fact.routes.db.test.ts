import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn, untilDelivered } from '../../test/desk.ts'
import { addPerson, personIdOf, type Raosai, signInRaosai } from '../../test/factories.ts'
import {
  born,
  claim,
  decide,
  disability,
  factsFor,
  HOME,
  readersOf,
  residence,
  tryClaim,
  verify,
  worksAt,
} from '../../test/facts.ts'
import { sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let people: Raosai
let resident: Client

const newResident = async (name = '示范居民', isDemo = true): Promise<Client> => {
  const id = await addPerson(server, 'resident', { communityId: 'raosai' }, { name })
  const client = await server.signIn(id)
  await server.sql('update person set is_demo = $1 where id = $2', [isDemo, id])
  return client
}
const toVerify = (client: Client, query: { cursor?: string; limit?: number } = {}) =>
  client.call('listFactsToVerify', { params: { communityId: 'raosai' }, query })
/** Claims of one resident that somebody is offered. */
const offeredOf = async (client: Client, personId: string) =>
  (await toVerify(client, { limit: 50 })).items.filter((item) => item.resident.id === personId)

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
  await keepSignedIn(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  resident = await newResident()
})

describe('who may verify', () => {
  test('the counter sees every claim of its community, with a masked name and where the person lives', async () => {
    const shy = await newResident('示范某人甲', false)
    await claim(shy, residence)
    const { id } = await claim(shy, worksAt('示范单位'))
    const offered = await offeredOf(people.staff, shy.personId)
    expect(offered.map(({ fact }) => fact.kind)).toEqual(['residence', 'workplace'])
    expect(offered[1]).toMatchObject({
      fact: { id, said: '示范单位', state: 'pending' },
      resident: { name: '示*甲' },
      placeName: '东孜苏3巷7号（米吉林大院）',
    })
  })

  test('a grid worker and a grid leader see claims of those who live in their cells, and nobody of other cells', async () => {
    await claim(resident, residence)
    const counts = await Promise.all(
      [people.worker, people.leader, people.otherWorker].map((client) => offeredOf(client, resident.personId)),
    )
    expect(counts.map(({ length }) => length)).toEqual([1, 1, 0])
  })

  test('whoever has not said where they live is seen at the counter alone', async () => {
    await claim(resident, disability)
    expect(await offeredOf(people.worker, resident.personId)).toEqual([])
    expect(await offeredOf(people.staff, resident.personId)).toMatchObject([{ placeName: null }])
  })

  test('everybody else is answered that there is nothing', async () => {
    const { id } = await claim(resident, residence)
    const visitor = await server.signIn(personIdOf(server, 'visiting_worker', { gridCellId: 'raosai-1' }))
    const asked = (client: Client) => verify(client, resident.personId, id, 'id_card')
    const answers = await Promise.all([people.otherWorker, people.elsewhere, people.neighbour, visitor].map(asked))
    expect(answers.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'forbidden', 'forbidden'])
    const list = await people.elsewhere.attempt('listFactsToVerify', { params: { communityId: 'raosai' } })
    expect(list.code).toBe('not_found')
    expect(await factsFor(resident)).toMatchObject([{ state: 'pending' }])
    expect(await readersOf(server, resident.personId)).toEqual([])
  })

  test('a grid worker of the cell verifies; where somebody is said to live decides, verified before claimed', async () => {
    const home = await claim(resident, residence)
    expect((await verify(people.worker, resident.personId, home.id, 'id_card')).status).toBe(200)
    const moved = { kind: 'residence', value: { ...HOME, placeId: 'raosai-dongzisu-road-no-73' } } as const
    const { id } = await claim(resident, moved, { isCorrection: true })
    expect((await verify(people.otherWorker, resident.personId, id, 'id_card')).code).toBe('not_found')
    expect((await verify(people.worker, resident.personId, id, 'id_card')).status).toBe(200)
    expect((await offeredOf(people.otherWorker, resident.personId)).length).toBe(0)
    const next = await claim(resident, worksAt('示范单位'))
    expect((await verify(people.otherWorker, resident.personId, next.id, 'employment_letter')).status).toBe(200)
  })

  test('nobody verifies their own facts, nor finds them among those to verify', async () => {
    await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai')", [
      people.staff.personId,
    ])
    const { id } = await claim(people.staff, born('1980-01-01'))
    expect((await verify(people.staff, people.staff.personId, id, 'id_card')).code).toBe('not_found')
    expect(await offeredOf(people.staff, people.staff.personId)).toEqual([])
    await server.sql("delete from role_assignment where person_id = $1 and role = 'resident'", [people.staff.personId])
  })

  test('it is not done on behalf of anybody', async () => {
    const { id } = await claim(resident, residence)
    const answer = await decide(
      people.staff,
      resident.personId,
      { decision: 'verify', factId: id, evidence: 'id_card' },
      { 'Acting-For': people.worker.personId },
    )
    expect(answer.code).toBe('not_delegable')
  })

  test('somebody who lives elsewhere has no facts here', async () => {
    const stranger = await server.signIn(await addPerson(server, 'resident', { communityId: 'cisongtang' }))
    const { id } = await claim(stranger, born('1950-01-01'))
    expect((await verify(people.staff, stranger.personId, id, 'id_card')).code).toBe('not_found')
    expect(await offeredOf(people.staff, stranger.personId)).toEqual([])
  })
})

describe('each read leaves a line', () => {
  test('one for each person in the list, one for a decision, none for whoever was not shown', async () => {
    const other = await newResident()
    await claim(resident, residence)
    const { id } = await claim(resident, disability)
    await claim(other, disability)
    await toVerify(people.worker, { limit: 50 })
    expect(await readersOf(server, resident.personId)).toEqual([people.worker.personId])
    expect(await readersOf(server, other.personId)).toEqual([])
    await decide(people.staff, resident.personId, {
      decision: 'verify',
      factId: id,
      evidence: 'disability_certificate',
    })
    expect(await readersOf(server, resident.personId)).toEqual([people.worker.personId, people.staff.personId])
  })

  test('a read whose line cannot be written fails', async () => {
    await claim(resident, residence)
    await server.sql('alter table confidential_read add constraint no_lines check (false) not valid')
    const answer = await people.staff.attempt('listFactsToVerify', { params: { communityId: 'raosai' } })
    await server.sql('alter table confidential_read drop constraint no_lines')
    expect([answer.status, answer.text.includes('东孜苏')]).toEqual([500, false])
  })
})

describe('a decision', () => {
  test('confirms a claim until the day that its rule says', async () => {
    const { id } = await claim(resident, residence)
    const answer = await verify(people.staff, resident.personId, id, 'id_card')
    expect(answer.body).toMatchObject({ id, state: 'verified', verifiedOn: '2026-11-23', verifiedUntil: '2028-11-23' })
    const rows = await server.sql('select verified_by, evidence from resident_fact where id = $1', [id])
    expect(rows).toEqual([{ verified_by: people.staff.personId, evidence: 'id_card' }])
  })

  test.each([
    ['a last day before the rule', '2027-01-31', 200, undefined],
    ['today', '2026-11-23', 200, undefined],
    ['a last day after the rule', '2028-11-24', 422, 'fact_value_impossible'],
    ['a day that is past', '2026-11-22', 422, 'fact_value_impossible'],
  ])('may end with %s', async (_name, verifiedUntil, status, code) => {
    const { id } = await claim(resident, residence)
    const answer = await decide(people.staff, resident.personId, {
      decision: 'verify',
      factId: id,
      evidence: 'id_card',
      verifiedUntil,
    })
    expect([answer.status, answer.code]).toEqual([status, code])
  })

  test('needs evidence that proves this kind', async () => {
    const { id } = await claim(resident, disability)
    expect((await verify(people.staff, resident.personId, id, 'employment_letter')).code).toBe('evidence_not_accepted')
    expect(await factsFor(resident)).toMatchObject([{ state: 'pending' }])
  })

  test('that refuses says why, and the claim counts no more', async () => {
    const { id } = await claim(resident, residence)
    const refusal = 'not_this_community'
    const answer = await decide(people.worker, resident.personId, { decision: 'refuse', factId: id, refusal })
    expect(answer.body).toMatchObject({ state: 'refused', refusal })
    expect(await offeredOf(people.staff, resident.personId)).toEqual([])
  })

  test('is told to the person by the name of what was decided, and never by its value', async () => {
    const home = await claim(resident, residence)
    const work = await claim(resident, worksAt('示范单位'))
    await verify(people.staff, resident.personId, home.id, 'id_card')
    const refusal = 'evidence_missing'
    await decide(people.staff, resident.personId, { decision: 'refuse', factId: work.id, refusal })
    await untilDelivered(server)
    const { items } = await resident.call('listInbox')
    expect(items.map(({ text }) => text).toSorted()).toEqual([
      '核实好了：住在哪里。',
      '没能核实：在附近上班。请带材料到社区柜台，或者再填一次。',
    ])
  })

  test('records what is shown at the counter, in place of a claim and of what was verified', async () => {
    const first = await claim(resident, born('1950-01-01'))
    await verify(people.staff, resident.personId, first.id, 'id_card')
    await claim(resident, born('1950-01-10'), { isCorrection: true })
    const answer = await decide(people.staff, resident.personId, {
      decision: 'record',
      content: born('1950-01-11'),
      evidence: 'household_register',
      hasConsent: true,
    })
    expect(answer.body).toMatchObject({ state: 'verified', said: '1950年1月11日', verifiedUntil: null })
    expect((await factsFor(resident)).map(({ said }) => said)).toEqual(['1950年1月11日'])
  })

  test.each([
    [born('2026-12-01'), 'id_card', 'fact_value_impossible'],
    [residence, 'employment_letter', 'evidence_not_accepted'],
    [{ kind: 'residence', value: { ...HOME, placeId: 'cisongtang-gate' } } as const, 'id_card', 'unknown_place'],
  ] as const)('does not record %o with %s', async (content, evidence, code) => {
    const answer = await decide(people.staff, resident.personId, {
      decision: 'record',
      content,
      evidence,
      hasConsent: true,
    })
    expect(answer.code).toBe(code)
    expect(await factsFor(resident)).toEqual([])
  })

  test('that is repeated answers the same and tells once', async () => {
    const { id } = await claim(resident, residence)
    const headers = { 'Idempotency-Key': 'verify-again-1' }
    const refuse = { decision: 'refuse', factId: id, refusal: 'evidence_missing' } as const
    const first = await decide(people.worker, resident.personId, refuse, headers)
    const second = await decide(people.worker, resident.personId, refuse, headers)
    expect([first.status, second.body]).toEqual([200, first.body])
    await untilDelivered(server)
    expect((await resident.call('listInbox')).items).toHaveLength(1)
  })
})

describe('what has changed meanwhile', () => {
  test('is not decided on: replaced, taken back, verified or refused', async () => {
    const replaced = await claim(resident, born('1950-01-01'))
    const verified = await claim(resident, born('1950-01-02'))
    await verify(people.staff, resident.personId, verified.id, 'id_card')
    const withdrawn = await claim(resident, residence)
    await resident.call('withdrawFact', { params: { factId: withdrawn.id } })
    const refused = await claim(resident, residence)
    const refusal = 'does_not_match'
    await decide(people.staff, resident.personId, { decision: 'refuse', factId: refused.id, refusal })
    for (const { id } of [replaced, verified, withdrawn, refused]) {
      const answer = await verify(people.staff, resident.personId, id, 'id_card')
      expect([answer.status, answer.code]).toEqual([409, 'fact_not_open'])
    }
    expect((await factsFor(resident))[0]).toMatchObject({ id: verified.id, state: 'verified' })
  })

  test('a fact of somebody else is not found under this person', async () => {
    const other = await newResident()
    const { id } = await claim(other, residence)
    expect((await verify(people.staff, resident.personId, id, 'id_card')).code).toBe('not_found')
  })

  test('of two who decide at once one is too late', async () => {
    const { id } = await claim(resident, residence)
    const refuse = { decision: 'refuse', factId: id, refusal: 'evidence_missing' } as const
    const answers = await Promise.all([
      verify(people.staff, resident.personId, id, 'id_card'),
      verify(people.leader, resident.personId, id, 'id_card'),
      decide(people.staff, resident.personId, refuse),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    // A refused residence leaves the grid leader nothing to go by.
    const late = answers.filter(({ status }) => status !== 200).map(({ code }) => code)
    expect(late.every((code) => code === 'fact_not_open' || code === 'not_found')).toBe(true)
    await untilDelivered(server)
    expect((await resident.call('listInbox')).items).toHaveLength(1)
  })

  test('a correction that is claimed and verified at once leaves one verified fact', async () => {
    const record = (on: string) =>
      decide(people.staff, resident.personId, {
        decision: 'record',
        content: born(on),
        evidence: 'id_card',
        hasConsent: true,
      })
    const answers = await Promise.all([
      record('1950-01-01'),
      record('1950-01-02'),
      tryClaim(resident, born('1950-01-03'), { isCorrection: true }),
    ])
    expect(answers.every(({ status }) => status < 300)).toBe(true)
    expect((await factsFor(resident)).filter(({ state }) => state === 'verified')).toHaveLength(1)
  })
})

test('the list goes on page by page, the longest waiting first, and shows nothing twice', async () => {
  const claimed = [
    await claim(resident, residence),
    await claim(resident, disability),
    await claim(resident, worksAt('示范')),
  ]
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await toVerify(people.worker, { limit: 2, ...(cursor !== undefined && { cursor }) })
    seen.push(...page.items.map(({ fact }) => fact.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(seen).toEqual([...new Set(seen)].toSorted())
  expect(seen).toEqual(expect.arrayContaining(claimed.map(({ id }) => id)))
})

test('staff beside a resident say it for them, and confirm it in their own name', async () => {
  await sitTogether(server, people.staff, resident)
  const forPerson = { 'Acting-For': resident.personId }
  expect((await tryClaim(people.staff, residence, {}, forPerson)).status).toBe(201)
  const [fact] = await factsFor(resident)
  expect((await verify(people.staff, resident.personId, fact?.id ?? '', 'id_card')).status).toBe(200)
  expect(await server.sql('select operation from proxy_act where principal_id = $1', [resident.personId])).toEqual([
    { operation: 'claimFact' },
  ])
})
