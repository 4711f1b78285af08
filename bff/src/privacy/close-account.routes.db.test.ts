import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DANCE, dateOf, signUp } from '../../test/activities.ts'
import { aFamily, bookOne } from '../../test/childcare.ts'
import type { Client } from '../../test/client.ts'
import { everythingStored } from '../../test/counter.ts'
import { untilDelivered } from '../../test/desk.ts'
import { addPerson, itemFor, itemIn, type Raosai, report, signInRaosai } from '../../test/factories.ts'
import { claim, residence, worksAt } from '../../test/facts.ts'
import { giveTo, liveTogether } from '../../test/grants.ts'
import { addEater, emptySitting, order, orderNow, wait } from '../../test/meals.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'
import { anElder, DOOR, request } from '../../test/visits.ts'
import { composeInventory } from '../personal-inventory.ts'

const RAOSAI = { communityId: 'raosai' }
const DELETED = composeInventory(() => Promise.resolve()).filter(({ closing }) => closing.does === 'delete')

let server: TestServer
let people: Raosai
let leaver: Client

beforeAll(async () => {
  server = await startTestServer()
  people = await signInRaosai(server)
})
beforeEach(async () => {
  leaver = await server.signIn(await addPerson(server, 'resident', RAOSAI, { name: '示范要走的人' }))
})
afterAll(() => server.stop())

const close = (client: Client) => client.call('closeAccount', { body: { isSure: true } })
const countOf = async (table: string, column: string, personId: string): Promise<number> =>
  (await server.sql(`select 1 from ${table} where ${column} = $1`, [personId])).length

test('they are signed out everywhere at once, and cannot come back as who they were', async () => {
  const elsewhere = await server.signIn(leaver.personId)
  await close(leaver)
  for (const client of [leaver, elsewhere]) expect((await client.attempt('getMe')).code).toBe('unauthenticated')
  expect((await server.anonymous.attempt('startDemoSession', { body: { personId: leaver.personId } })).status).toBe(404)
})

test('their name, contact and facts are gone, and a line says that an account was closed', async () => {
  await claim(leaver, residence)
  await claim(leaver, worksAt('示范离开的单位'))
  await close(leaver)
  const stored = await everythingStored(server)
  expect(stored).not.toContain('示范要走的人')
  const facts = await server.sql('select 1 from resident_fact where person_id = $1 and sealed_value is not null', [
    leaver.personId,
  ])
  expect(facts).toEqual([])
  expect(
    await server.sql("select details from audit_line where actor_id = $1 and action = 'account_closed'", [
      leaver.personId,
    ]),
  ).toEqual([{ details: { by: 'person' } }])
})

test('whoever still works here is refused', async () => {
  const both = await addPerson(server, 'resident', RAOSAI)
  const client = await server.signIn(both)
  await server.sql("insert into role_assignment (person_id, role, community_id) values ($1, 'kitchen', 'raosai')", [
    both,
  ])
  expect((await client.attempt('closeAccount', { body: { isSure: true } })).code).toBe('account_has_desk')
  expect((await client.attempt('getMe')).status).toBe(200)
})

test('a meal that they had ordered goes to whoever waited, with its portion', async () => {
  const meal = await emptySitting(server, { capacity: 1, portions: 1, on: '2026-11-26' })
  const eater = await addEater(server, { bornOn: '1950-01-01' })
  await order(eater, meal)
  const waiting = await addEater(server)
  const wish = await wait(waiting, meal)
  await close(eater)
  await server.app.doWhatIsDue()
  expect((await orderNow(waiting, wish)).state).toBe('offered')
})

test('days of childcare and lessons to come are given up, and the child is forgotten', async () => {
  const family = await aFamily(server)
  const { guardian } = family
  await bookOne(family)
  await close(guardian)
  const open = await server.sql(
    "select 1 from booking where person_id = $1 and state in ('held', 'booked', 'waitlisted', 'offered')",
    [guardian.personId],
  )
  expect(open).toEqual([])
  const children = await server.sql<{ sealed_nickname: string | null; removed_at: string | null }>(
    'select sealed_nickname, removed_at from child where guardian_id = $1',
    [guardian.personId],
  )
  expect(children).toEqual([{ sealed_nickname: null, removed_at: expect.anything() }])
  expect(
    await server.sql(
      'select 1 from child_pick_up where sealed_name is not null and child_id in (select id from child where guardian_id = $1)',
      [guardian.personId],
    ),
  ).toEqual([])
})

test('a lesson is given up', async () => {
  await signUp(leaver, await dateOf(server, DANCE, '2026-11-24'))
  await close(leaver)
  expect(await server.sql('select state from booking where person_id = $1', [leaver.personId])).toEqual([
    { state: 'cancelled' },
  ])
})

test('nobody visits them, and nothing says that they draw a pension', async () => {
  const elder = await anElder(server)
  await request(elder)
  await close(elder)
  expect(await everythingStored(server)).not.toContain(DOOR)
  for (const table of ['home_visit', 'proof_of_life', 'proof_reminder'])
    expect([table, await countOf(table, 'person_id', elder.personId)]).toEqual([table, 0])
})

test('whoever acts for them, and whoever lives with them, is told', async () => {
  await giveTo(people.neighbour, leaver)
  await liveTogether(server, leaver, people.neighbour)
  await close(leaver)
  await untilDelivered(server)
  const { items } = await people.neighbour.call('listInbox', { query: { limit: 50 } })
  expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['grant_revoked', 'household_left']))
  expect(await countOf('household_member', 'person_id', leaver.personId)).toBe(0)
})

test('what they reported goes on without a name, and they are told nothing more', async () => {
  const receipt = await report(leaver, { description: '还没有办的事。' })
  await untilDelivered(server)
  await close(leaver)
  const item = await itemFor(people.worker, receipt)
  expect([item.state, JSON.stringify(item).includes('示范要走的人')]).toEqual(['queued', false])
  await people.worker.call('moveWorkItem', {
    params: { ...RAOSAI, workItemId: receipt.workItemId },
    body: { move: 'claim', version: item.version },
  })
  await untilDelivered(server)
  expect(await countOf('inbox_message', 'person_id', leaver.personId)).toBe(0)
})

test('they read what is kept and why, each reason once', async () => {
  await itemIn({ ...people, resident: leaver }, 'closed')
  const { kept } = await close(leaver)
  expect(kept).toContain('说过的事留在社区的档案里，写着「已注销居民」，三年后不再留字。')
  expect(new Set(kept).size).toBe(kept.length)
})

test('of no table that is to be emptied anything is left', async () => {
  await claim(leaver, residence)
  await report(leaver)
  await close(leaver)
  const owners = DELETED.filter(({ table, columns }) => 'person_id' in columns && table !== 'session')
  expect(owners.length).toBeGreaterThan(8)
  for (const { table } of owners)
    expect([table, await countOf(table, 'person_id', leaver.personId)]).toEqual([table, 0])
})
