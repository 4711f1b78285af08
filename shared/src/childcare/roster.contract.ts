import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { BookingId, CentreId, ChildcareGroupId, CommunityId, PickUpId, WorkItemId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { PICK_UP_RELATIONS } from '../people/children.ts'
import { BOOKING_STATES } from '../scheduling/bookings.ts'
import { WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { AGE_BAND_IDS } from './age-bands.ts'
import { rosterEndpoints } from './endpoints.ts'
import { ABSENCE_REASONS, CHILDCARE_SESSIONS, PICK_UP_WAYS } from './sessions.ts'

/** A child of the day as those see it who look after it. */
export const RosterChild = z
  .object({
    bookingId: BookingId,
    state: z.enum(BOOKING_STATES),
    session: z.enum(CHILDCARE_SESSIONS),
    startsAt: instant,
    endsAt: instant,
    nickname: z.string(),
    ageMonths: z.int(),
    /** Null when there are none, and on other days than today and the next. */
    allergies: z.string().nullable(),
    note: z.string().nullable(),
    /** Who may fetch it, the holder of the account first; only today. */
    pickUps: z.array(
      z.object({
        /** Null for the holder of the account. */
        id: PickUpId.nullable(),
        name: z.string(),
        relation: z.enum(PICK_UP_RELATIONS).nullable(),
        phone: z.string().nullable(),
      }),
    ),
    absence: z.enum(ABSENCE_REASONS).nullable(),
    arrivedAt: instant.nullable(),
    pickedUpAt: instant.nullable(),
    pickedUpBy: z.string().nullable(),
    pickUpWay: z.enum(PICK_UP_WAYS).nullable(),
  })
  .meta({ id: 'RosterChild' })
export type RosterChild = z.infer<typeof RosterChild>

export const DayRoster = z
  .object({
    centreId: CentreId,
    centreName: z.string(),
    on: serviceDate,
    workItem: z.object({ id: WorkItemId, state: z.enum(WORK_ITEM_STATES), receiptNumber: z.string() }).nullable(),
    groups: z.array(
      z.object({
        id: ChildcareGroupId,
        name: z.string(),
        bandId: z.enum(AGE_BAND_IDS),
        carers: z.int(),
        seats: z.int(),
        children: z.array(RosterChild),
      }),
    ),
    /** Whether it can still be closed, and how many people are told then. */
    canClose: z.boolean(),
    toTell: z.int().min(0),
    at: instant,
  })
  .meta({ id: 'DayRoster' })
export type DayRoster = z.infer<typeof DayRoster>

const bookingParams = z.object({ communityId: CommunityId, bookingId: BookingId })

/** When it happened, for a tablet that was without a network; left out it is now. Never later than now. */
const at = instant.optional()

export const rosterContract = contract(rosterEndpoints, {
  getDayRoster: {
    summary: 'The children of a day by group: only those who are booked; each child that is read leaves a line',
    permission: 'child.care',
    delegation: 'nobody',
    params: z.object({ communityId: CommunityId, centreId: CentreId }),
    /** Today and the seven days before and after; without a day it is today. */
    query: z.object({ on: serviceDate.optional() }),
    ok: [200, DayRoster],
    errors: ['date_too_far', 'date_in_past'],
  },
  recordArrival: {
    summary: 'The child is here; the family is told',
    permission: 'child.care',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    body: z.object({ at }),
    ok: [200, RosterChild],
    errors: ['booking_changed', 'booking_not_live', 'day_not_come', 'age_outside_band'],
  },
  undoArrival: {
    summary: 'It was another child; the family is told',
    permission: 'child.care',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, RosterChild],
    errors: ['booking_changed'],
  },
  recordPickUp: {
    summary: 'Handed over to somebody on the list, and to nobody else; the family is told',
    permission: 'child.care',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    body: z.object({
      /** Null for the holder of the account. An id that is not on this child's list is refused. */
      pickUpId: PickUpId.nullable(),
      way: z.enum(PICK_UP_WAYS),
      /** For `code`. */
      code: z.string().trim().max(20).optional(),
      at,
    }),
    ok: [200, RosterChild],
    errors: ['not_arrived', 'pick_up_not_listed', 'pick_up_code_wrong', 'booking_changed'],
  },
  undoPickUp: {
    summary: 'The child is still here; the family is told',
    permission: 'child.care',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, RosterChild],
    errors: ['booking_changed'],
  },
  closeChildcareDay: {
    summary: 'The centre does not open on a day: everybody who comes or waits is told',
    permission: 'child.care',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: z.object({ communityId: CommunityId, centreId: CentreId }),
    body: z.object({ on: serviceDate }),
    /** How many people are told. */
    ok: [200, z.object({ told: z.int().min(0) })],
    errors: ['date_in_past', 'date_too_far', 'slot_closed'],
  },
})
