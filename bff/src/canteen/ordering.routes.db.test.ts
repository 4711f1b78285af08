import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import { actingFor, giveTo, sitTogether } from '../../test/grants.ts'
import {
  addEater,
  addressOf,
  aMeal,
  CANTEEN,
  emptySitting,
  kitchenOf,
  order,
  orderNow,
  orderOf,
  sittingOn,
  takenOf,
  tryOrder,
} from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let resident: Client

beforeAll(async () => {
  server = await startTestServer()
  resident = await server.signIn(personIdOf(server, 'resident', { communityId: 'raosai' }))
})
afterAll(() => server.stop())

test('anybody reads where to eat, when, and who eats free', async () => {
  const { items } = await server.anonymous.call('listCanteens', { params: { communityId: 'ejietang' } })
  expect(items).toMatchObject([
    {
      id: 'ejietang-haoshiguang',
      sittings: ['breakfast', 'lunch', 'dinner'],
      rules: ['本社区70岁以上的老人免费吃一份，最多15元（上限示范）', '有残疾人证的免送餐费'],
    },
  ])
})

test('a week of sittings comes in the order in which they begin, with dishes, and what is one’s own', async () => {
  const meal = await sittingOn(resident, 'breakfast', '2026-11-28')
  const { id } = await order(resident, meal)
  const query = { days: 7 }
  const { items } = await resident.call('listSittings', { params: { communityId: 'raosai' }, query })
  expect(items).toHaveLength(21)
  expect(items.map(({ startsAt }) => startsAt)).toEqual(items.map(({ startsAt }) => startsAt).toSorted())
  expect(items.filter(({ yours }) => yours).map(({ yours }) => yours)).toEqual([{ orderId: id, state: 'booked' }])
  expect(items.every(({ dishes }) => dishes.length > 0)).toBe(true)
  const others = await server.anonymous.call('listSittings', { params: { communityId: 'raosai' }, query })
  expect(others.items.every(({ yours }) => yours === null)).toBe(true)
})

test('a resident orders a meal: a seat, a price with its reasons, a code and the queue that has it', async () => {
  const meal = await sittingOn(resident)
  const made = await order(resident, meal)
  expect(made).toMatchObject({
    state: 'booked',
    queue: { name: expect.stringContaining('食堂') },
    price: { totalCents: 1200, subsidyCents: 0 },
    pickUpCode: expect.stringMatching(/^\d{6}$/),
    payment: 'unpaid',
    canCancel: true,
    forWhom: { isYou: true },
  })
  expect(await orderNow(resident, made)).toEqual(made)
  expect((await sittingOn(resident)).dishes[0]?.portionsLeft).toBe(29)
})

test('82 and 66 years old: one eats free, the other reads why not', async () => {
  const staff = await server.signIn(personIdOf(server, 'community_staff', { communityId: 'ejietang' }))
  const [younger, , elder] = [0, 1, 2].map((index) =>
    personIdOf(server, 'resident', { communityId: 'ejietang' }, index),
  )
  const of66 = await server.signIn(younger ?? '')
  const meal = await sittingOn(of66, 'lunch', '2026-11-24', 'ejietang')
  const body = aMeal(meal)
  const own = await of66.call('orderMeal', { ...addressOf(meal, 'ejietang'), body })
  expect(own.price).toMatchObject({ totalCents: 1200, subsidyCents: 0 })
  expect(own.price.reasons).toEqual(['那天您66岁，70岁以上才免', '菜12元'])
  await sitTogether(server, staff, { personId: elder ?? '' } as Client)
  const free = await staff.call('orderMeal', { ...addressOf(meal, 'ejietang'), body }, { 'Acting-For': elder ?? '' })
  expect(free).toMatchObject({
    price: { totalCents: 1200, subsidyCents: 1200 },
    payment: 'free',
    forWhom: { isYou: false },
  })
  expect(free.price.reasons[0]).toBe('您82岁，本社区70岁以上的老人免费吃一份，最多15元（上限示范）')
})

test('who turns 70 on the day of the meal eats free that day, and not the day before', async () => {
  const eater = await addEater(server, { bornOn: '1956-11-26' })
  const before = await order(eater, await sittingOn(eater, 'lunch', '2026-11-25'))
  const onTheDay = await order(eater, await sittingOn(eater, 'lunch', '2026-11-26'))
  expect(before.price.subsidyCents).toBe(300)
  expect(onTheDay.price).toMatchObject({
    subsidyCents: 1200,
    reasons: expect.arrayContaining(['您70岁，本社区70岁以上的老人免费吃一份，最多15元（示范）']),
  })
})

test('a birth date that nobody has looked at gives nothing, and says so', async () => {
  const eater = await addEater(server, { bornOn: '1944-03-01', isBirthVerified: false })
  const { price } = await order(eater, await sittingOn(eater))
  expect(price).toMatchObject({ subsidyCents: 0, reasons: expect.arrayContaining(['出生日期还没核实，核实后再免']) })
})

test('a meal is brought home free to whoever has a certificate, and for two yuan to others', async () => {
  const [disabled, other] = [await addEater(server, { hasDisability: true }), await addEater(server)]
  const meal = await sittingOn(disabled, 'dinner')
  const way = { fulfilment: 'delivery' as const, door: '二楼左手', note: '少油' }
  const free = await order(disabled, meal, way)
  expect(free).toMatchObject({ price: { totalCents: 1400, subsidyCents: 200 }, door: '二楼左手', note: '少油' })
  expect(free.addressName).toContain('东孜苏3巷7号')
  const paid = await order(other, meal, { ...way, addressId: 'raosai-small-square' })
  expect(paid).toMatchObject({ price: { totalCents: 1400, subsidyCents: 0 }, addressName: '小广场（示范）' })
  const kept = JSON.stringify(await server.sql('select * from meal_order'))
  expect(kept).not.toMatch(/二楼左手|少油/)
  expect(JSON.stringify(await server.sql('select result from idempotency_key'))).not.toMatch(/二楼左手|少油/)
})

test('one subsidised meal for a person and sitting; cancelled, it can be had again', async () => {
  const eater = await addEater(server, { bornOn: '1944-03-01' })
  const meal = await sittingOn(eater, 'lunch', '2026-11-27')
  const first = await order(eater, meal, { dishes: [{ dishId: meal.dishes[0]?.id ?? '', quantity: 2 }] as never })
  expect(first.price).toMatchObject({
    totalCents: 2400,
    subsidyCents: 1200,
    reasons: expect.arrayContaining(['补一份，多点的自付']),
  })
  await eater.call('cancelMealOrder', orderOf(first))
  expect((await order(eater, meal)).price.subsidyCents).toBe(1200)
})

test('a changed rule never changes what was ordered', async () => {
  const eater = await addEater(server, { bornOn: '1944-03-01' })
  const made = await order(eater, await sittingOn(eater, 'lunch', '2026-11-29'))
  const config = server.app.context.config()
  const canteen = config.communities.get('raosai')?.canteens[0]
  if (!canteen) throw new Error('no canteen')
  const rules = canteen.rules
  try {
    Object.assign(canteen, { rules: [] })
    expect((await orderNow(eater, made)).price).toEqual(made.price)
    const quote = await eater.call('quoteMeal', {
      ...addressOf(await sittingOn(eater, 'dinner')),
      body: aMeal(await sittingOn(eater, 'dinner')),
    })
    expect(quote.subsidyCents).toBe(0)
  } finally {
    Object.assign(canteen, { rules })
  }
})

test('a quote says the price and writes nothing', async () => {
  const eater = await addEater(server, { bornOn: '1944-03-01' })
  const meal = await sittingOn(eater, 'breakfast', '2026-11-25')
  const before = await takenOf(server, meal)
  const quote = await eater.call('quoteMeal', { ...addressOf(meal), body: aMeal(meal) })
  expect(quote).toMatchObject({ totalCents: 500, subsidyCents: 500 })
  expect(await takenOf(server, meal)).toEqual(before)
  expect(await server.sql('select order_id from meal_subsidy where person_id = $1', [eater.personId])).toEqual([])
})

test('every order that cannot be is refused with its own code, and nothing is half written', async () => {
  const eater = await addEater(server)
  const meal = await sittingOn(eater, 'breakfast')
  const stranger = await server.signIn(personIdOf(server, 'resident', { communityId: 'cisongtang' }))
  const dishId = meal.dishes[0]?.id
  const snapshot = () =>
    Promise.all([takenOf(server, meal), server.sql('select id from booking'), server.sql('select id from meal_order')])
  const before = await snapshot()
  const refusals: [object, string][] = [
    [{ dishes: [{ dishId, quantity: 0 }] }, 'portions_out_of_range'],
    [{ dishes: [{ dishId, quantity: -1 }] }, 'portions_out_of_range'],
    [{ dishes: [{ dishId, quantity: 10_000 }] }, 'portions_out_of_range'],
    [
      {
        dishes: [
          { dishId, quantity: 6 },
          { dishId, quantity: 6 },
        ],
      },
      'portions_out_of_range',
    ],
    [{ dishes: [{ dishId: uuidv7(), quantity: 1 }] }, 'unknown_dish'],
    [{ dishes: [] }, 'validation_failed'],
    [{ fulfilment: 'delivery', addressId: 'ejietang-courtyard-1' }, 'unknown_place'],
  ]
  for (const [changes, code] of refusals)
    expect([changes, (await tryOrder(eater, meal, changes)).code]).toEqual([changes, code])
  expect((await tryOrder(stranger, meal)).code).toBe('other_community')
  const homeless = await addEater(server, { livesHere: false })
  expect((await tryOrder(homeless, meal, { fulfilment: 'delivery' })).code).toBe('address_missing')
  expect((await tryOrder(server.anonymous, meal)).code).toBe('unauthenticated')
  expect((await tryOrder(eater, { ...meal, id: uuidv7() as never })).code).toBe('not_found')
  expect((await eater.attempt('orderMeal', { ...addressOf(meal, 'ejietang'), body: aMeal(meal) })).code).toBe(
    'not_found',
  )
  expect(await snapshot()).toEqual(before)
})

test('full, sold out, closed, twice, past the cut-off and past the day each have their word', async () => {
  const [first, second] = [await addEater(server), await addEater(server)]
  const kitchen = await kitchenOf(server)
  const full = await emptySitting(server, { capacity: 1, portions: 5, on: '2026-11-26', sitting: 'dinner' })
  await order(first, full)
  expect((await tryOrder(first, full)).code).toBe('already_booked')
  expect((await tryOrder(second, full)).code).toBe('slot_full')
  const scarce = await emptySitting(server, { capacity: 9, portions: 1, on: '2026-11-27', sitting: 'dinner' })
  await order(first, scarce)
  expect((await tryOrder(second, scarce)).code).toBe('dish_sold_out')
  expect(await takenOf(server, scarce)).toEqual({ seats: 1, portions: 1 })
  const closed = await sittingOn(first, 'dinner', '2026-11-28')
  await kitchen.call('saveSitting', { ...addressOf(closed), body: { capacity: closed.seatsLeft, isOpen: false } })
  expect((await tryOrder(first, closed)).code).toBe('slot_closed')
  const bare = await sittingOn(first, 'dinner', '2026-11-29')
  const params = { ...CANTEEN, on: '2026-11-29', sitting: 'dinner' as const }
  await kitchen.call('saveMenu', { params, body: { dishes: [] } })
  expect((await tryOrder(first, bare)).code).toBe('menu_missing')
  const late = await sittingOn(first, 'dinner', '2026-11-23')
  server.clock.set('2026-11-23T04:00:00.000Z')
  expect((await tryOrder(first, late)).code).toBe('past_cutoff')
  server.clock.set('2026-11-24T02:00:00.000Z')
  const again = await server.signIn(first.personId)
  expect((await tryOrder(again, late)).code).toBe('date_in_past')
  server.clock.set(START)
})

test('sent again under its key an order is made once', async () => {
  const eater = await addEater(server)
  const meal = await sittingOn(eater, 'lunch', '2026-11-28')
  const headers = { 'Idempotency-Key': uuidv7() }
  const [first, second] = [
    await order(eater, meal, { door: '三楼' }, headers),
    await order(eater, meal, { door: '三楼' }, headers),
  ]
  expect(second).toEqual(first)
})

test('sent again after the day, under its key, an order is answered as it was', async () => {
  const eater = await addEater(server)
  const meal = await sittingOn(eater, 'dinner', '2026-11-24')
  const headers = { 'Idempotency-Key': uuidv7() }
  const { id } = await order(eater, meal, {}, headers)
  server.clock.set('2026-11-25T02:00:00.000Z')
  const again = await tryOrder(await server.signIn(eater.personId), meal, {}, headers)
  expect(again.body).toMatchObject({ id })
  server.clock.set(START)
})

test('cancelled until the cut-off: seat and portions are there for others, and not a minute later', async () => {
  const eater = await addEater(server)
  const meal = await sittingOn(eater, 'lunch', '2026-11-28')
  const before = await takenOf(server, meal)
  const made = await order(eater, meal)
  const cancelled = await eater.call('cancelMealOrder', orderOf(made))
  expect(cancelled).toMatchObject({ state: 'cancelled', pickUpCode: null, canCancel: false })
  expect(await takenOf(server, meal)).toEqual(before)
  expect((await eater.attempt('cancelMealOrder', orderOf(made))).code).toBe('booking_changed')
  const again = await order(eater, meal)
  server.clock.set('2026-11-27T12:00:00.000Z')
  const late = await server.signIn(eater.personId)
  expect((await late.attempt('cancelMealOrder', orderOf(again))).code).toBe('past_cutoff')
  server.clock.set(START)
})

test('a daughter with a grant for the canteen orders for her mother; without, or with less, she does not', async () => {
  const [mother, daughter] = [await addEater(server, { bornOn: '1944-03-01' }), await addEater(server)]
  const meal = await sittingOn(mother, 'breakfast', '2026-11-26')
  expect((await tryOrder(daughter, meal, {}, actingFor(mother))).code).toBe('proxy_grant_missing')
  await giveTo(daughter, mother, { scopes: [{ service: 'canteen', powers: ['read', 'file'] }] })
  const made = await order(daughter, meal, {}, actingFor(mother))
  expect(made).toMatchObject({ price: { subsidyCents: 500 }, forWhom: { isYou: false }, canCancel: false })
  const denied = await daughter.attempt('cancelMealOrder', orderOf(made), actingFor(mother))
  expect(denied.code).toBe('proxy_power_missing')
  expect((await orderNow(mother, made)).forWhom.isYou).toBe(true)
})

test('an order is nobody’s but theirs: a neighbour, the kitchen and staff read nothing of it here', async () => {
  const made = await order(await addEater(server), await sittingOn(resident, 'breakfast', '2026-11-27'))
  const others = [
    resident,
    await kitchenOf(server),
    await server.signIn(await addPerson(server, 'grid_worker', { communityId: 'raosai', gridCellId: 'raosai-1' })),
  ]
  for (const other of others) {
    for (const operation of ['getMealOrder', 'cancelMealOrder'] as const) {
      expect(['not_found', 'forbidden']).toContain((await other.attempt(operation, orderOf(made))).code)
    }
  }
})

test('what was held while it was filled in is the seat that is taken', async () => {
  const eater = await addEater(server)
  const meal = await emptySitting(server, { capacity: 1, portions: 5, on: '2026-11-25', sitting: 'dinner' })
  const { id } = await eater.call('holdSlot', { ...addressOf(meal), body: {} })
  expect((await tryOrder(await addEater(server), meal)).code).toBe('slot_full')
  expect(await order(eater, meal)).toMatchObject({ id, state: 'booked' })
  expect(await takenOf(server, meal)).toEqual({ seats: 1, portions: 1 })
})

test('a hold that ran out keeps nobody from the seat that is free again, not even who had it', async () => {
  const eater = await addEater(server)
  const meal = await emptySitting(server, { capacity: 1, portions: 5, on: '2026-11-29', sitting: 'breakfast' })
  const { id } = await eater.call('holdSlot', { ...addressOf(meal), body: {} })
  server.clock.advance({ hours: 1 })
  const made = await order(eater, meal)
  expect(made.id).not.toBe(id)
  await server.app.doWhatIsDue()
  expect(await takenOf(server, meal)).toEqual({ seats: 1, portions: 1 })
  server.clock.set(START)
})

test('a meal stands in the list of all bookings, with its dishes and its code', async () => {
  const eater = await addEater(server)
  const made = await order(eater, await sittingOn(eater, 'lunch', '2026-11-25'))
  const { items } = await eater.call('listMyBookings', { query: {} })
  expect(items).toMatchObject([
    {
      id: made.id,
      service: 'canteen',
      title: '午餐',
      placeName: '绕赛社区食堂（示范）',
      summary: '土豆烧牛肉饭（示范）×1',
      code: made.pickUpCode,
      queue: made.queue,
    },
  ])
})
