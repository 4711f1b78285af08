import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import { addEater, addressOf, aMeal, emptySitting, order, orderOf } from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

const MEALS = {
  scopes: [{ service: 'canteen' as const, powers: ['read' as const, 'file' as const, 'manage' as const] }],
}

let server: TestServer
let people: { keeper: Client; mother: Client; daughter: Client }
/** Each test has a sitting of its own. */
let days = 0

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  server.clock.set(START)
  people = { keeper: await addEater(server), mother: await addEater(server), daughter: await addEater(server) }
})
afterAll(() => server.stop())

/** The daughter has put her mother down for a sitting whose one seat somebody has. */
const waitBehind = async () => {
  const { keeper, mother, daughter } = people
  const grant = await giveTo(daughter, mother, MEALS)
  const meal = await emptySitting(server, { capacity: 1, portions: 5, on: `2026-11-${25 + days}` })
  days += 1
  const taken = await order(keeper, meal)
  await daughter.call('joinSittingWaitlist', { ...addressOf(meal), body: aMeal(meal) }, actingFor(mother))
  return { grant, giveUp: () => keeper.call('cancelMealOrder', orderOf(taken)) }
}
const offersTo = async ({ personId }: Client): Promise<number> => {
  const { items } = await (await server.signIn(personId)).call('listInbox', { query: {} })
  return items.filter(({ kind }) => kind === 'seat_offered').length
}

test('whoever put somebody on the waitlist is told of the seat as well', async () => {
  const { mother, daughter } = people
  const { giveUp } = await waitBehind()
  await giveUp()
  await expect.poll(() => offersTo(mother)).toBe(1)
  await expect.poll(() => offersTo(daughter)).toBe(1)
})

test('once they may look at it no longer, only whose seat it is', async () => {
  const { mother, daughter } = people
  const { grant, giveUp } = await waitBehind()
  await mother.call('revokeProxyGrant', { params: { grantId: grant.id } })
  await giveUp()
  await expect.poll(() => offersTo(mother)).toBe(1)
  expect(await offersTo(daughter)).toBe(0)
})

test('a seat that becomes free at night is told of in the morning, and kept until there was time to answer', async () => {
  const { giveUp } = await waitBehind()
  // Half past eleven at night in Lhasa.
  server.clock.set('2026-11-23T15:30:00.000Z')
  await giveUp()
  const [offered] = await server.sql<{ until: string }>(
    `select expires_at as until from booking where state = 'offered' and person_id = $1`,
    [people.mother.personId],
  )
  expect(new Date(offered?.until ?? '')).toEqual(new Date('2026-11-24T02:00:00.000Z'))
  const waiting = await server.sql<{ seconds: number }>(
    `select extract(epoch from start_after - created_on)::int as seconds from pgboss.job
     where name = 'deliver-notice' and data->>'kind' = 'seat_offered' and data->>'personId' = $1 and state = 'created'`,
    [people.mother.personId],
  )
  expect(waiting).toEqual([{ seconds: 8.5 * 3_600 }])
})
