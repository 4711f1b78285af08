import { addPerson } from './factories.ts'
import { addressOf, CANTEEN, kitchenOf, type Meal, type MealOrder, order, RAOSAI, sittingOn } from './meals.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'

/** Who serves in the canteens of 绕赛. */
export const SERVING = ['kitchen', 'community staff']
/** Somebody who eats today and has it brought: a whole name is for whoever calls it out. */
const DINER = '示范食客全名丁'
const OWN = { door: 'MARK-OWN-DOOR', note: 'MARK-OWN-NOTE' }
const DINERS = { door: 'MARK-DINER-DOOR', note: 'MARK-DINER-NOTE' }
const BROUGHT = { fulfilment: 'delivery', addressId: 'raosai-small-square' } as const

export interface PlantedMeals {
  own: MealOrder
  diners: MealOrder
  /** Today’s, whose round shows its doors; one for the kitchen to change; one that is full. */
  today: Meal
  changed: Meal
  full: Meal
  ownWords: string[]
  kitchenWords: string[]
  doorWords: string[]
  words: string[]
}

/** An order of the reporter’s for another day, and one of somebody else’s for today. */
export const plantMeals = async (server: TestServer, people: Callers): Promise<PlantedMeals> => {
  const [reporter, kitchen] = [await people.as('reporter'), await kitchenOf(server)]
  const diner = await server.signIn(await addPerson(server, 'resident', RAOSAI, { name: DINER }))
  // Only demonstration people can sign in as yet, and they are listed for everybody.
  await server.sql('update person set is_demo = false where id = $1', [diner.personId])
  const today = await sittingOn(diner, 'dinner', '2026-11-23')
  const own = await order(reporter, await sittingOn(reporter, 'lunch', '2026-11-24'), { ...BROUGHT, ...OWN })
  const diners = await order(diner, today, { ...BROUGHT, ...DINERS })
  // The kitchen is at it: nothing is handed out hours before a sitting.
  await server.sql('update slot set starts_at = $2 where id = $1', [today.id, server.clock.now()])
  const [changed, full] = [
    await sittingOn(kitchen, 'dinner', '2026-11-28'),
    await sittingOn(kitchen, 'dinner', '2026-11-29'),
  ]
  await kitchen.call('saveSitting', { ...addressOf(full), body: { capacity: 0, isOpen: true } })
  const body = { ...BROUGHT, weekdays: [3], ...OWN }
  await reporter.call('saveStandingOrder', { params: { ...CANTEEN, sitting: 'breakfast' }, body })
  const code = async ({ id }: MealOrder, mark: string) => {
    // Six digits are found in any address: what stands for them is not.
    await server.sql('update meal_order set pick_up_code = $2 where id = $1', [id, mark])
    return mark
  }
  const ownWords = [own.id, OWN.door, OWN.note, await code(own, 'MARK-OWN-CODE')]
  const kitchenWords = [diners.id, DINER, DINERS.note, await code(diners, 'MARK-DINER-CODE')]
  const doorWords = [DINERS.door]
  const words = [...ownWords, ...kitchenWords, ...doorWords]
  return { own, diners, today, changed, full, ownWords, kitchenWords, doorWords, words }
}

/** The secret address of somebody's calendar is the right to read it, whoever has it. */
export const mealWordsFor = (name: string, meals: PlantedMeals, operation: string): readonly string[] => {
  if (operation === 'getMyCalendarFeed') return [meals.own.id]
  if (SERVING.includes(name)) return [...meals.kitchenWords, ...meals.doorWords]
  return name === 'reporter' ? meals.ownWords : []
}
