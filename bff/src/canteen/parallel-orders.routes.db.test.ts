import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { actingFor, sitTogether } from '../../test/grants.ts'
import { emptySitting, orderOf, RAOSAI, takenOf, tryOrder } from '../../test/meals.ts'
import { startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let eaters: Client[]
/** Staff beside some of them, each in a session with one. */
let helped: { staff: Client; eater: Client }[]

beforeAll(async () => {
  server = await startTestServer()
  const residents = (count: number) =>
    Promise.all(Array.from({ length: count }, async () => server.signIn(await addPerson(server, 'resident', RAOSAI))))
  eaters = await residents(150)
  helped = await Promise.all(
    (await residents(50)).map(async (eater) => {
      const staff = await server.signIn(await addPerson(server, 'community_staff', RAOSAI))
      await sitTogether(server, staff, eater)
      return { staff, eater }
    }),
  )
}, 120_000)
afterAll(() => server.stop())

const counted = (codes: (string | number)[]): Record<string, number> =>
  codes.reduce<Record<string, number>>((counts, code) => ({ ...counts, [code]: (counts[code] ?? 0) + 1 }), {})

test('200 parallel orders for 30 seats, by residents and at the counter: exactly 30', async () => {
  const meal = await emptySitting(server, { capacity: 30, portions: 500, on: '2026-11-25' })
  const attempts = [
    ...eaters.map((eater) => tryOrder(eater, meal)),
    ...helped.map(({ staff, eater }) => tryOrder(staff, meal, {}, actingFor(eater))),
  ]
  const codes = (await Promise.all(attempts)).map(({ code, status }) => code ?? status)
  expect(counted(codes)).toEqual({ 201: 30, slot_full: 170 })
  expect(await takenOf(server, meal)).toEqual({ seats: 30, portions: 30 })
  const codesOfDay = await server.sql('select pick_up_code from meal_order where slot_id = $1', [meal.id])
  expect(new Set(codesOfDay.map(({ pick_up_code: code }) => code)).size).toBe(30)
  const batches = await server.sql("select id from slot_batch where service_on = '2026-11-25' and kind = 'lunch'")
  expect(batches).toHaveLength(1)
}, 60_000)

test('the last portions go to as many as there are, and nobody loses a seat to a dish that is gone', async () => {
  const meal = await emptySitting(server, { capacity: 100, portions: 7, on: '2026-11-26' })
  const answers = await Promise.all(eaters.slice(0, 40).map((eater) => tryOrder(eater, meal)))
  expect(counted(answers.map(({ code, status }) => code ?? status))).toEqual({ 201: 7, dish_sold_out: 33 })
  expect(await takenOf(server, meal)).toEqual({ seats: 7, portions: 7 })
}, 60_000)

test('orders and cancellations in one breath never deadlock, and the counts are those of what is left', async () => {
  const meal = await emptySitting(server, { capacity: 20, portions: 20, on: '2026-11-27' })
  const some = eaters.slice(0, 40)
  const codes = await Promise.all(
    some.map(async (eater) => {
      const answer = await tryOrder(eater, meal)
      if (answer.status !== 201) return [answer.code]
      const cancelled = await eater.attempt('cancelMealOrder', orderOf(JSON.parse(answer.text)))
      const again = await tryOrder(eater, meal)
      return [cancelled.code ?? cancelled.status, again.code ?? again.status]
    }),
  )
  expect(codes.flat().filter((code) => ![200, 201, 'slot_full', 'dish_sold_out'].includes(code ?? ''))).toEqual([])
  const [left] = await server.sql<{ booked: number }>(
    "select count(*)::int as booked from booking where slot_id = $1 and state = 'booked'",
    [meal.id],
  )
  expect(await takenOf(server, meal)).toEqual({ seats: left?.booked, portions: left?.booked })
}, 60_000)

test('whoever sits beside nobody orders for nobody', async () => {
  const meal = await emptySitting(server, { capacity: 5, portions: 5, on: '2026-11-28' })
  const staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'cisongtang' }))
  const [eater] = eaters
  if (!eater) throw new Error('nobody')
  expect((await tryOrder(staff, meal, {}, actingFor(eater))).code).toBe('proxy_grant_missing')
  expect((await tryOrder(staff, meal)).code).toBe('forbidden')
})
