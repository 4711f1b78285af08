import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { Api, Client } from './client.ts'
import { addPerson, personIdOf } from './factories.ts'
import { born, claim, decide, disability, residence } from './facts.ts'
import type { TestServer } from './server.ts'

export type Meal = CallResult<Api['listSittings']>['items'][number]
export type MealOrder = CallResult<Api['orderMeal']>
type NewOrder = CallInput<Api['orderMeal']>['body']

/** Tomorrow, as the tests' first day has it: a Tuesday. */
export const TOMORROW = '2026-11-24'
export const RAOSAI = { communityId: 'raosai' }
export const CANTEEN = { ...RAOSAI, canteenId: 'raosai-canteen' }

/** A sitting of 绕赛 as this caller sees it. */
export const sittingOn = async (
  client: Client,
  sitting: Meal['sitting'] = 'lunch',
  on = TOMORROW,
  communityId = 'raosai',
): Promise<Meal> => {
  const { items } = await client.call('listSittings', { params: { communityId }, query: { on } })
  const found = items.find((one) => one.sitting === sitting)
  if (!found) throw new Error(`no ${sitting} on ${on}`)
  return found
}

/** One portion of the first dish, eaten there. */
export const aMeal = (meal: Meal, changes: Partial<NewOrder> = {}): NewOrder => {
  const [dish] = meal.dishes
  if (!dish) throw new Error('no menu')
  return { dishes: [{ dishId: dish.id, quantity: 1 }], fulfilment: 'dine_in', ...changes }
}

export const addressOf = ({ id }: Pick<Meal, 'id'>, communityId = 'raosai') => ({ params: { communityId, slotId: id } })
export const orderOf = ({ id, communityId }: Pick<MealOrder, 'id' | 'communityId'>) => ({
  params: { communityId, orderId: id },
})

export const order = (
  client: Client,
  meal: Meal,
  changes: Partial<NewOrder> = {},
  headers?: Record<string, string>,
): Promise<MealOrder> => client.call('orderMeal', { ...addressOf(meal), body: aMeal(meal, changes) }, headers)

export const tryOrder = (client: Client, meal: Meal, changes: object = {}, headers?: Record<string, string>) =>
  client.attempt('orderMeal', { ...addressOf(meal), body: { ...aMeal(meal), ...changes } }, headers)

export const wait = (client: Client, meal: Meal, changes: Partial<NewOrder> = {}): Promise<MealOrder> =>
  client.call('joinSittingWaitlist', { ...addressOf(meal), body: aMeal(meal, changes) })

export const orderNow = (client: Client, one: Pick<MealOrder, 'id' | 'communityId'>): Promise<MealOrder> =>
  client.call('getMealOrder', orderOf(one))

interface About {
  bornOn?: string
  isBirthVerified?: boolean
  livesHere?: boolean
  hasDisability?: boolean
}

/** A resident of 绕赛 of whom this is known. */
export const addEater = async (
  server: TestServer,
  { bornOn, isBirthVerified = true, livesHere = true, hasDisability = false }: About = {},
): Promise<Client> => {
  const client = await server.signIn(await addPerson(server, 'resident', RAOSAI))
  const staff = await server.signIn(personIdOf(server, 'community_staff', RAOSAI))
  if (livesHere) await claim(client, residence)
  if (bornOn !== undefined) {
    const { id } = await claim(client, born(bornOn))
    if (isBirthVerified) await verifyBy(staff, client, id, 'id_card')
  }
  if (hasDisability) await verifyBy(staff, client, (await claim(client, disability)).id, 'disability_certificate')
  return client
}

const verifyBy = async (
  staff: Client,
  { personId }: Client,
  factId: string,
  evidence: 'id_card' | 'disability_certificate',
) => {
  const answer = await decide(staff, personId, { decision: 'verify', factId, evidence })
  if (answer.status !== 200) throw new Error(`verifyResidentFact answered ${answer.text}`)
}

export const kitchenOf = (server: TestServer, communityId = 'raosai'): Promise<Client> =>
  server.signIn(personIdOf(server, 'kitchen', { communityId }))

/** Writes a menu of one dish with so many portions. */
export const aMenu = (portions: number, changes: object = {}) => ({
  dishes: [{ name: { zh: '面（示范）' }, tags: [], priceCents: 1000, portions, ...changes }],
})

/** A sitting with so many seats and a menu of its own. */
export const emptySitting = async (
  server: TestServer,
  {
    capacity,
    portions,
    on,
    sitting = 'lunch',
  }: { capacity: number; portions: number; on: string; sitting?: Meal['sitting'] },
): Promise<Meal> => {
  const kitchen = await kitchenOf(server)
  const { id } = await sittingOn(kitchen, sitting, on)
  await kitchen.call('saveSitting', { ...addressOf({ id }), body: { capacity, isOpen: true } })
  return kitchen.call('saveMenu', { params: { ...CANTEEN, on, sitting }, body: aMenu(portions) })
}

/** Portions that are ordered, and seats that are taken. */
export const takenOf = async (
  server: TestServer,
  { id }: Pick<Meal, 'id'>,
): Promise<{ seats: number; portions: number }> => {
  const [row] = await server.sql<{ seats: number; portions: number }>(
    `select booked as seats, (select coalesce(sum(ordered), 0)::int from menu_dish where slot_id = slot.id) as portions
     from slot where id = $1`,
    [id],
  )
  if (!row) throw new Error('no sitting')
  return row
}
