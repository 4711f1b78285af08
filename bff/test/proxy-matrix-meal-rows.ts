import { expect } from 'vitest'
import type { Answer } from './client.ts'
import { addressOf, aMeal, CANTEEN, order, orderOf, RAOSAI, sittingOn } from './meals.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'
import type { World } from './proxy-matrix-worlds.ts'

const BREAKFAST = { params: { ...CANTEEN, sitting: 'breakfast' as const } }
const WEEKLY = { weekdays: [1], fulfilment: 'dine_in' as const }

/** A sitting of one's own for each operation: nobody eats twice at one time. */
const mealOn = ({ people }: World, on: string) => sittingOn(people.neighbour, 'lunch', on)
const bodyFor = async (world: World, on: string) => {
  const meal = await mealOn(world, on)
  return { ...addressOf(meal), body: aMeal(meal) }
}
const ordered = async (world: World, on: string) => orderOf(await order(world.principal, await mealOn(world, on)))

/** It is the person's meal, whoever ordered it. */
const isTheirs = ({ body }: Answer): void => expect(body).toMatchObject({ forWhom: { isYou: false } })

export const createMealProxyRows = () =>
  ({
    listCanteens: { input: () => ({ params: RAOSAI }) },
    listSittings: {
      async input(world) {
        await order(world.principal, await sittingOn(world.people.neighbour, 'dinner', '2026-11-27'))
        return { params: RAOSAI, query: { on: '2026-11-27' } }
      },
      shows: ({ text }) => expect(text).toContain('"yours":{"orderId"'),
    },
    quoteMeal: { input: (world) => bodyFor(world, '2026-11-26') },
    orderMeal: { input: (world) => bodyFor(world, '2026-11-26'), shows: isTheirs },
    joinSittingWaitlist: {
      async input(world) {
        const meal = await sittingOn(world.people.neighbour, 'dinner', '2026-11-29')
        await world.people.staff.call('saveSitting', { ...addressOf(meal), body: { capacity: 0, isOpen: true } })
        return { ...addressOf(meal), body: aMeal(meal) }
      },
      shows: isTheirs,
    },
    getMealOrder: { input: (world) => ordered(world, '2026-11-27'), shows: isTheirs },
    cancelMealOrder: {
      input: (world) => ordered(world, '2026-11-28'),
      shows: ({ body }) => expect(body).toMatchObject({ state: 'cancelled' }),
    },
    listStandingOrders: {
      async input({ principal }) {
        await principal.call('saveStandingOrder', { ...BREAKFAST, body: { ...WEEKLY, weekdays: [1], note: '软一点' } })
        return { params: RAOSAI }
      },
      shows: ({ text }) => expect(text).toContain('软一点'),
    },
    saveStandingOrder: {
      input: () => ({ ...BREAKFAST, body: WEEKLY }),
      async shows(_answer, { principal }) {
        const { items } = await principal.call('listStandingOrders', { params: RAOSAI })
        expect(items).toMatchObject([{ weekdays: [1], note: null }])
      },
    },
    endStandingOrder: { input: () => BREAKFAST },
    getAbsenceCheck: { input: () => ({ params: RAOSAI }) },
    saveAbsenceCheck: { input: () => ({ params: RAOSAI, body: { isOn: false } }) },
    saveMenu: IN_PERSON,
    saveSitting: IN_PERSON,
    getKitchenSheet: IN_PERSON,
    getDeliverySheet: IN_PERSON,
    checkInMeal: IN_PERSON,
    undoMealCheckIn: IN_PERSON,
    recordDelivery: IN_PERSON,
    recordPayment: IN_PERSON,
    getDayEndSheet: IN_PERSON,
  }) satisfies Record<string, ProxyRow>
