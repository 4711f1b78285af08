import { endpoints } from '../kernel/endpoint.ts'

/** Courses and weekend lessons: each date of an activity is a slot. */
export const activityEndpoints = endpoints({
  listActivities: ['GET', '/api/communities/:communityId/activities'],
  signUpForActivity: ['POST', '/api/communities/:communityId/activities/:slotId/sign-ups'],
  joinActivityWaitlist: ['POST', '/api/communities/:communityId/activities/:slotId/waits'],
  cancelActivitySignUp: ['DELETE', '/api/communities/:communityId/activity-sign-ups/:bookingId'],
  getActivityRoster: ['GET', '/api/communities/:communityId/activities/:slotId/roster'],
  checkInActivity: ['POST', '/api/communities/:communityId/activity-sign-ups/:bookingId/check-in'],
  undoActivityCheckIn: ['DELETE', '/api/communities/:communityId/activity-sign-ups/:bookingId/check-in'],
  cancelActivityDate: ['POST', '/api/communities/:communityId/activities/:slotId/cancellation'],
})
