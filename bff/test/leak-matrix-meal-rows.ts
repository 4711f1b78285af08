import type { Client, Loose } from './client.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import { SERVING } from './leak-matrix-meals.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'
import { addressOf, aMeal, aMenu, CANTEEN, order, orderOf, RAOSAI, sittingOn } from './meals.ts'

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere']
/** Whoever may eat there. */
const EATERS = ['reporter', 'neighbour']
const only =
  (names: readonly string[], ...marks: string[]) =>
  (name: string): Marks =>
    names.includes(name) ? marks : undefined

/** What somebody eats is theirs: the kitchen reads it on its own sheets, and nothing here. */
export const createMealRows = ({ people, meals }: LeakItems) => {
  const { own, ownWords, full } = meals
  const toReporter = only(['reporter'], ...ownWords)
  const aLunch = async (): Promise<Loose> => {
    const meal = await sittingOn(await people.as('neighbour'), 'lunch', '2026-11-25')
    return { ...addressOf(meal), body: aMeal(meal) }
  }
  /** An order that can still be cancelled, for the one who may. */
  const cancellable = async (caller: Client, name: string): Promise<Loose> =>
    orderOf(name === 'reporter' ? await order(caller, await sittingOn(caller, 'dinner', '2026-11-26')) : own)
  return {
    listCanteens: { input: () => ({ params: RAOSAI }) },
    listSittings: {
      input: () => ({ params: RAOSAI, query: { on: '2026-11-24', days: 2 } }),
      sees: only(['reporter'], own.id),
    },
    quoteMeal: { input: aLunch, sees: only(EATERS) },
    orderMeal: { input: aLunch, sees: only(EATERS) },
    joinSittingWaitlist: { input: () => ({ ...addressOf(full), body: aMeal(full) }), sees: only(EATERS) },
    getMealOrder: { input: () => orderOf(own), sees: toReporter },
    cancelMealOrder: { input: cancellable, sees: only(['reporter']) },
    listStandingOrders: {
      input: () => ({ params: RAOSAI }),
      sees: (name) => (name === 'reporter' ? ['MARK-OWN-DOOR', 'MARK-OWN-NOTE'] : only(RESIDENTS)(name)),
    },
    saveStandingOrder: {
      input: () => ({ params: { ...CANTEEN, sitting: 'dinner' }, body: { weekdays: [2], fulfilment: 'pick_up' } }),
      sees: only(EATERS),
    },
    endStandingOrder: { input: () => ({ params: { ...CANTEEN, sitting: 'dinner' } }), sees: only(RESIDENTS) },
    getAbsenceCheck: { input: () => ({ params: RAOSAI }), sees: only(RESIDENTS) },
    saveAbsenceCheck: { input: () => ({ params: RAOSAI, body: { isOn: false } }), sees: only(RESIDENTS) },
  } satisfies Record<string, Row | readonly Row[]>
}

/** Whole names and notes are for whoever serves in that community, doors for its round on the day. */
export const createKitchenRows = ({ people, meals }: LeakItems) => {
  const { diners, today, changed, kitchenWords, doorWords } = meals
  const serving = only(SERVING, ...kitchenWords)
  const byName = { params: CANTEEN, body: { way: 'name', slotId: today.id, orderId: diners.id } }
  const kitchen = () => people.as('kitchen')
  return {
    saveMenu: {
      input: () => ({ params: { ...CANTEEN, on: changed.on, sitting: changed.sitting }, body: aMenu(9) }),
      sees: only(SERVING),
    },
    saveSitting: {
      input: () => ({ ...addressOf(changed), body: { capacity: 9, isOpen: true } }),
      sees: only(SERVING),
    },
    getKitchenSheet: { input: () => addressOf(today), sees: serving },
    getDeliverySheet: { input: () => addressOf(today), sees: only(SERVING, ...kitchenWords, ...doorWords) },
    checkInMeal: { input: () => byName, sees: serving },
    undoMealCheckIn: {
      async input() {
        await (await kitchen()).attempt('checkInMeal', byName)
        return orderOf(diners)
      },
      sees: serving,
    },
    recordDelivery: { input: () => ({ ...orderOf(diners), body: { outcome: 'delivered' } }), sees: serving },
    recordPayment: { input: () => ({ ...orderOf(diners), body: { payment: 'paid' } }), sees: serving },
    getDayEndSheet: { input: () => ({ params: CANTEEN, query: { on: today.on } }), sees: only(SERVING) },
  } satisfies Record<string, Row | readonly Row[]>
}
