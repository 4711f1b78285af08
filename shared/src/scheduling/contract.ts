import { z } from 'zod'
import { contract, fileAnswer } from '../kernel/endpoint.ts'
import { BookingId, ChildId, CommunityId, SlotId } from '../kernel/ids.ts'
import { instant, pageOf, pageQuery, serviceDate } from '../kernel/page.ts'
import { QueueRef } from '../work-queue/item.contract.ts'
import { BOOKING_STATES } from './bookings.ts'
import { schedulingEndpoints } from './endpoints.ts'
import { SLOT_SERVICES } from './slots.ts'

/** Why a slot cannot be booked now; null when it can. */
export const SLOT_REFUSALS = ['slot_closed', 'past_cutoff', 'slot_full'] as const

/** What everybody may know of a slot. */
export const slotFields = {
  id: SlotId,
  on: serviceDate,
  startsAt: instant,
  endsAt: instant,
  /** Until when it can be booked and cancelled. */
  cutoffAt: instant,
  refusal: z.enum(SLOT_REFUSALS).nullable(),
  seatsLeft: z.int().min(0),
  /** How many wait for a seat; never who. */
  waiting: z.int().min(0),
}

/** Where somebody stands on a waitlist and why there. */
export const WaitlistPlace = z
  .object({
    /** 1 for whoever is next. */
    position: z.int().min(1),
    /** Which rule of the published order puts them there, in the caller's language. */
    reason: z.string(),
  })
  .meta({ id: 'WaitlistPlace' })

/** One booking as the person it belongs to, their proxy or the counter sees it. */
export const Booking = z
  .object({
    id: BookingId,
    communityId: CommunityId,
    communityName: z.string(),
    service: z.enum(SLOT_SERVICES),
    state: z.enum(BOOKING_STATES),
    slotId: SlotId,
    on: serviceDate,
    startsAt: instant,
    endsAt: instant,
    cutoffAt: instant,
    /** 「午餐」, 「全天」, 「周末课堂」; in the caller's language. */
    title: z.string(),
    placeName: z.string(),
    /** Dishes, the group, what to bring: one line; null when there is nothing to add. */
    summary: z.string().nullable(),
    /** Whose booking it is, and for which child. */
    forWhom: z.object({ name: z.string(), isYou: z.boolean(), childName: z.string().nullable() }),
    /** Said or shown when they come; null while there is no seat, and when the service has none. */
    code: z.string().nullable(),
    /** While it waits. */
    waitlist: WaitlistPlace.nullable(),
    /** Until when a hold or an offer is kept, or the wait lasts. */
    expiresAt: instant.nullable(),
    queue: QueueRef.nullable(),
    canCancel: z.boolean(),
    canExtend: z.boolean(),
    canAnswerOffer: z.boolean(),
  })
  .meta({ id: 'Booking' })
export type Booking = z.infer<typeof Booking>

const bookingParams = z.object({ communityId: CommunityId, bookingId: BookingId })

export const BOOKING_VIEWS = ['coming', 'past'] as const
export const BOOKING_OWNERS = ['mine', 'family'] as const

export const schedulingContract = contract(schedulingEndpoints, {
  listMyBookings: {
    summary: "Bookings of one's own, or of the family too: those for whom the caller may look. Coming: the next first",
    permission: 'booking.own',
    delegation: { power: 'read' },
    query: z.object({
      ...pageQuery,
      when: z.enum(BOOKING_VIEWS).default('coming'),
      /** `family`: also of everybody who lets the caller look at that service. Acting for somebody it is always theirs alone. */
      whose: z.enum(BOOKING_OWNERS).default('mine'),
    }),
    ok: [200, pageOf(Booking)],
    errors: [],
  },
  holdSlot: {
    summary: 'Keep a seat for ten minutes while the rest is filled in',
    permission: 'booking.own',
    delegation: { power: 'file' },
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, slotId: SlotId }),
    /** For a child of one's own; left out for oneself. */
    body: z.object({ childId: ChildId.optional() }),
    ok: [201, Booking],
    errors: [
      'slot_full',
      'slot_closed',
      'past_cutoff',
      'already_booked',
      'booking_overlaps',
      'other_community',
      'unknown_child',
      'age_outside_band',
      'childcare_not_eligible',
      'activity_not_for_you',
    ],
  },
  extendHold: {
    summary: 'Ten more minutes, half an hour in all',
    permission: 'booking.own',
    delegation: { power: 'file' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, Booking],
    errors: ['hold_expired', 'booking_changed'],
  },
  releaseHold: {
    summary: 'Give a held seat back before its time is up',
    permission: 'booking.own',
    delegation: { power: 'file' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, Booking],
    errors: ['booking_changed'],
  },
  acceptOffer: {
    summary: 'Take the seat that became free',
    permission: 'booking.own',
    delegation: { power: 'manage' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, Booking],
    errors: ['offer_expired', 'booking_changed', 'slot_closed', 'dish_sold_out', 'menu_missing', 'age_outside_band'],
  },
  declineOffer: {
    summary: 'Leave the seat that became free to the next',
    permission: 'booking.own',
    delegation: { power: 'manage' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, Booking],
    errors: ['offer_expired', 'booking_changed'],
  },
  leaveWaitlist: {
    summary: 'Wait no longer',
    permission: 'booking.own',
    delegation: { power: 'manage' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, Booking],
    errors: ['booking_changed'],
  },
  saveMyCalendarFeed: {
    summary: 'A secret address at which a calendar programme finds the coming bookings; a new one ends the old one',
    permission: 'booking.own',
    delegation: 'nobody',
    rateLimit: 'write',
    /** Shown once; the server keeps a hash. */
    ok: [200, z.object({ path: z.string() })],
    errors: [],
  },
  endMyCalendarFeed: {
    summary: 'End the address: it finds nothing any more',
    permission: 'booking.own',
    delegation: 'nobody',
    rateLimit: 'write',
    ok: [200, z.object({ hasEnded: z.boolean() })],
    errors: [],
  },
  getMyCalendarFeed: {
    summary: "The coming bookings as iCalendar (RFC 5545): title, time and place, and nobody's name",
    permission: 'anyone',
    delegation: 'anybody',
    rateLimit: 'code',
    params: z.object({ token: z.string().min(20).max(100) }),
    ok: [200, fileAnswer('text/calendar')],
    errors: [],
  },
})
