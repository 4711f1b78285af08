import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { addPerson, personIdOf } from '../../test/factories.ts'
import {
  addEater,
  addressOf,
  aMenu,
  CANTEEN,
  emptySitting,
  kitchenOf,
  type Meal,
  order,
  orderNow,
  orderOf,
  RAOSAI,
  sittingOn,
  takenOf,
} from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'

let server: TestServer
let kitchen: Client

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  server.clock.set(START)
  kitchen = await kitchenOf(server)
})
afterAll(() => server.stop())

/** Who works in the kitchen signs in anew when time has gone on. */
const at = async (time: string): Promise<void> => {
  server.clock.set(time)
  kitchen = await kitchenOf(server)
}
const menuOf = (meal: Meal) => ({ params: { ...CANTEEN, on: meal.on, sitting: meal.sitting } })
const sheetOf = (meal: Meal) => kitchen.call('getKitchenSheet', addressOf(meal))
const checkIn = (body: object, by = kitchen) => by.attempt('checkInMeal', { params: CANTEEN, body })
const DELIVERY = { fulfilment: 'delivery', door: '三楼右手', addressId: 'raosai-small-square' } as const

test('the kitchen writes a menu; what was ordered can be changed and not taken away', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 5, on: '2026-11-25' })
  const eater = await addEater(server)
  const made = await order(eater, meal)
  const id = meal.dishes[0]?.id
  const changed = await kitchen.call('saveMenu', {
    ...menuOf(meal),
    body: aMenu(3, { id, priceCents: 2000, tags: ['soft'] }),
  })
  expect(changed.dishes).toMatchObject([{ id, priceCents: 2000, portionsLeft: 2, tags: ['soft'] }])
  expect((await orderNow(eater, made)).price.totalCents).toBe(1000)
  const refusals: [object, string][] = [
    [{ dishes: [] }, 'dish_ordered'],
    [aMenu(0, { id, tags: ['soft'] }), 'portions_below_ordered'],
    [aMenu(3, { id, tags: ['soft'], name: { zh: '饭（示范）' } }), 'dish_ordered'],
    [aMenu(3, { id, tags: ['soft', 'contains_nuts'] }), 'dish_ordered'],
    [aMenu(3, { id: uuidv7() }), 'unknown_dish'],
    [aMenu(6_000), 'validation_failed'],
  ]
  for (const [body, code] of refusals)
    expect((await kitchen.attempt('saveMenu', { ...menuOf(meal), body })).code).toBe(code)
  expect((await sittingOn(kitchen, 'lunch', meal.on)).dishes).toEqual(changed.dishes)
  const past = { params: { ...CANTEEN, on: '2026-11-22', sitting: 'lunch' }, body: aMenu(3) }
  expect((await kitchen.attempt('saveMenu', past)).code).toBe('date_in_past')
  const far = { params: { ...CANTEEN, on: '2027-11-22', sitting: 'lunch' }, body: aMenu(3) }
  expect((await kitchen.attempt('saveMenu', far)).code).toBe('slot_closed')
})

test('a menu and its seats that are sent again after the day, under their keys, are answered as they were', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 5, on: '2026-11-24', sitting: 'dinner' })
  const keys = [{ 'Idempotency-Key': uuidv7() }, { 'Idempotency-Key': uuidv7() }]
  const send = async () => {
    const menu = await kitchen.attempt('saveMenu', { ...menuOf(meal), body: aMenu(6) }, keys[0])
    const seats = { ...addressOf(meal), body: { capacity: 7, isOpen: true } }
    return [menu.status, (await kitchen.attempt('saveSitting', seats, keys[1])).status]
  }
  expect(await send()).toEqual([200, 200])
  server.clock.set('2026-11-25T02:00:00.000Z')
  kitchen = await kitchenOf(server)
  expect(await send()).toEqual([200, 200])
})

test('seats are never fewer than are taken', async () => {
  const meal = await emptySitting(server, { capacity: 2, portions: 5, on: '2026-11-26' })
  await order(await addEater(server), meal)
  const body = { capacity: 0, isOpen: true }
  expect((await kitchen.attempt('saveSitting', { ...addressOf(meal), body })).code).toBe('capacity_below_booked')
  expect(await kitchen.call('saveSitting', { ...addressOf(meal), body: { capacity: 1, isOpen: true } })).toMatchObject({
    capacity: 1,
    booked: 1,
  })
})

test('the sheet says what to cook by dish, by what is to be known of it, and by the way it goes', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-27' })
  const [first] = meal.dishes
  const body = {
    dishes: [
      ...aMenu(9, { id: first?.id, tags: ['soft'] }).dishes,
      { name: { zh: '粥（示范）' }, tags: ['soft', 'low_salt'], priceCents: 500, portions: 9 },
    ],
  }
  const { dishes } = await kitchen.call('saveMenu', { ...menuOf(meal), body: body as never })
  const of = (index: number, quantity: number) => ({ dishId: dishes[index]?.id ?? '', quantity }) as never
  await order(await addEater(server), meal, { dishes: [of(0, 2)], note: '少油' })
  await order(await addEater(server), meal, { dishes: [of(0, 1), of(1, 3)], ...DELIVERY })
  const sheet = await sheetOf(meal)
  expect(sheet).toMatchObject({
    booked: 2,
    capacity: 9,
    workItem: { state: 'queued', receiptNumber: expect.stringMatching(/^RS-/) },
    dishes: [{ ordered: 3, portions: 9 }, { ordered: 3 }],
    tags: [
      { tag: 'soft', portions: 6 },
      { tag: 'low_salt', portions: 3 },
    ],
    fulfilments: [
      { fulfilment: 'dine_in', orders: 1 },
      { fulfilment: 'pick_up', orders: 0 },
      { fulfilment: 'delivery', orders: 1 },
    ],
  })
  expect(sheet.orders.map(({ note }) => note)).toEqual(['少油', null])
  expect(JSON.stringify(sheet)).not.toContain('三楼右手')
})

test('a week after a sitting its sheets name nobody any more, and the day can still be counted', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-24', sitting: 'breakfast' })
  await order(await addEater(server), meal, DELIVERY)
  for (const [day, named] of [
    ['2026-12-01', 1],
    ['2026-12-02', 0],
  ] as const) {
    server.clock.set(`${day}T03:00:00.000Z`)
    kitchen = await kitchenOf(server)
    const sheet = await sheetOf(meal)
    const round = await kitchen.call('getDeliverySheet', addressOf(meal))
    expect([sheet.orders.length, round.courtyards.length]).toEqual([named, named])
    expect(sheet).toMatchObject({ dishes: [{ ordered: 1 }], fulfilments: [{}, {}, { orders: 1 }] })
  }
})

test('the round goes by courtyard; doors and telephones are there on the day, and each read leaves a line', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-28' })
  const eater = await addEater(server)
  await order(eater, meal, DELIVERY)
  const reads = () => server.sql("select person_id from confidential_read where what = 'delivery_sheet'")
  const before = await kitchen.call('getDeliverySheet', addressOf(meal))
  expect(before.courtyards).toMatchObject([
    { placeName: '小广场（示范）', gridCellName: '第三网格', orders: [{ door: null, phone: null }] },
  ])
  expect(before.workItem).not.toBeNull()
  expect(await reads()).toEqual([])
  server.clock.set('2026-11-28T03:00:00.000Z')
  kitchen = await kitchenOf(server)
  const onTheDay = await kitchen.call('getDeliverySheet', addressOf(meal))
  expect(onTheDay.courtyards[0]?.orders[0]?.door).toBe('三楼右手')
  expect(await reads()).toEqual([{ person_id: eater.personId }])
})

test('somebody comes: by code, by name or from paper; twice is once, and it can be taken back', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-29' })
  const [byCode, byName] = [await order(await addEater(server), meal), await order(await addEater(server), meal)]
  await at('2026-11-29T03:00:00.000Z')
  const code = byCode.pickUpCode ?? ''
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`
  const first = await checkIn({ way: 'code', slotId: meal.id, code: spoken })
  expect(first.body).toMatchObject({ wasServed: false, order: { id: byCode.id, state: 'served' } })
  const [again, paper] = [
    await checkIn({ way: 'code', slotId: meal.id, code }),
    await checkIn({ way: 'paper', slotId: meal.id, orderId: byCode.id }),
  ]
  expect([again.body, paper.body]).toMatchObject([{ wasServed: true }, { wasServed: true }])
  const named = await Promise.all([1, 2, 3].map(() => checkIn({ way: 'name', slotId: meal.id, orderId: byName.id })))
  expect(named.filter(({ text }) => text.includes('"wasServed":false'))).toHaveLength(1)
  expect((await kitchen.call('undoMealCheckIn', orderOf(byName))).state).toBe('booked')
  expect((await kitchen.attempt('undoMealCheckIn', orderOf(byName))).code).toBe('booking_changed')
})

test('a meal is handed out from two hours before its sitting until the end of the next day', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-28', sitting: 'dinner' })
  const [eaten, brought] = [
    await order(await addEater(server), meal),
    await order(await addEater(server), meal, DELIVERY),
  ]
  const tryAll = async () => [
    (await checkIn({ way: 'name', slotId: meal.id, orderId: eaten.id })).code,
    (await kitchen.attempt('recordDelivery', { ...orderOf(brought), body: { outcome: 'delivered' } })).code,
    (await kitchen.attempt('undoMealCheckIn', orderOf(eaten))).code,
  ]
  const refused = Array.from({ length: 3 }, () => 'not_being_served')
  await at('2026-11-28T07:59:00.000Z')
  expect(await tryAll()).toEqual(refused)
  await at('2026-11-29T15:59:00.000Z')
  expect(await tryAll()).toEqual([undefined, undefined, undefined])
  await at('2026-11-29T16:00:00.000Z')
  expect(await tryAll()).toEqual(refused)
})

test('a desk without a network sends later when it was, and never a time to come', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-23', sitting: 'dinner' })
  const [missed, early] = [await order(await addEater(server), meal), await order(await addEater(server), meal)]
  server.clock.set('2026-11-23T14:00:00.000Z')
  await server.app.doWhatIsDue()
  kitchen = await kitchenOf(server)
  expect((await sheetOf(meal)).orders.map(({ state }) => state)).toEqual(['no_show', 'no_show'])
  const at = '2026-11-23T10:20:00.000Z'
  const synced = await checkIn({ way: 'paper', slotId: meal.id, orderId: missed.id, at })
  expect(synced.body).toMatchObject({ wasServed: false, order: { state: 'served', checkedInAt: at } })
  const ahead = await checkIn({ way: 'paper', slotId: meal.id, orderId: early.id, at: '2026-11-25T10:20:00.000Z' })
  expect(ahead.body).toMatchObject({ order: { checkedInAt: '2026-11-23T14:00:00.000Z' } })
})

test('a code that is wrong, of another sitting, of another canteen or cancelled each has its word', async () => {
  const [lunch, dinner] = [
    await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-24' }),
    await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-24', sitting: 'dinner' }),
  ]
  const eater = await addEater(server)
  const made = await order(eater, dinner)
  const [code, wrong] = [made.pickUpCode ?? '', made.pickUpCode === '000000' ? '000001' : '000000']
  expect((await checkIn({ way: 'code', slotId: lunch.id, code: wrong })).code).toBe('pick_up_code_unknown')
  expect((await checkIn({ way: 'code', slotId: lunch.id, code })).code).toBe('code_of_another_sitting')
  await server.sql("update meal_order set canteen_id = 'another-canteen' where id = $1", [made.id])
  expect((await checkIn({ way: 'code', slotId: lunch.id, code })).code).toBe('code_of_another_canteen')
  await server.sql('update meal_order set canteen_id = $2 where id = $1', [made.id, CANTEEN.canteenId])
  await eater.call('cancelMealOrder', orderOf(made))
  await at('2026-11-24T10:00:00.000Z')
  expect((await checkIn({ way: 'code', slotId: dinner.id, code })).code).toBe('booking_not_live')
})

test('what goes wrong at the door becomes an item of its own, once', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-25', sitting: 'dinner' })
  const eater = await addEater(server)
  const made = await order(eater, meal, DELIVERY)
  await at('2026-11-25T10:00:00.000Z')
  const record = (outcome: string) => kitchen.attempt('recordDelivery', { ...orderOf(made), body: { outcome } })
  const items = () =>
    server.sql('select service_code, grid_cell_id, requester_id from work_item where subject_id = $1 order by id', [
      made.id,
    ])
  expect((await record('delivered')).body).toMatchObject({ state: 'served', deliveryOutcome: 'delivered' })
  expect(await items()).toEqual([])
  for (let time = 0; time < 2; time += 1) {
    expect((await record('nobody_home')).body).toMatchObject({ state: 'booked', checkedInAt: null })
  }
  expect(await items()).toEqual([
    { service_code: 'delivery_nobody_home', grid_cell_id: 'raosai-3', requester_id: eater.personId },
  ])
  expect((await record('refused')).body).toMatchObject({ state: 'served', deliveryOutcome: 'refused' })
  expect(await items()).toHaveLength(2)
  server.clock.set(START)
  const eaten = await order(await addEater(server), meal)
  const notDelivered = await kitchen.attempt('recordDelivery', { ...orderOf(eaten), body: { outcome: 'delivered' } })
  expect(notDelivered.code).toBe('booking_not_live')
})

test('the day ends with what was served, paid and free, and why', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-26', sitting: 'dinner' })
  const free = await order(await addEater(server, { bornOn: '1944-03-01' }), meal)
  const [paid, unpaid] = [await order(await addEater(server), meal), await order(await addEater(server), meal)]
  const gone = await addEater(server)
  await gone.call('cancelMealOrder', orderOf(await order(gone, meal)))
  await kitchen.call('recordPayment', { ...orderOf(paid), body: { payment: 'paid' } })
  const nobodySaid = await kitchen.attempt('recordPayment', { ...orderOf(unpaid), body: { payment: 'free' } })
  expect(nobodySaid.code).toBe('payment_reason_missing')
  await at('2026-11-26T10:00:00.000Z')
  await checkIn({ way: 'name', slotId: meal.id, orderId: free.id })
  const sheet = await kitchen.call('getDayEndSheet', { params: CANTEEN, query: { on: meal.on } })
  expect(sheet.sittings.find(({ sitting }) => sitting === 'dinner')).toEqual({
    sitting: 'dinner',
    ordered: 3,
    served: 1,
    missed: 0,
    cancelled: 1,
    paid: 1,
    free: 1,
    unpaid: 1,
    totalCents: 3000,
    subsidyCents: 1000,
    paidCents: 1000,
    unpaidCents: 1000,
    refundCents: 0,
  })
  expect(sheet.freeBecause).toEqual([{ reason: '本社区70岁以上的老人免费吃一份，最多15元（示范）', orders: 1 }])
})

test('what was paid and then cancelled is given back, and stands in the day until it is', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-28', sitting: 'breakfast' })
  const eater = await addEater(server)
  const made = await order(eater, meal)
  const pay = (payment: 'paid' | 'unpaid') => kitchen.attempt('recordPayment', { ...orderOf(made), body: { payment } })
  const refundOf = async () => {
    const { sittings } = await kitchen.call('getDayEndSheet', { params: CANTEEN, query: { on: meal.on } })
    return sittings.find(({ sitting }) => sitting === 'breakfast')?.refundCents
  }
  await pay('paid')
  await eater.call('cancelMealOrder', orderOf(made))
  expect([await refundOf(), (await sheetOf(meal)).refunds.map(({ id }) => id)]).toEqual([1000, [made.id]])
  expect((await sheetOf(meal)).orders).toEqual([])
  expect((await pay('paid')).code).toBe('booking_not_live')
  expect((await pay('unpaid')).status).toBe(200)
  expect([await refundOf(), (await sheetOf(meal)).refunds]).toEqual([0, []])
  expect((await pay('unpaid')).code).toBe('booking_not_live')
})

test('what is free at the till is so for one of a few reasons, and no word about anybody is kept', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-29', sitting: 'breakfast' })
  const made = await order(await addEater(server), meal)
  const free = (reason: string) =>
    kitchen.attempt('recordPayment', { ...orderOf(made), body: { payment: 'free', reason } })
  expect((await free('家里困难')).code).toBe('validation_failed')
  expect((await free('volunteer_meal')).body).toMatchObject({ payment: 'free', paymentReason: '志愿者的工作餐' })
})

test('nobody serves who does not work in the canteens of that community', async () => {
  const meal = await emptySitting(server, { capacity: 9, portions: 9, on: '2026-11-27', sitting: 'dinner' })
  const made = await order(await addEater(server), meal, DELIVERY)
  const before = await takenOf(server, meal)
  const others = await Promise.all([
    kitchenOf(server, 'ejietang'),
    server.signIn(personIdOf(server, 'community_staff', { communityId: 'cisongtang' })),
    server.signIn(personIdOf(server, 'grid_worker', { gridCellId: 'raosai-1' })),
    server.signIn(personIdOf(server, 'childcare_worker', RAOSAI)),
    server.signIn(await addPerson(server, 'resident', RAOSAI)),
  ])
  const calls = [
    ['saveMenu', { ...menuOf(meal), body: aMenu(1) }],
    ['saveSitting', { ...addressOf(meal), body: { capacity: 50, isOpen: false } }],
    ['getKitchenSheet', addressOf(meal)],
    ['getDeliverySheet', addressOf(meal)],
    ['checkInMeal', { params: CANTEEN, body: { way: 'name', slotId: meal.id, orderId: made.id } }],
    ['undoMealCheckIn', orderOf(made)],
    ['recordDelivery', { ...orderOf(made), body: { outcome: 'delivered' } }],
    ['recordPayment', { ...orderOf(made), body: { payment: 'paid' } }],
    ['getDayEndSheet', { params: CANTEEN, query: { on: meal.on } }],
  ] as const
  for (const other of others) {
    for (const [operation, input] of calls) {
      expect(['not_found', 'forbidden']).toContain((await other.attempt(operation, input)).code)
    }
  }
  expect(await takenOf(server, meal)).toEqual(before)
})
