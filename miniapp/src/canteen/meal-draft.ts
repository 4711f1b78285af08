import type { Canteen, Dish, MealSitting } from './canteen.api'
import type { MealOrder, NewMeal } from './meal.api'

type Fulfilment = NewMeal['fulfilment']

/** What somebody has chosen so far, as the phone keeps it: dishes are `id:quantity` in one text. */
export const EMPTY_MEAL = {
  dishes: '',
  fulfilment: null as string | null,
  addressId: null as string | null,
  door: '',
  note: '',
}
export type MealFields = typeof EMPTY_MEAL

export interface ChosenDish {
  dishId: string
  quantity: number
}

export const dishesOf = ({ dishes }: MealFields): ChosenDish[] =>
  dishes
    .split(',')
    .map((each) => each.split(':'))
    .filter(([dishId, quantity]) => dishId && Number(quantity) > 0)
    .map(([dishId = '', quantity]) => ({ dishId, quantity: Number(quantity) }))

/** So many of one dish; zero takes it away. */
export const withDish = (fields: MealFields, dishId: string, quantity: number): string =>
  dishWords(
    dishesOf(fields)
      .filter((chosen) => chosen.dishId !== dishId)
      .concat(quantity > 0 ? { dishId, quantity } : []),
  )

export const dishWords = (dishes: readonly ChosenDish[]): string =>
  dishes.map(({ dishId, quantity }) => `${dishId}:${quantity}`).join(',')

/** The chosen dishes that are still on the menu, with their names. */
export const onMenu = (fields: MealFields, sitting: MealSitting): (Dish & { quantity: number })[] =>
  dishesOf(fields).flatMap(({ dishId, quantity }) => {
    const dish = sitting.dishes.find(({ id }) => id === dishId)
    return dish ? [{ ...dish, quantity }] : []
  })

/** The way that was chosen, or the only one there is. */
export const fulfilmentOf = (fields: MealFields, { fulfilments }: Canteen): Fulfilment | undefined =>
  fulfilments.find((each) => each === fields.fulfilment) ?? (fulfilments.length === 1 ? fulfilments[0] : undefined)

export type MealPart = 'dishes' | 'fulfilment' | 'address' | 'door'

interface ReadMeal {
  fields: MealFields
  canteen: Canteen
  sitting: MealSitting
}

/** What is missing before it can be sent, in the order of the page. */
export const missingOf = ({ fields, canteen, sitting }: ReadMeal): MealPart[] => {
  const fulfilment = fulfilmentOf(fields, canteen)
  const isDelivery = fulfilment === 'delivery'
  return [
    ...(onMenu(fields, sitting).length === 0 ? (['dishes'] as const) : []),
    ...(fulfilment === undefined ? (['fulfilment'] as const) : []),
    ...(isDelivery && fields.addressId === null ? (['address'] as const) : []),
    ...(isDelivery && fields.door.trim() === '' ? (['door'] as const) : []),
  ]
}

/** As the contract takes it; undefined while something is missing. */
export const mealOf = (read: ReadMeal): NewMeal | undefined => {
  const fulfilment = fulfilmentOf(read.fields, read.canteen)
  if (fulfilment === undefined || missingOf(read).length > 0) return undefined
  const { addressId, door, note } = read.fields
  return {
    dishes: onMenu(read.fields, read.sitting).map(({ id, quantity }) => ({ dishId: id, quantity })),
    fulfilment,
    ...(fulfilment === 'delivery' && addressId !== null ? { addressId, door: door.trim() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}

/** What somebody had the last time, found on another menu by the names of the dishes. */
export interface SameMeal {
  sitting: MealSitting
  fields: MealFields
  dishes: { name: string; quantity: number }[]
  /** Names that are not on the menu, or no longer in that number. */
  gone: string[]
}

/** The next meal of the same sitting that can be ordered and has at least one of those dishes. */
export const sameAsLast = (
  last: MealOrder,
  sittings: readonly MealSitting[],
  places: readonly { id: string; name: string }[],
): SameMeal | undefined => {
  const open = sittings.filter(
    (sitting) =>
      sitting.canteenId === last.canteenId &&
      sitting.sitting === last.sitting &&
      sitting.refusal === null &&
      (sitting.yours === null || sitting.yours.state === 'held'),
  )
  for (const sitting of open) {
    const found = last.dishes.map(({ name, quantity }) => ({
      name,
      quantity,
      dish: sitting.dishes.find((dish) => dish.name === name && dish.portionsLeft >= quantity),
    }))
    const there = found.flatMap(({ name, quantity, dish }) => (dish ? [{ name, quantity, dishId: dish.id }] : []))
    if (there.length === 0) continue
    return {
      sitting,
      fields: { ...EMPTY_MEAL, dishes: dishWords(there), fulfilment: last.fulfilment, ...whereto(last, places) },
      dishes: there.map(({ name, quantity }) => ({ name, quantity })),
      gone: found.filter(({ dish }) => !dish).map(({ name }) => name),
    }
  }
  return undefined
}

/** An order names its courtyard in words. */
const whereto = ({ addressName, door, note }: MealOrder, places: readonly { id: string; name: string }[]) => ({
  addressId: places.find(({ name }) => name === addressName)?.id ?? null,
  door: door ?? '',
  note: note ?? '',
})
