import type { WriteSender } from '../platform/waiting-writes'
import { rosterApi } from './roster.api'

export const ARRIVAL = 'childcare-arrival'
export const HAND_OVER = 'childcare-hand-over'

/** Tells the server that a child came, and when; a tablet without a network tells it later. */
export const sendArrival: WriteSender = ({ at, body: { communityId = '', bookingId = '' } }, options) =>
  rosterApi.recordArrival({ params: { communityId, bookingId }, body: { at } }, options)

/** Who fetched a child, known to the centre or with a paper: nothing in it needs the network to be checked. */
export const sendHandOver: WriteSender = ({ at, body }, options) => {
  const { communityId = '', bookingId = '', pickUpId = '', way } = body
  return rosterApi.recordPickUp(
    {
      params: { communityId, bookingId },
      body: {
        // Empty for the holder of the account.
        pickUpId: pickUpId === '' ? null : pickUpId,
        way: way === 'known' ? 'known' : 'identity_seen',
        at,
      },
    },
    options,
  )
}
