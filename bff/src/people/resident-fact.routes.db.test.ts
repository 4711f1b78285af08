import { factAt } from '@little-bench/shared/people/facts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn } from '../../test/desk.ts'
import { addPerson, signInRaosai } from '../../test/factories.ts'
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
import { giveTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { factsOf } from './index.ts'

let server: TestServer
let staff: Client
let resident: Client
let neighbour: Client

const newResident = async (name = '示范居民'): Promise<Client> =>
  server.signIn(await addPerson(server, 'resident', { communityId: 'raosai' }, { name }))

beforeAll(async () => {
  server = await startTestServer()
  staff = (await signInRaosai(server)).staff
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  ;[resident, neighbour] = [await newResident(), await newResident()]
})

test('what a resident says of themselves is a claim, in words, in their own list alone', async () => {
  const fact = await claim(resident, born('1949-10-01'))
  expect(fact).toMatchObject({ said: '1949年10月1日', state: 'pending', isCorrection: false, verifiedOn: null })
  expect(await factsFor(resident)).toEqual([fact])
  expect(await factsFor(neighbour)).toEqual([])
})

test.each([
  [residence, '东孜苏3巷7号（米吉林大院）'],
  [worksAt('示范单位'), '示范单位'],
  [disability, '有残疾人证'],
  [{ kind: 'limited_mobility', value: { needsVisit: true } } as const, '行动不便，需要上门'],
  [{ kind: 'living_alone', value: { livesAlone: true } } as const, '一个人住'],
  [{ kind: 'language', value: { language: 'bo', needsInterpreter: true } } as const, '说藏语，要人翻译'],
])('%o is said as %s', async (content, said) => {
  expect((await claim(resident, content)).said).toBe(said)
})

test('the list goes by kind, whatever was said first', async () => {
  await claim(resident, worksAt('示范单位'))
  await claim(resident, residence)
  await claim(resident, born('1960-01-01'))
  expect((await factsFor(resident)).map(({ kind }) => kind)).toEqual(['birth_date', 'residence', 'workplace'])
})

test('a claim takes the place of the one before it', async () => {
  await claim(resident, born('1950-01-01'))
  await claim(resident, born('1951-01-01'))
  expect((await factsFor(resident)).map(({ said }) => said)).toEqual(['1951年1月1日'])
})

test('of claims that come at once exactly one is left', async () => {
  const years = Array.from({ length: 8 }, (_, index) => 1950 + index)
  const answers = await Promise.all(years.map((year) => tryClaim(resident, born(`${year}-01-01`))))
  expect(answers.map(({ status }) => status)).toEqual(years.map(() => 201))
  expect(await factsFor(resident)).toHaveLength(1)
})

test('a repeated claim answers the same and is made once', async () => {
  const headers = { 'Idempotency-Key': 'claim-again-1' }
  const first = await tryClaim(resident, worksAt('示范单位'), {}, headers)
  const second = await tryClaim(resident, worksAt('示范单位'), {}, headers)
  expect(second.body).toEqual(first.body)
  expect(await server.sql('select 1 from resident_fact where person_id = $1', [resident.personId])).toHaveLength(1)
})

test('a verified fact is not changed by its owner; a correction is asked for and counts once it is verified', async () => {
  const { id } = await claim(resident, born('1950-01-01'))
  await verify(staff, resident.personId, id, 'id_card')
  const refused = await tryClaim(resident, born('1940-01-01'))
  expect([refused.status, refused.code]).toEqual([409, 'fact_is_verified'])

  const correction = await claim(resident, born('1950-01-10'), { isCorrection: true })
  expect(correction).toMatchObject({ state: 'pending', isCorrection: true })
  expect((await factsFor(resident)).map(({ state, said }) => [state, said])).toEqual([
    ['verified', '1950年1月1日'],
    ['pending', '1950年1月10日'],
  ])

  server.clock.advance({ days: 1 })
  await keepSignedIn(server)
  await verify(staff, resident.personId, correction.id, 'id_card')
  expect((await factsFor(resident)).map(({ state, said }) => [state, said])).toEqual([['verified', '1950年1月10日']])
  const [old] = await server.sql<{ ended_on: string; ended_because: string }>(
    'select ended_on::text, ended_because from resident_fact where id = $1',
    [id],
  )
  expect(old).toEqual({ ended_on: '2026-11-24', ended_because: 'corrected' })
})

test('a verification that has expired is a claim, and anything else may be said in its place', async () => {
  const { id } = await claim(resident, worksAt('示范单位'))
  await verify(staff, resident.personId, id, 'employment_letter')
  await keepSignedIn(server)
  server.clock.set('2027-11-23T02:00:00.000Z')
  expect(await factsFor(resident)).toMatchObject([{ state: 'verified', verifiedUntil: '2027-11-23' }])
  expect((await tryClaim(resident, worksAt('示范单位二'))).code).toBe('fact_is_verified')
  server.clock.advance({ days: 1 })
  expect(await factsFor(resident)).toMatchObject([{ state: 'expired' }])
  expect(await claim(resident, worksAt('示范单位二'))).toMatchObject({ state: 'pending', isCorrection: false })
})

test.each([
  ['a birth date in the future', born('2026-11-24'), 'fact_value_impossible'],
  ['a birth date of more than 130 years ago', born('1895-11-23'), 'fact_value_impossible'],
  ['a birth date that no calendar has', born('1950-02-30'), 'validation_failed'],
  [
    'a place of another community',
    { kind: 'residence', value: { ...HOME, communityId: 'cisongtang' } },
    'unknown_place',
  ],
  ['a residence in no community', { kind: 'residence', value: { ...HOME, communityId: 'nowhere' } }, 'unknown_place'],
  [
    'a workplace in no community',
    { kind: 'workplace', value: { communityId: 'nowhere', name: '示范' } },
    'unknown_place',
  ],
  [
    'a workplace without a name',
    { kind: 'workplace', value: { communityId: 'raosai', name: ' ' } },
    'validation_failed',
  ],
  ['the level of a disability', { kind: 'disability', value: { level: 1 } }, 'validation_failed'],
  ['a belief', { kind: 'belief', value: { name: '示范' } }, 'validation_failed'],
])('%s is refused and nothing is kept', async (_name, content, code) => {
  expect((await tryClaim(resident, content)).code).toBe(code)
  expect(await factsFor(resident)).toEqual([])
})

test('nothing is written down without consent', async () => {
  expect((await tryClaim(resident, disability, { hasConsent: false })).code).toBe('validation_failed')
  expect(await factsFor(resident)).toEqual([])
})

test('taking back erases the value, of what was verified too, and of what was said before it', async () => {
  const former = await claim(resident, worksAt('示范旧单位'))
  const { id } = await claim(resident, worksAt('示范单位'))
  await verify(staff, resident.personId, id, 'employment_letter')
  const answer = await resident.call('withdrawFact', { params: { factId: id } })
  expect(answer).toEqual({ isWithdrawn: true })
  expect(await factsFor(resident)).toEqual([])
  const rows = await server.sql('select sealed_value, ended_because from resident_fact where id = any($1)', [
    [former.id, id],
  ])
  expect(rows).toEqual([
    { sealed_value: null, ended_because: 'withdrawn' },
    { sealed_value: null, ended_because: 'withdrawn' },
  ])
  const again = await resident.attempt('withdrawFact', { params: { factId: id } })
  expect([again.status, again.code]).toEqual([409, 'fact_not_open'])
})

test('taking back a correction leaves the verified fact as it was', async () => {
  const { id } = await claim(resident, born('1950-01-01'))
  await verify(staff, resident.personId, id, 'id_card')
  const correction = await claim(resident, born('1950-01-10'), { isCorrection: true })
  await resident.call('withdrawFact', { params: { factId: correction.id } })
  expect(await factsFor(resident)).toMatchObject([{ id, state: 'verified', said: '1950年1月1日' }])
})

test("somebody else's fact does not exist for a neighbour, nor for staff who call it", async () => {
  const { id } = await claim(resident, residence)
  const answers = await Promise.all(
    [neighbour, staff].map((client) => client.attempt('withdrawFact', { params: { factId: id } })),
  )
  expect(answers.map(({ code }) => code)).toEqual(['not_found', 'forbidden'])
  expect(await factsFor(resident)).toHaveLength(1)
})

test('what was not confirmed is shown with its reason for thirty days, or until it is said again', async () => {
  const { id } = await claim(resident, residence)
  await decide(staff, resident.personId, { decision: 'refuse', factId: id, refusal: 'evidence_missing' })
  await keepSignedIn(server)
  expect(await factsFor(resident)).toMatchObject([{ id, state: 'refused', refusal: 'evidence_missing' }])
  server.clock.advance({ days: 30 })
  expect(await factsFor(resident)).toHaveLength(1)
  const again = await claim(resident, residence)
  expect((await factsFor(resident)).map((fact) => fact.id)).toEqual([again.id])
  await resident.call('withdrawFact', { params: { factId: again.id } })
  server.clock.advance({ days: 1 })
  expect(await factsFor(resident)).toEqual([])
})

test('a proxy with the power says and reads it for the person; one who may only read does not change it', async () => {
  const [agent, reader] = [await newResident(), await newResident()]
  await giveTo(agent, resident)
  await giveTo(reader, resident, { scopes: [{ service: 'profile', powers: ['read'] }] })
  const forPerson = { 'Acting-For': resident.personId }
  expect((await tryClaim(agent, residence, {}, forPerson)).status).toBe(201)
  expect((await tryClaim(reader, residence, {}, forPerson)).code).toBe('proxy_power_missing')
  expect((await tryClaim(neighbour, residence, {}, forPerson)).code).toBe('proxy_grant_missing')
  expect((await reader.attempt('listMyFacts', {}, forPerson)).text).toContain('东孜苏3巷7号')
  const rows = await server.sql('select person_id, claimed_by from resident_fact where person_id = $1', [
    resident.personId,
  ])
  expect(rows).toEqual([{ person_id: resident.personId, claimed_by: agent.personId }])
  expect(await server.sql('select operation from proxy_act where actor_id = $1', [agent.personId])).toEqual([
    { operation: 'claimFact' },
  ])
  expect(await readersOf(server, resident.personId)).toEqual([])
})

test('staff who help somebody read their facts, and each read leaves a line', async () => {
  await claim(resident, disability)
  const forPerson = { 'Acting-For': resident.personId }
  expect((await staff.attempt('listMyFacts', {}, forPerson)).code).toBe('proxy_grant_missing')
  expect(await readersOf(server, resident.personId)).toEqual([])
  await sitTogether(server, staff, resident)
  expect((await staff.attempt('listMyFacts', {}, forPerson)).text).toContain('有残疾人证')
  expect(await readersOf(server, resident.personId)).toEqual([staff.personId])
  await server.sql('delete from assist_session where staff_id = $1', [staff.personId])
})

test('a rule asked at two dates gets two answers', async () => {
  const { id } = await claim(resident, worksAt('示范单位'))
  await verify(staff, resident.personId, id, 'employment_letter')
  await keepSignedIn(server)
  server.clock.advance({ days: 7 })
  const elsewhere = { kind: 'workplace', value: { communityId: 'cisongtang', name: '示范新单位' } } as const
  const correction = await claim(resident, elsewhere, { isCorrection: true })
  await verify(staff, resident.personId, correction.id, 'employment_letter')
  const { context } = server.app
  const facts = await factsOf(context, context.db, resident.personId)
  const at = (date: string) => factAt(facts, 'workplace', date)
  expect(at('2026-11-22')).toBeUndefined()
  expect(at('2026-11-24')).toMatchObject({ standing: 'verified', value: { communityId: 'raosai' } })
  expect(at('2026-11-30')).toMatchObject({ standing: 'verified', value: { communityId: 'cisongtang' } })
  expect(at('2027-12-01')).toMatchObject({ standing: 'claimed', value: { communityId: 'cisongtang' } })
})

test('no value lies anywhere in the database in plain text', async () => {
  await tryClaim(resident, worksAt('MARK-PLAIN-TEXT'), {}, { 'Idempotency-Key': 'plain-text-1' })
  await tryClaim(resident, born('1937-03-07'), {}, { 'Idempotency-Key': 'plain-text-2' })
  const tables = await server.sql<{ name: string }>(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  )
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables) {
    const rows = await server.sql<{ row: string }>(`select to_jsonb(each)::text as row from ${name} as each`)
    const words = rows.filter(({ row }) => /MARK-PLAIN-TEXT|1937-0?3-0?7/.test(row))
    expect({ name, words }).toEqual({ name, words: [] })
  }
  expect(server.logged()).not.toContain('MARK-PLAIN-TEXT')
})
