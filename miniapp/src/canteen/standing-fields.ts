import { DISH_TAGS, type DishTag, FULFILMENTS, type Sitting } from '@little-bench/shared/canteen/meals'
import type { StandingOrder, StandingWish } from './standing.api'

/** A standing order as somebody writes it; lists are words with commas, as the phone keeps them. */
export const EMPTY_STANDING = {
  /** `canteenId/sitting`. */
  meal: null as string | null,
  weekdays: '',
  fulfilment: null as string | null,
  addressId: null as string | null,
  door: '',
  note: '',
  wanted: '',
  avoided: '',
  until: '',
}
export type StandingFields = typeof EMPTY_STANDING

export const mealKey = (canteenId: string, sitting: Sitting): string => `${canteenId}/${sitting}`

export const listOf = (words: string): string[] => words.split(',').filter((each) => each !== '')

const tagsOf = (words: string): DishTag[] => DISH_TAGS.filter((tag) => listOf(words).includes(tag))

/** What is there already, for somebody to change. */
export const fieldsOf = (order: StandingOrder): StandingFields => ({
  meal: mealKey(order.canteenId, order.sitting),
  weekdays: order.weekdays.join(','),
  fulfilment: order.fulfilment,
  addressId: order.addressId,
  door: order.door ?? '',
  note: order.note ?? '',
  wanted: order.wantedTags.join(','),
  avoided: order.avoidedTags.join(','),
  until: order.until ?? '',
})

export type StandingPart = 'meal' | 'weekdays' | 'fulfilment' | 'address' | 'door'

export const missingIn = (fields: StandingFields): StandingPart[] => {
  const isDelivery = fields.fulfilment === 'delivery'
  return [
    ...(fields.meal === null ? (['meal'] as const) : []),
    ...(fields.weekdays === '' ? (['weekdays'] as const) : []),
    ...(fields.fulfilment === null ? (['fulfilment'] as const) : []),
    ...(isDelivery && fields.addressId === null ? (['address'] as const) : []),
    ...(isDelivery && fields.door.trim() === '' ? (['door'] as const) : []),
  ]
}

/** As the contract takes it; undefined while something is missing. */
export const wishOf = (fields: StandingFields): StandingWish | undefined => {
  const fulfilment = FULFILMENTS.find((each) => each === fields.fulfilment)
  if (!fulfilment || missingIn(fields).length > 0) return undefined
  const { addressId, door, note, until } = fields
  return {
    weekdays: listOf(fields.weekdays).map(Number),
    fulfilment,
    ...(fulfilment === 'delivery' && addressId !== null ? { addressId, door: door.trim() } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
    wantedTags: tagsOf(fields.wanted),
    avoidedTags: tagsOf(fields.avoided),
    ...(until === '' ? {} : { until }),
  }
}
