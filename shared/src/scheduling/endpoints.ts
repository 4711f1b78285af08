import { endpoints } from '../kernel/endpoint.ts'

/** What every booking has, whatever it is for. */
export const schedulingEndpoints = endpoints({
  listMyBookings: ['GET', '/api/my/bookings'],
  holdSlot: ['POST', '/api/communities/:communityId/slots/:slotId/holds'],
  extendHold: ['POST', '/api/communities/:communityId/bookings/:bookingId/extension'],
  releaseHold: ['DELETE', '/api/communities/:communityId/bookings/:bookingId/hold'],
  acceptOffer: ['POST', '/api/communities/:communityId/bookings/:bookingId/acceptance'],
  declineOffer: ['POST', '/api/communities/:communityId/bookings/:bookingId/refusal'],
  leaveWaitlist: ['DELETE', '/api/communities/:communityId/bookings/:bookingId/wait'],
  saveMyCalendarFeed: ['PUT', '/api/my/calendar-feed'],
  endMyCalendarFeed: ['DELETE', '/api/my/calendar-feed'],
  getMyCalendarFeed: ['GET', '/api/calendar-feeds/:token'],
})
