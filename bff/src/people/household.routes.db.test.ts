import { codeOf } from '@little-bench/shared/people/codes'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { keepSignedIn, untilDelivered } from '../../test/desk.ts'
import { addPerson, signInRaosai } from '../../test/factories.ts'
import { HOME } from '../../test/facts.ts'
import { giveTo, sitTogether } from '../../test/grants.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { householdIdOf } from './index.ts'

/** Well formed, and nobody's. */
const UNKNOWN = codeOf('household', '0000000000')

let server: TestServer
let staff: Client
let mother: Client
let daughter: Client

const newResident = async (name = '示范居民', isDemo = true): Promise<Client> => {
  const id = await addPerson(server, 'resident', { communityId: 'raosai' }, { name })
  const client = await server.signIn(id)
  await server.sql('update person set is_demo = $1 where id = $2', [isDemo, id])
  return client
}
const makeCode = (client: Client, home: object = HOME) => client.call('createHouseholdCode', { body: home })
const join = (client: Client, code: string, headers?: Record<string, string>) =>
  client.attempt('joinHousehold', { body: { code } }, headers)
const householdOf = async (client: Client) => (await client.call('getHousehold')).household
/** Joins by a new code of somebody who lives there. */
const live = async (client: Client, together: Client) => {
  const { code } = await makeCode(together)
  expect((await join(client, code.code)).status).toBe(200)
}
const inboxOf = async (client: Client): Promise<string[]> => {
  await untilDelivered(server)
  return (await client.call('listInbox')).items.map(({ text }) => text)
}

beforeAll(async () => {
  server = await startTestServer()
  staff = (await signInRaosai(server)).staff
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.set(START)
  ;[mother, daughter] = [await newResident('示范阿妈', false), await newResident('示范女儿', false)]
})

test('whoever has no household founds one at their place, and gets a code for one more', async () => {
  expect(await householdOf(mother)).toBeNull()
  const { household, code } = await makeCode(mother)
  expect(household).toMatchObject({ ...HOME, placeName: '东孜苏3巷7号（米吉林大院）' })
  expect(household.members).toMatchObject([{ personId: mother.personId, isYou: true }])
  expect(code).toEqual({ code: expect.stringMatching(/^2\d{11}$/), expiresAt: '2026-11-24T02:00:00.000Z' })
  expect(await householdOf(mother)).toEqual(household)
})

test('members see each other by masked names, and nobody else sees them', async () => {
  await live(daughter, mother)
  const household = await householdOf(mother)
  expect(household?.members.map(({ name, isYou }) => [name, isYou])).toEqual([
    ['示*妈', true],
    ['示*儿', false],
  ])
  expect(await householdOf(await newResident())).toBeNull()
  expect((await staff.attempt('getHousehold')).code).toBe('forbidden')
  const { context } = server.app
  expect(await householdIdOf(context.db, daughter.personId)).toBe(household?.id)
})

test('who lives there is told who joined and who left; who did it is not', async () => {
  await live(daughter, mother)
  server.clock.advance({ hours: 1 })
  await daughter.call('leaveHousehold')
  expect((await inboxOf(mother)).toSorted()).toEqual(['示*儿加入了您家。', '示*儿退出了您家。'])
  expect(await inboxOf(daughter)).toEqual([])
})

test('a code is typed as it was written down, and works once', async () => {
  const { code } = await makeCode(mother)
  const typed = code.code.replace(/(\d{4})(?=\d)/g, '$1 ').replaceAll('2', '２')
  expect((await join(daughter, typed)).status).toBe(200)
  const late = await join(await newResident(), code.code)
  expect([late.status, late.code]).toEqual([422, 'code_invalid'])
})

test('of many who enter one code at once one joins', async () => {
  const { code } = await makeCode(mother)
  const others = await Promise.all(Array.from({ length: 6 }, () => newResident()))
  const answers = await Promise.all(others.map((client) => join(client, code.code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ code: error }) => error === 'code_invalid')).toHaveLength(5)
})

test.each([
  ['that nobody made', () => UNKNOWN],
  ['with a wrong digit', (code: string) => `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`],
  ['for something else', () => codeOf('proxy_grant', '0000000000')],
  ['of letters', () => 'household'],
])('a code %s opens nothing', async (_name, codeFrom) => {
  const { code } = await makeCode(mother)
  expect((await join(daughter, codeFrom(code.code))).code).toBe('code_invalid')
  expect(await householdOf(daughter)).toBeNull()
})

test('a code is good for a day', async () => {
  const { code } = await makeCode(mother)
  server.clock.advance({ hours: 24 })
  expect((await join(daughter, code.code)).code).toBe('code_invalid')
})

test('the code of somebody who has left is as good as none', async () => {
  await live(daughter, mother)
  const { code } = await makeCode(daughter)
  await daughter.call('leaveHousehold')
  expect((await join(await newResident(), code.code)).code).toBe('code_invalid')
})

test('a household that its last member left is ended, with its codes', async () => {
  const { household, code } = await makeCode(mother)
  await mother.call('leaveHousehold')
  const [row] = await server.sql('select ended_at is not null as is_ended from household where id = $1', [household.id])
  expect(row).toEqual({ is_ended: true })
  expect((await join(daughter, code.code)).code).toBe('code_invalid')
  expect((await mother.attempt('leaveHousehold')).code).toBe('not_in_household')
  server.clock.advance({ hours: 1 })
  expect((await makeCode(mother)).household.id).not.toBe(household.id)
})

test('a member of one household joins no other, and the code they tried is not used up', async () => {
  await makeCode(daughter)
  const { code } = await makeCode(mother)
  const answer = await join(daughter, code.code)
  expect([answer.status, answer.code]).toEqual([409, 'already_in_household'])
  await daughter.call('leaveHousehold')
  expect((await join(daughter, code.code)).status).toBe(200)
})

test('somebody who joins two households at once lives in one, however often it is tried', async () => {
  const aunt = await newResident()
  const [first, second] = [await makeCode(mother), await makeCode(aunt)]
  const answers = await Promise.all([join(daughter, first.code.code), join(daughter, second.code.code)])
  expect(answers.map(({ code }) => code)).toEqual(expect.arrayContaining([undefined, 'already_in_household']))
  const rows = await server.sql('select 1 from household_member where person_id = $1 and left_at is null', [
    daughter.personId,
  ])
  expect(rows).toHaveLength(1)
})

test('somebody who founds a household twice at once founds one', async () => {
  const made = await Promise.all([makeCode(mother), makeCode(mother), makeCode(mother)])
  expect(new Set(made.map(({ household }) => household.id)).size).toBe(1)
  expect(new Set(made.map(({ code }) => code.code)).size).toBe(3)
})

test('who leaves while somebody joins by their code leaves no household without members behind', async () => {
  const { household, code } = await makeCode(mother)
  const [joined] = await Promise.all([join(daughter, code.code), mother.call('leaveHousehold')])
  const [row] = await server.sql<{ is_ended: boolean; members: string }>(
    'select ended_at is not null as is_ended, (select count(*) from household_member where household_id = household.id and left_at is null) as members from household where id = $1',
    [household.id],
  )
  expect(row).toEqual(joined.status === 200 ? { is_ended: false, members: '1' } : { is_ended: true, members: '0' })
})

test.each([
  ['no place', {}, 'not_in_household'],
  ['a community alone', { communityId: 'raosai' }, 'not_in_household'],
  ['a place of another community', { ...HOME, communityId: 'cisongtang' }, 'unknown_place'],
  ['a community that is none', { ...HOME, communityId: 'nowhere' }, 'unknown_place'],
])('with %s no household is founded', async (_name, home, code) => {
  expect((await mother.attempt('createHouseholdCode', { body: home })).code).toBe(code)
  expect(await householdOf(mother)).toBeNull()
})

test('a repeated request answers the same code, which stands nowhere in the database', async () => {
  const headers = { 'Idempotency-Key': 'household-code-1' }
  const first = await mother.call('createHouseholdCode', { body: HOME }, headers)
  const second = await mother.call('createHouseholdCode', { body: HOME }, headers)
  expect(second).toEqual(first)
  for (const table of ['one_time_code', 'idempotency_key']) {
    const rows = await server.sql<{ row: string }>(`select to_jsonb(each)::text as row from ${table} as each`)
    expect(rows.filter(({ row }) => row.includes(first.code.code))).toEqual([])
  }
  expect((await join(daughter, first.code.code)).status).toBe(200)
})

test('a repeated joining answers the same household and tells once', async () => {
  const { code } = await makeCode(mother)
  const headers = { 'Idempotency-Key': 'join-again-1' }
  const [first, second] = [await join(daughter, code.code, headers), await join(daughter, code.code, headers)]
  expect([first.status, second.body]).toEqual([200, first.body])
  expect(await inboxOf(mother)).toHaveLength(1)
})

test('a proxy reads the household and does not join, leave or open it; the counter does, beside the person', async () => {
  const agent = await newResident()
  await giveTo(agent, mother)
  const { household } = await makeCode(mother)
  const forMother = { 'Acting-For': mother.personId }
  expect((await agent.attempt('getHousehold', {}, forMother)).body).toEqual({ household })
  const refused = await Promise.all([
    agent.attempt('createHouseholdCode', { body: HOME }, forMother),
    agent.attempt('joinHousehold', { body: { code: UNKNOWN } }, forMother),
    agent.attempt('leaveHousehold', {}, forMother),
  ])
  expect(refused.map(({ code }) => code)).toEqual(['not_delegable', 'not_delegable', 'not_delegable'])

  await sitTogether(server, staff, daughter)
  await keepSignedIn(server)
  const { code } = await makeCode(mother)
  const forDaughter = { 'Acting-For': daughter.personId }
  expect((await join(staff, code.code, forDaughter)).status).toBe(200)
  expect((await householdOf(daughter))?.id).toBe(household.id)
  const acts = await server.sql('select operation from proxy_act where principal_id = $1', [daughter.personId])
  expect(acts).toEqual([{ operation: 'joinHousehold' }])
})

test('guessing is slow: after ten tries in ten minutes there is no eleventh', async () => {
  const limited = await startTestServer({ RATE_LIMIT_CODE: 10 })
  try {
    const guesser = await limited.signIn(await addPerson(limited, 'resident', { communityId: 'raosai' }))
    const codes: (string | undefined)[] = []
    for (let tries = 0; tries < 11; tries += 1) codes.push((await join(guesser, UNKNOWN)).code)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'code_invalid'), 'rate_limited'])
  } finally {
    await limited.stop()
  }
})
