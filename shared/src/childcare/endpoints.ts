import { endpoints } from '../kernel/endpoint.ts'

/** What families do with a childcare centre. */
export const childcareEndpoints = endpoints({
  listChildcareCentres: ['GET', '/api/communities/:communityId/childcare-centres'],
  listChildcareSlots: ['GET', '/api/communities/:communityId/childcare-slots'],
  bookChildcare: ['POST', '/api/communities/:communityId/childcare-bookings'],
  joinChildcareWaitlist: ['POST', '/api/communities/:communityId/childcare-waits'],
  getChildcareBooking: ['GET', '/api/communities/:communityId/childcare-bookings/:bookingId'],
  cancelChildcareBooking: ['DELETE', '/api/communities/:communityId/childcare-bookings/:bookingId'],
  reportAbsence: ['POST', '/api/communities/:communityId/childcare-bookings/:bookingId/absence'],
})

/** What the centre does. */
export const rosterEndpoints = endpoints({
  getDayRoster: ['GET', '/api/communities/:communityId/childcare-centres/:centreId/roster'],
  recordArrival: ['POST', '/api/communities/:communityId/childcare-bookings/:bookingId/arrival'],
  undoArrival: ['DELETE', '/api/communities/:communityId/childcare-bookings/:bookingId/arrival'],
  recordPickUp: ['POST', '/api/communities/:communityId/childcare-bookings/:bookingId/pick-up'],
  undoPickUp: ['DELETE', '/api/communities/:communityId/childcare-bookings/:bookingId/pick-up'],
  closeChildcareDay: ['POST', '/api/communities/:communityId/childcare-centres/:centreId/closed-days'],
})
