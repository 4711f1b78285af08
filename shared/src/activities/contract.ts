import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { ActivityId, BookingId, ChildId, CommunityId, SlotId, WorkItemId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { BOOKING_STATES } from '../scheduling/bookings.ts'
import { slotFields, WaitlistPlace } from '../scheduling/contract.ts'
import { QueueRef } from '../work-queue/item.contract.ts'
import { WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { activityEndpoints } from './endpoints.ts'

/** Days of activities in one answer. */
export const MAX_ACTIVITY_DAYS = 30

const place = { name: z.string(), address: z.string(), phone: z.string() }

/** One date of an activity. */
export const Activity = z
  .object({
    ...slotFields,
    activityId: ActivityId,
    name: z.string(),
    about: z.string(),
    place: z.object(place),
    /** Whole years on the day; null where there is no limit. */
    fromYears: z.int().nullable(),
    belowYears: z.int().nullable(),
    /** A guardian signs a child up; otherwise people sign up themselves. */
    isForChildren: z.boolean(),
    isDemo: z.boolean(),
    /** What the caller and their children have of it. */
    yours: z.array(z.object({ bookingId: BookingId, childId: ChildId.nullable(), state: z.enum(BOOKING_STATES) })),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof Activity>

export const ActivitySignUp = z
  .object({
    id: BookingId,
    communityId: CommunityId,
    slotId: SlotId,
    name: z.string(),
    on: serviceDate,
    startsAt: instant,
    endsAt: instant,
    cutoffAt: instant,
    state: z.enum(BOOKING_STATES),
    childId: ChildId.nullable(),
    childName: z.string().nullable(),
    queue: QueueRef,
    waitlist: WaitlistPlace.nullable(),
    expiresAt: instant.nullable(),
    canCancel: z.boolean(),
  })
  .meta({ id: 'ActivitySignUp' })
export type ActivitySignUp = z.infer<typeof ActivitySignUp>

export const ActivityRoster = z
  .object({
    slotId: SlotId,
    name: z.string(),
    on: serviceDate,
    startsAt: instant,
    endsAt: instant,
    workItem: z.object({ id: WorkItemId, state: z.enum(WORK_ITEM_STATES), receiptNumber: z.string() }).nullable(),
    /** A child by its nickname and whoever signed it up; a grown-up by their name. */
    people: z.array(
      z.object({
        bookingId: BookingId,
        state: z.enum(BOOKING_STATES),
        name: z.string(),
        guardianName: z.string().nullable(),
      }),
    ),
    /** Whether it can still be cancelled, and how many people are told then. */
    canCancel: z.boolean(),
    toTell: z.int().min(0),
    at: instant,
  })
  .meta({ id: 'ActivityRoster' })
export type ActivityRoster = z.infer<typeof ActivityRoster>

const slotParams = z.object({ communityId: CommunityId, slotId: SlotId })
const bookingParams = z.object({ communityId: CommunityId, bookingId: BookingId })
const newSignUp = z.object({
  /** Where children are signed up. */
  childId: ChildId.optional(),
  /** The guardian agrees that the child takes part; where children are signed up. */
  consents: z.boolean().optional(),
})

const SIGN_UP_ERRORS = [
  'unknown_child',
  'consent_missing',
  'activity_not_for_you',
  'other_community',
  'date_in_past',
  'slot_closed',
  'past_cutoff',
  'already_booked',
] as const

export const activityContract = contract(activityEndpoints, {
  listActivities: {
    summary: 'Courses and lessons of the coming days, in the order in which they begin',
    permission: 'anyone',
    delegation: { power: 'read', of: 'activities' },
    params: z.object({ communityId: CommunityId }),
    query: z.object({
      on: serviceDate.optional(),
      days: z.coerce.number<string | number>().int().min(1).max(MAX_ACTIVITY_DAYS).default(14),
    }),
    ok: [200, z.object({ items: z.array(Activity) })],
    errors: [],
  },
  signUpForActivity: {
    summary: "Sign up, oneself or a child of one's own",
    permission: 'booking.own',
    delegation: { power: 'file', of: 'activities' },
    rateLimit: 'write',
    idempotent: true,
    params: slotParams,
    body: newSignUp,
    ok: [201, ActivitySignUp],
    errors: [...SIGN_UP_ERRORS, 'slot_full', 'booking_overlaps', 'hold_expired', 'offer_expired', 'booking_changed'],
  },
  joinActivityWaitlist: {
    summary: 'Wait for a place of a full activity',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'activities' },
    rateLimit: 'write',
    idempotent: true,
    params: slotParams,
    body: newSignUp,
    ok: [201, ActivitySignUp],
    errors: [...SIGN_UP_ERRORS, 'slot_has_seats'],
  },
  cancelActivitySignUp: {
    summary: 'Cancel until the cut-off; the place goes to whoever waits',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'activities' },
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, ActivitySignUp],
    errors: ['past_cutoff', 'booking_changed'],
  },
  getActivityRoster: {
    summary: 'Who comes: only the day before, the day itself and the week after; each child that is read leaves a line',
    permission: 'activity.host',
    delegation: 'nobody',
    params: slotParams,
    ok: [200, ActivityRoster],
    errors: ['date_too_far'],
  },
  checkInActivity: {
    summary: 'They have come',
    permission: 'activity.host',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    body: z.object({ at: instant.optional() }),
    ok: [200, ActivityRoster],
    errors: ['booking_changed', 'booking_not_live', 'day_not_come', 'date_too_far'],
  },
  undoActivityCheckIn: {
    summary: 'It was somebody else',
    permission: 'activity.host',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: bookingParams,
    ok: [200, ActivityRoster],
    errors: ['booking_changed'],
  },
  cancelActivityDate: {
    summary: 'One date does not take place: everybody who has signed up or waits is told',
    permission: 'activity.host',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: slotParams,
    /** How many people are told. */
    ok: [200, z.object({ told: z.int().min(0) })],
    errors: ['date_in_past', 'slot_closed'],
  },
})
