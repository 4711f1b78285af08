import type { CanteenConfig, CommunityConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import type { NewMealOrder } from '@little-bench/shared/canteen/contract'
import { type Fulfilment, MAX_DISHES, MAX_PORTIONS } from '@little-bench/shared/canteen/meals'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Portions } from './dish.repository.ts'

/** How somebody gets the meal, and where to. */
export interface CheckedWay {
  fulfilment: Fulfilment
  /** Set exactly when it is delivered. */
  placeId: string | null
  door: string | null
  note: string | null
}

/**
 * The way of an order as the canteen offers it; without an address it goes home.
 * Errors: `fulfilment_not_offered`, `address_missing`, `unknown_place`.
 */
export const checkWay = (
  community: CommunityConfig,
  canteen: Pick<CanteenConfig, 'fulfilments'>,
  asked: Pick<NewMealOrder, 'fulfilment' | 'addressId' | 'door' | 'note'>,
  homePlaceId: string | undefined,
): CheckedWay => {
  const { fulfilment } = asked
  const note = asked.note || null
  if (!canteen.fulfilments.includes(fulfilment)) throw new AppError('fulfilment_not_offered')
  if (fulfilment !== 'delivery') return { fulfilment, placeId: null, door: null, note }
  const placeId = asked.addressId ?? homePlaceId
  if (placeId === undefined) throw new AppError('address_missing')
  if (!findPlace(community, placeId)) throw new AppError('unknown_place')
  return { fulfilment, placeId, door: asked.door || null, note }
}

/** A dish that is named twice is ordered twice. Errors: `portions_out_of_range`. */
export const checkPortions = (dishes: NewMealOrder['dishes']): Portions[] => {
  const quantities = new Map<string, number>()
  for (const { dishId, quantity } of dishes) {
    if (quantity < 1 || quantity > MAX_PORTIONS) throw new AppError('portions_out_of_range')
    quantities.set(dishId, (quantities.get(dishId) ?? 0) + quantity)
  }
  const portions = [...quantities].map(([dishId, quantity]) => ({ dishId, quantity }))
  if (portions.length > MAX_DISHES || portions.some(({ quantity }) => quantity > MAX_PORTIONS)) {
    throw new AppError('portions_out_of_range')
  }
  return portions
}
