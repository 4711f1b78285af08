import type { WriteSender } from '../platform/waiting-writes'
import { kitchenApi } from './kitchen.api'

export const CHECK_IN = 'meal-check-in'

/** Tells the server who came and when; a desk without a network tells it later. */
export const sendCheckIn: WriteSender = ({ at, body }, options) => {
  const { communityId = '', canteenId = '', slotId = '', orderId = '', code = '', way } = body
  const params = { communityId, canteenId }
  return kitchenApi.checkInMeal(
    {
      params,
      body:
        way === 'code'
          ? { way: 'code', slotId, code, at }
          : { way: way === 'paper' ? 'paper' : 'name', slotId, orderId, at },
    },
    options,
  )
}
