import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Client } from '../../test/client.ts'
import { personIdOf } from '../../test/factories.ts'
import { addEater, addressOf, CANTEEN, emptySitting, kitchenOf, orderOf, sittingOn } from '../../test/meals.ts'
import { START, startTestServer, type TestServer } from '../../test/server.ts'
import { SEALED_COLUMNS } from '../people/sealed-value.repository.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  server.clock.set(START)
  await server.sql('delete from standing_order')
})
afterAll(() => server.stop())

const LUNCH = { params: { ...CANTEEN, sitting: 'lunch' } } as const
/** Every day, eaten there. */
const DAILY = { weekdays: [0, 1, 2, 3, 4, 5, 6], fulfilment: 'dine_in' } as const
const save = (client: Client, changes: object = {}, address: { params: object } = LUNCH) =>
  client.call('saveStandingOrder', {
    ...(address as typeof LUNCH),
    body: { ...DAILY, weekdays: [...DAILY.weekdays], ...changes },
  })
const ordersOf = ({ personId }: Client) =>
  server.sql<{ id: string; state: string; on: string; dish: string }>(
    `select meal_order.id, booking.state, service_on::text as on, lines -> 0 -> 'name' ->> 'zh' as dish
     from meal_order join booking using (community_id, id) where meal_order.person_id = $1 order by service_on, id`,
    [personId],
  )
const tick = () => server.app.doWhatIsDue()
const noticesOf = async ({ personId }: Client): Promise<string[]> => {
  const { items } = await (await server.signIn(personId)).call('listInbox', { query: {} })
  return items.map(({ kind }) => kind).filter((kind) => kind.startsWith('standing_'))
}

test('a meal is ordered by itself in the last day before its cut-off, once, with a code', async () => {
  const eater = await addEater(server)
  await save(eater)
  for (let time = 0; time < 3; time += 1) await tick()
  expect(await ordersOf(eater)).toMatchObject([{ state: 'booked', on: '2026-11-24', dish: '土豆烧牛肉饭（示范）' }])
  await expect.poll(() => noticesOf(eater)).toEqual(['standing_order_made'])
})

test('the first dish that suits is chosen; without one the person is told to choose', async () => {
  const [soft, picky] = [await addEater(server), await addEater(server)]
  await save(soft, { wantedTags: ['soft'], avoidedTags: ['meatless'] })
  await save(picky, { wantedTags: ['no_sugar', 'spicy'] })
  await tick()
  expect(await ordersOf(soft)).toMatchObject([{ dish: '番茄鸡蛋面（示范）' }])
  expect(await ordersOf(picky)).toEqual([])
  await expect.poll(() => noticesOf(picky)).toEqual(['standing_order_failed'])
  await tick()
  expect(await noticesOf(picky)).toEqual(['standing_order_failed'])
})

test('what was cancelled is not ordered again', async () => {
  const eater = await addEater(server)
  await save(eater)
  await tick()
  const [made] = await ordersOf(eater)
  await eater.call('cancelMealOrder', orderOf({ id: made?.id as never, communityId: 'raosai' as never }))
  await tick()
  expect(await ordersOf(eater)).toMatchObject([{ state: 'cancelled' }])
})

test('one that is ended while it is being carried out orders nothing, and says nothing', async () => {
  const eater = await addEater(server)
  await save(eater)
  let carriedOut = Promise.resolve()
  await server.app.context.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('standing_order').where('person_id', '=', eater.personId).execute()
    // It has read the order, and waits for whoever ends it.
    carriedOut = tick()
    await expect
      .poll(() => server.sql("select pid from pg_stat_activity where wait_event_type = 'Lock'"))
      .not.toEqual([])
  })
  await carriedOut
  expect(await ordersOf(eater)).toEqual([])
  expect(await noticesOf(eater)).toEqual([])
})

test('where it is full it waits, and says so', async () => {
  const [eater, kitchen] = [await addEater(server), await kitchenOf(server)]
  const meal = await emptySitting(server, { capacity: 0, portions: 5, on: '2026-11-24', sitting: 'breakfast' })
  await save(eater, {}, { params: { ...CANTEEN, sitting: 'breakfast' } })
  await tick()
  expect(await ordersOf(eater)).toMatchObject([{ state: 'waitlisted', on: '2026-11-24' }])
  await expect.poll(() => noticesOf(eater)).toEqual(['standing_order_waiting'])
  await kitchen.call('saveSitting', { ...addressOf(meal), body: { capacity: 100, isOpen: true } })
  expect(await ordersOf(eater)).toMatchObject([{ state: 'offered' }])
})

test('who has ordered themselves has one meal, and hears nothing', async () => {
  const eater = await addEater(server)
  const meal = await sittingOn(eater, 'lunch', '2026-11-24')
  await eater.call('orderMeal', {
    ...addressOf(meal),
    body: { dishes: [{ dishId: meal.dishes[0]?.id as never, quantity: 1 }], fulfilment: 'pick_up' },
  })
  await save(eater)
  await tick()
  expect(await ordersOf(eater)).toHaveLength(1)
  expect(await noticesOf(eater)).toEqual([])
})

test('only on its weekdays, only until its last day, and no more once it is ended', async () => {
  const [mondays, ended, over] = [await addEater(server), await addEater(server), await addEater(server)]
  await save(mondays, { weekdays: [1] })
  await save(ended)
  expect(await ended.call('endStandingOrder', LUNCH)).toEqual({ hasEnded: true })
  expect(await ended.call('endStandingOrder', LUNCH)).toEqual({ hasEnded: false })
  await save(over, { until: '2026-11-23' })
  await tick()
  for (const eater of [mondays, ended, over]) expect(await ordersOf(eater)).toEqual([])
})

test('saved again it is the same order with other wishes; door and note are kept sealed', async () => {
  const eater = await addEater(server)
  await save(eater)
  const saved = await save(eater, { weekdays: [5, 1, 1], fulfilment: 'delivery', door: '四楼', note: '软一点' })
  expect(saved).toMatchObject({
    weekdays: [1, 5],
    door: '四楼',
    note: '软一点',
    addressName: '东孜苏3巷7号（米吉林大院）',
  })
  const { items } = await eater.call('listStandingOrders', { params: { communityId: 'raosai' } })
  expect(items).toEqual([saved])
  expect(JSON.stringify(await server.sql('select * from standing_order'))).not.toMatch(/四楼|软一点/)
})

test('doors and notes are among what is sealed anew when the key is changed', async () => {
  const eater = await addEater(server)
  const said = { fulfilment: 'delivery', door: '六楼', note: '不要辣' } as const
  const saved = await save(eater, { ...said, weekdays: [2] })
  await tick()
  const [made] = await ordersOf(eater)
  const columns = SEALED_COLUMNS.filter(({ name }) => /^(meal|standing)_order/.test(name))
  for (const column of columns) {
    const values = await column.list(server.app.context.db, null, 100)
    expect(values.length).toBeGreaterThan(0)
    const { sealer } = server.app.context
    for (const { sealed, purpose } of values) expect(sealer.open(sealed, purpose)).not.toBe('')
  }
  expect(columns).toHaveLength(4)
  const { items } = await eater.call('listStandingOrders', { params: { communityId: 'raosai' } })
  expect(items).toEqual([saved])
  const own = await eater.call('getMealOrder', orderOf({ id: made?.id as never, communityId: 'raosai' as never }))
  expect(own).toMatchObject({ door: '六楼', note: '不要辣' })
})

test('a standing order that cannot be is refused, and nothing is kept', async () => {
  const eater = await addEater(server, { livesHere: false })
  const attempt = (client: Client, changes: object, params: object = LUNCH.params) =>
    client.attempt('saveStandingOrder', { params: params as never, body: { ...DAILY, ...changes } })
  expect((await attempt(eater, { weekdays: [] })).code).toBe('standing_order_empty')
  expect((await attempt(eater, { until: '2026-11-22' })).code).toBe('date_in_past')
  expect((await attempt(eater, { fulfilment: 'delivery' })).code).toBe('address_missing')
  expect((await attempt(eater, {}, { ...LUNCH.params, canteenId: 'no-canteen' })).code).toBe('not_found')
  const stranger = await server.signIn(personIdOf(server, 'resident', { communityId: 'cisongtang' }))
  expect((await attempt(stranger, {})).code).toBe('other_community')
  expect(await server.sql('select id from standing_order')).toEqual([])
})
