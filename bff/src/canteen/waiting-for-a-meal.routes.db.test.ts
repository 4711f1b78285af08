import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { limitedMobility } from '../../test/facts.ts'
import { actingFor, giveTo } from '../../test/grants.ts'
import {
  addEater,
  addressOf,
  aMeal,
  CANTEEN,
  emptySitting,
  kitchenOf,
  type Meal,
  type MealOrder,
  order,
  orderNow,
  orderOf,
  sittingOn,
  takenOf,
  tryOrder,
  wait,
} from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let seated: Client
/** Each test has a sitting of its own. */
let sittings = 0

beforeAll(async () => {
  server = await startTestServer()
  seated = await addEater(server)
})
beforeEach(() => server.clock.set(START))
afterAll(() => server.stop())

/** One seat, which somebody has. */
const fullSitting = async (portions = 5): Promise<{ meal: Meal; taken: Awaited<ReturnType<typeof order>> }> => {
  const on = `2026-11-${25 + (sittings % 5)}`
  const sitting = (['lunch', 'breakfast', 'dinner'] as const)[Math.floor(sittings / 5)]
  sittings += 1
  const meal = await emptySitting(server, { capacity: 1, portions, on, ...(sitting && { sitting }) })
  return { meal, taken: await order(seated, meal) }
}
const answer = (client: Client, bookingId: MealOrder['id'], move: 'acceptOffer' | 'declineOffer') =>
  client.attempt(move, { params: { communityId: 'raosai', bookingId } })
const noticesOf = async ({ personId }: Client): Promise<string[]> => {
  const { items } = await (await server.signIn(personId)).call('listInbox', { query: {} })
  return items.map(({ kind }) => kind)
}

test('who cannot come otherwise is before who asked first, and everybody reads their place and why', async () => {
  const { meal } = await fullSitting()
  const [first, second] = [await addEater(server), await addEater(server)]
  await limitedMobility(second)
  const one = await wait(first, meal)
  const two = await wait(second, meal)
  expect(one).toMatchObject({ state: 'waitlisted', pickUpCode: null, canCancel: true, waitlist: { position: 1 } })
  expect(two.waitlist).toEqual({ position: 1, reason: '行动不便或持残疾人证的排在前面' })
  expect((await orderNow(first, one)).waitlist).toEqual({ position: 2, reason: '住在本社区的，按报名先后' })
  expect((await sittingOn(first, 'lunch', meal.on)).waiting).toBe(2)
})

test('a seat that becomes free is offered; accepted, the wish is ordered at the price of that moment', async () => {
  const { meal, taken } = await fullSitting()
  const waiting = await addEater(server, { bornOn: '1944-03-01' })
  const wish = await wait(waiting, meal)
  expect(wish.price).toMatchObject({ totalCents: 1000, subsidyCents: 1000 })
  const kitchen = await kitchenOf(server)
  const [dish] = meal.dishes
  await kitchen.call('saveMenu', {
    params: { ...CANTEEN, on: meal.on, sitting: 'lunch' },
    body: { dishes: [{ id: dish?.id as never, name: { zh: '面（示范）' }, tags: [], priceCents: 1100, portions: 5 }] },
  })
  await seated.call('cancelMealOrder', orderOf(taken))
  const offered = await orderNow(waiting, wish)
  expect(offered).toMatchObject({ state: 'offered', pickUpCode: null, expiresAt: expect.any(String) })
  await expect.poll(() => noticesOf(waiting)).toContain('seat_offered')
  expect((await answer(waiting, wish.id, 'acceptOffer')).status).toBe(200)
  expect(await orderNow(waiting, wish)).toMatchObject({
    state: 'booked',
    price: { totalCents: 1100, subsidyCents: 1100 },
    payment: 'free',
    pickUpCode: expect.stringMatching(/^\d{6}$/),
  })
  expect(await takenOf(server, meal)).toEqual({ seats: 1, portions: 1 })
})

test('ordering instead of only accepting takes the offered seat, with other dishes', async () => {
  const { meal, taken } = await fullSitting()
  const waiting = await addEater(server)
  const wish = await wait(waiting, meal)
  await seated.call('cancelMealOrder', orderOf(taken))
  const dishes = aMeal(meal).dishes.map((dish) => ({ ...dish, quantity: 3 }))
  expect(await order(waiting, meal, { dishes })).toMatchObject({
    id: wish.id,
    state: 'booked',
    price: { totalCents: 3000 },
  })
  expect(await takenOf(server, meal)).toEqual({ seats: 1, portions: 3 })
})

test('a wish to have it brought is brought, and one that was to be eaten there too when it is ordered otherwise', async () => {
  const { meal, taken } = await fullSitting()
  const waiting = await addEater(server)
  const wish = await wait(waiting, meal, { fulfilment: 'delivery', door: '五楼' })
  expect(wish.price.totalCents).toBe(1200)
  await seated.call('cancelMealOrder', orderOf(taken))
  expect((await answer(waiting, wish.id, 'acceptOffer')).status).toBe(200)
  expect(await orderNow(waiting, wish)).toMatchObject({ state: 'booked', fulfilment: 'delivery', door: '五楼' })
  const other = await fullSitting()
  const inside = await wait(waiting, other.meal)
  await seated.call('cancelMealOrder', orderOf(other.taken))
  expect(await order(waiting, other.meal, { fulfilment: 'delivery' })).toMatchObject({
    id: inside.id,
    fulfilment: 'delivery',
  })
  const sheet = await (await kitchenOf(server)).call('getDeliverySheet', addressOf(other.meal))
  expect(sheet).toMatchObject({ workItem: { state: 'queued' }, courtyards: [{ orders: [{ id: inside.id }] }] })
})

test('a dish that is sold out meanwhile: nothing changes, and the seat is still theirs for other dishes', async () => {
  const { meal, taken } = await fullSitting(1)
  const waiting = await addEater(server)
  const wish = await wait(waiting, meal)
  await seated.call('cancelMealOrder', orderOf(taken))
  await server.sql('update menu_dish set ordered = portions where slot_id = $1', [meal.id])
  expect((await answer(waiting, wish.id, 'acceptOffer')).code).toBe('dish_sold_out')
  expect(await orderNow(waiting, wish)).toMatchObject({ state: 'offered' })
})

test('a seat of a canteen that is no more is not taken, and says so', async () => {
  const { meal, taken } = await fullSitting()
  const waiting = await addEater(server)
  const wish = await wait(waiting, meal)
  await seated.call('cancelMealOrder', orderOf(taken))
  const community = server.app.context.config().communities.get('raosai')
  if (!community) throw new Error('no community')
  const { canteens } = community
  try {
    Object.assign(community, { canteens: [] })
    expect((await answer(waiting, wish.id, 'acceptOffer')).code).toBe('slot_closed')
  } finally {
    Object.assign(community, { canteens })
  }
})

test('an offer is answered by who may manage, not by who may only order', async () => {
  const { meal, taken } = await fullSitting()
  const [mother, daughter] = [await addEater(server), await addEater(server)]
  const wish = await wait(mother, meal)
  const grant = await giveTo(daughter, mother, { scopes: [{ service: 'canteen', powers: ['read', 'file'] }] })
  await seated.call('cancelMealOrder', orderOf(taken))
  const more = { dishes: [{ dishId: meal.dishes[0]?.id, quantity: 3 }] }
  expect((await tryOrder(daughter, meal, more, actingFor(mother))).code).toBe('proxy_power_missing')
  expect(await orderNow(mother, wish)).toMatchObject({ state: 'offered', dishes: [{ quantity: 1 }] })
  await mother.call('revokeProxyGrant', { params: { grantId: grant.id } })
  await giveTo(daughter, mother, { scopes: [{ service: 'canteen', powers: ['read', 'file', 'manage'] }] })
  expect((await tryOrder(daughter, meal, more, actingFor(mother))).body).toMatchObject({ id: wish.id, state: 'booked' })
})

test('an offer that nobody answers goes on to the next, and both are told', async () => {
  const { meal, taken } = await fullSitting()
  const [first, second] = [await addEater(server), await addEater(server)]
  const one = await wait(first, meal)
  const two = await wait(second, meal)
  await seated.call('cancelMealOrder', orderOf(taken))
  server.clock.advance({ hours: 3 })
  await server.app.doWhatIsDue()
  const [late, next] = [await server.signIn(first.personId), await server.signIn(second.personId)]
  expect((await orderNow(late, one)).state).toBe('expired')
  expect((await orderNow(next, two)).state).toBe('offered')
  await expect.poll(() => noticesOf(first)).toContain('seat_passed_on')
  expect((await answer(late, one.id, 'acceptOffer')).code).toBe('offer_expired')
  expect((await tryOrder(late, meal)).code).toBe('slot_full')
  expect(await takenOf(server, meal)).toEqual({ seats: 1, portions: 0 })
})

test('who leaves the waitlist, or declines, takes nothing with them', async () => {
  const { meal, taken } = await fullSitting()
  const [first, second] = [await addEater(server), await addEater(server)]
  const one = await wait(first, meal)
  const two = await wait(second, meal)
  expect((await first.call('cancelMealOrder', orderOf(one))).state).toBe('cancelled')
  await seated.call('cancelMealOrder', orderOf(taken))
  expect((await orderNow(second, two)).state).toBe('offered')
  expect((await second.call('cancelMealOrder', orderOf(two))).state).toBe('cancelled')
  expect(await takenOf(server, meal)).toEqual({ seats: 0, portions: 0 })
})

test('nobody waits where there is a seat, or twice', async () => {
  const { meal } = await fullSitting()
  const waiting = await addEater(server)
  // A day whose dinner no other test has.
  const on = '2026-11-29'
  const free = await sittingOn(waiting, 'dinner', on)
  const body = aMeal(free)
  expect((await waiting.attempt('joinSittingWaitlist', { ...addressOf(free), body })).code).toBe('slot_has_seats')
  const scarce = await emptySitting(server, { capacity: 9, portions: 1, on, sitting: 'dinner' })
  await order(seated, scarce)
  const soldOut = await waiting.attempt('joinSittingWaitlist', { ...addressOf(scarce), body: aMeal(scarce) })
  expect(soldOut.code).toBe('dish_sold_out')
  await wait(waiting, meal)
  const twice = await waiting.attempt('joinSittingWaitlist', { ...addressOf(meal), body: aMeal(meal) })
  expect(twice.code).toBe('already_booked')
})

test('the house closes a sitting: everybody is told, nobody pays, and portions and subsidies are given back', async () => {
  const { meal } = await fullSitting()
  const waiting = await addEater(server)
  const wish = await wait(waiting, meal)
  const kitchen = await kitchenOf(server)
  const sheet = await kitchen.call('saveSitting', { ...addressOf(meal), body: { capacity: 1, isOpen: false } })
  expect(sheet).toMatchObject({ isOpen: false, booked: 0, orders: [], waiting: 0 })
  expect((await orderNow(waiting, wish)).state).toBe('cancelled')
  expect(await takenOf(server, meal)).toEqual({ seats: 0, portions: 0 })
  await expect.poll(() => noticesOf(seated)).toContain('slot_cancelled')
  await expect.poll(() => noticesOf(waiting)).toContain('slot_cancelled')
})
