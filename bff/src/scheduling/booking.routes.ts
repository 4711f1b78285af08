import { schedulingContract } from '@little-bench/shared/scheduling/contract'
import { schedulingEndpoints } from '@little-bench/shared/scheduling/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import { endMyCalendarFeed, readCalendarFeed, saveMyCalendarFeed } from './calendar-feed.service.ts'
import { listMyBookings } from './list-bookings.service.ts'
import { holdSlot, moveOwnBooking } from './my-booking.service.ts'
import type { Scheduling } from './scheduling.ts'

/** What every booking has, whatever it is for. */
export const mountBookings = (mount: Mount, scheduling: Scheduling): void =>
  mount(schedulingEndpoints, schedulingContract, {
    listMyBookings: ({ viewer, query }) => listMyBookings(scheduling, viewer, query),
    holdSlot: ({ viewer, params, body, write }) => holdSlot(scheduling, viewer, params, body, write),
    extendHold: ({ viewer, params, write }) => moveOwnBooking(scheduling, viewer, params, 'extendHold', write),
    releaseHold: ({ viewer, params, write }) => moveOwnBooking(scheduling, viewer, params, 'releaseHold', write),
    acceptOffer: ({ viewer, params, write }) => moveOwnBooking(scheduling, viewer, params, 'acceptOffer', write),
    declineOffer: ({ viewer, params, write }) => moveOwnBooking(scheduling, viewer, params, 'declineOffer', write),
    leaveWaitlist: ({ viewer, params, write }) => moveOwnBooking(scheduling, viewer, params, 'leaveWaitlist', write),
    saveMyCalendarFeed: ({ viewer, write }) => saveMyCalendarFeed(scheduling, viewer, write),
    endMyCalendarFeed: ({ viewer, write }) => endMyCalendarFeed(scheduling, viewer, write),
    getMyCalendarFeed: ({ params }) => readCalendarFeed(scheduling, params.token),
  })
