import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeTextOrNone } from '../kernel/free-text.ts'
import { BookingId, CentreId, ChildcareGroupId, ChildId, CommunityId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { BOOKING_STATES } from '../scheduling/bookings.ts'
import { slotFields, WaitlistPlace } from '../scheduling/contract.ts'
import { QueueRef } from '../work-queue/item.contract.ts'
import { AGE_BAND_IDS } from './age-bands.ts'
import { childcareEndpoints } from './endpoints.ts'
import { ABSENCE_REASONS, CHILDCARE_SESSIONS, MAX_SIBLINGS } from './sessions.ts'

/** Days of slots in one answer. */
export const MAX_CHILDCARE_DAYS = 14

export const ChildcareCentre = z
  .object({
    id: CentreId,
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    hours: z.string(),
    groups: z.array(
      z.object({
        id: ChildcareGroupId,
        name: z.string(),
        bandId: z.enum(AGE_BAND_IDS),
        /** Whole months on the day: from, and below. */
        fromMonths: z.int(),
        belowMonths: z.int(),
        carers: z.int(),
        /** As many as the size of the group and its carers allow. */
        seats: z.int(),
      }),
    ),
    sessions: z.array(z.enum(CHILDCARE_SESSIONS)),
    /** Who may come, one sentence a rule; and the published order of the waitlist. */
    rules: z.array(z.string()),
    waitlistOrder: z.array(z.string()),
    isDemo: z.boolean(),
  })
  .meta({ id: 'ChildcareCentre' })
export type ChildcareCentre = z.infer<typeof ChildcareCentre>

export const ChildcareSlot = z
  .object({
    ...slotFields,
    centreId: CentreId,
    groupId: ChildcareGroupId,
    groupName: z.string(),
    bandId: z.enum(AGE_BAND_IDS),
    session: z.enum(CHILDCARE_SESSIONS),
    /** The children asked about who are in this group on this day, and what they have of the slot. */
    children: z.array(
      z.object({ childId: ChildId, bookingId: BookingId.nullable(), state: z.enum(BOOKING_STATES).nullable() }),
    ),
  })
  .meta({ id: 'ChildcareSlot' })
export type ChildcareSlot = z.infer<typeof ChildcareSlot>

export const ChildcareBooking = z
  .object({
    id: BookingId,
    communityId: CommunityId,
    centreId: CentreId,
    centreName: z.string(),
    groupName: z.string(),
    session: z.enum(CHILDCARE_SESSIONS),
    on: serviceDate,
    startsAt: instant,
    endsAt: instant,
    cutoffAt: instant,
    state: z.enum(BOOKING_STATES),
    childId: ChildId,
    childName: z.string(),
    queue: QueueRef,
    /** Said by whoever fetches the child; six digits of this day only. Null without a seat, and to staff at the counter. */
    pickUpCode: z.string().nullable(),
    waitlist: WaitlistPlace.nullable(),
    expiresAt: instant.nullable(),
    absence: z.enum(ABSENCE_REASONS).nullable(),
    arrivedAt: instant.nullable(),
    pickedUpAt: instant.nullable(),
    /** Who fetched the child, as the family wrote them down. */
    pickedUpBy: z.string().nullable(),
    canCancel: z.boolean(),
    /** After the cut-off, until the day ends. */
    canReportAbsence: z.boolean(),
  })
  .meta({ id: 'ChildcareBooking' })
export type ChildcareBooking = z.infer<typeof ChildcareBooking>

const communityParams = z.object({ communityId: CommunityId })
const bookingParams = z.object({ communityId: CommunityId, bookingId: BookingId })

/** The group of each child follows from its age on the day. */
export const NewChildcareBooking = z
  .object({
    childIds: z.array(ChildId).min(1).max(MAX_SIBLINGS),
    centreId: CentreId,
    on: serviceDate,
    session: z.enum(CHILDCARE_SESSIONS),
    /** For the centre: 「午睡要抱着」. */
    note: freeTextOrNone(60).optional(),
  })
  .meta({ id: 'NewChildcareBooking' })
export type NewChildcareBooking = z.infer<typeof NewChildcareBooking>

const BOOKING_ERRORS = [
  'unknown_child',
  'age_outside_band',
  'childcare_not_eligible',
  'other_community',
  'date_in_past',
  'date_too_far',
  'slot_closed',
  'past_cutoff',
  'already_booked',
  'siblings_not_together',
] as const

export const childcareContract = contract(childcareEndpoints, {
  listChildcareCentres: {
    summary: 'The centres of a community with their groups, their rules and the order of the waitlist',
    permission: 'anyone',
    delegation: 'anybody',
    params: communityParams,
    ok: [200, z.object({ items: z.array(ChildcareCentre) })],
    errors: [],
  },
  listChildcareSlots: {
    summary: "Places of some days; for one's own children those of the group that each is in on that day",
    permission: 'anyone',
    delegation: { power: 'read', of: 'childcare' },
    params: communityParams,
    query: z.object({
      on: serviceDate.optional(),
      days: z.coerce.number<string | number>().int().min(1).max(MAX_CHILDCARE_DAYS).default(1),
      centreId: CentreId.optional(),
      /** Only where one of one's own children fits; needs a session. */
      forMyChildren: z.enum(['yes', 'no']).default('no'),
    }),
    ok: [200, z.object({ items: z.array(ChildcareSlot) })],
    errors: [],
  },
  bookChildcare: {
    summary: 'Book a session for one child or several: all of them or none',
    permission: 'booking.own',
    delegation: { power: 'file', of: 'childcare' },
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: NewChildcareBooking,
    ok: [201, z.object({ bookings: z.array(ChildcareBooking), queue: QueueRef })],
    errors: [...BOOKING_ERRORS, 'slot_full', 'booking_overlaps', 'hold_expired', 'offer_expired', 'booking_changed'],
  },
  joinChildcareWaitlist: {
    summary: 'Wait for a place, each child in its group; position and reason are shown',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'childcare' },
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: NewChildcareBooking,
    ok: [201, z.object({ bookings: z.array(ChildcareBooking), queue: QueueRef })],
    errors: [...BOOKING_ERRORS, 'slot_has_seats'],
  },
  getChildcareBooking: {
    summary: 'One booking with its code, and when the child came and was fetched',
    permission: 'booking.own',
    delegation: { power: 'read', of: 'childcare' },
    params: bookingParams,
    ok: [200, ChildcareBooking],
    errors: [],
  },
  cancelChildcareBooking: {
    summary: 'Cancel until the cut-off; the place goes to whoever waits',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'childcare' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, ChildcareBooking],
    errors: ['past_cutoff', 'booking_changed'],
  },
  reportAbsence: {
    summary: 'After the cut-off: the child does not come, so that nobody waits for it',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'childcare' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    body: z.object({ reason: z.enum(ABSENCE_REASONS) }),
    ok: [200, ChildcareBooking],
    errors: ['booking_changed', 'date_in_past'],
  },
})
