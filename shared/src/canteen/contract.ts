import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeTextOrNone } from '../kernel/free-text.ts'
import { BookingId, CanteenId, CommunityId, DishId, PlaceId, SlotId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { BOOKING_STATES } from '../scheduling/bookings.ts'
import { slotFields, WaitlistPlace } from '../scheduling/contract.ts'
import { QueueRef } from '../work-queue/item.contract.ts'
import { canteenEndpoints } from './endpoints.ts'
import { ABSENCE_CHECKERS, DISH_TAGS, FULFILMENTS, MAX_DISHES, PAYMENT_STATES, SITTINGS } from './meals.ts'

/** Days of sittings in one answer. */
export const MAX_SITTING_DAYS = 14

export const Canteen = z
  .object({
    id: CanteenId,
    name: z.string(),
    /** The courtyard or street, and the telephone for those without a phone of their own. */
    address: z.string(),
    phone: z.string(),
    /** Opening hours in words. */
    hours: z.string(),
    sittings: z.array(z.enum(SITTINGS)),
    fulfilments: z.array(z.enum(FULFILMENTS)),
    deliveryCents: z.int().min(0),
    /** Who eats free and why, one sentence a rule, as it holds today. */
    rules: z.array(z.string()),
    /** Figures or names that are for demonstration only. */
    isDemo: z.boolean(),
  })
  .meta({ id: 'Canteen' })
export type Canteen = z.infer<typeof Canteen>

/** A dish of one sitting. */
export const Dish = z
  .object({
    id: DishId,
    name: z.string(),
    tags: z.array(z.enum(DISH_TAGS)),
    priceCents: z.int().min(0),
    portionsLeft: z.int().min(0),
  })
  .meta({ id: 'Dish' })
export type Dish = z.infer<typeof Dish>

export const MealSitting = z
  .object({
    ...slotFields,
    canteenId: CanteenId,
    sitting: z.enum(SITTINGS),
    /** Empty while the kitchen has not written the menu. */
    dishes: z.array(Dish),
    /** What the caller, or whoever they act for, has of this sitting; null without a session and without a booking. */
    yours: z.object({ orderId: BookingId, state: z.enum(BOOKING_STATES) }).nullable(),
  })
  .meta({ id: 'MealSitting' })
export type MealSitting = z.infer<typeof MealSitting>

export const NewMealOrder = z
  .object({
    /** Any whole number is parsed: how many is too many has its own answer. */
    dishes: z
      .array(z.object({ dishId: DishId, quantity: z.int() }))
      .min(1)
      .max(MAX_DISHES * 2),
    fulfilment: z.enum(FULFILMENTS),
    /** The courtyard to deliver to; without it the one where they are known to live. */
    addressId: PlaceId.optional(),
    /** House, floor, door: kept sealed, shown to whoever delivers and only on the day. */
    door: freeTextOrNone(60).optional(),
    /** What the kitchen should know: 「少油」. */
    note: freeTextOrNone(60).optional(),
  })
  .meta({ id: 'NewMealOrder' })
export type NewMealOrder = z.infer<typeof NewMealOrder>

/** Cents; what is left is paid at the counter, and no money moves through here. */
export const MealPrice = z
  .object({
    totalCents: z.int().min(0),
    subsidyCents: z.int().min(0),
    /** How it came about, in the order in which it is read, in the caller's language. */
    reasons: z.array(z.string()),
  })
  .meta({ id: 'MealPrice' })

export const MealOrder = z
  .object({
    id: BookingId,
    communityId: CommunityId,
    canteenId: CanteenId,
    canteenName: z.string(),
    slotId: SlotId,
    sitting: z.enum(SITTINGS),
    on: serviceDate,
    startsAt: instant,
    endsAt: instant,
    cutoffAt: instant,
    state: z.enum(BOOKING_STATES),
    queue: QueueRef,
    dishes: z.array(z.object({ dishId: DishId, name: z.string(), priceCents: z.int(), quantity: z.int().min(1) })),
    fulfilment: z.enum(FULFILMENTS),
    /** The courtyard; null unless it is delivered. */
    addressName: z.string().nullable(),
    door: z.string().nullable(),
    note: z.string().nullable(),
    /** As it was when it was ordered: no later rule changes it. While it waits for a seat: as it would be now. */
    price: MealPrice,
    payment: z.enum(PAYMENT_STATES),
    /** Six digits, read out or shown on paper; null while it waits for a seat. */
    pickUpCode: z.string().nullable(),
    forWhom: z.object({ name: z.string(), isYou: z.boolean() }),
    waitlist: WaitlistPlace.nullable(),
    /** Until when an offered seat is kept. */
    expiresAt: instant.nullable(),
    canCancel: z.boolean(),
  })
  .meta({ id: 'MealOrder' })
export type MealOrder = z.infer<typeof MealOrder>

export const StandingOrder = z
  .object({
    canteenId: CanteenId,
    canteenName: z.string(),
    sitting: z.enum(SITTINGS),
    /** 0 is Sunday. */
    weekdays: z.array(z.int().min(0).max(6)),
    fulfilment: z.enum(FULFILMENTS),
    addressId: PlaceId.nullable(),
    addressName: z.string().nullable(),
    door: z.string().nullable(),
    note: z.string().nullable(),
    /** The first dish of the menu that has all of these and none of those is ordered. */
    wantedTags: z.array(z.enum(DISH_TAGS)),
    avoidedTags: z.array(z.enum(DISH_TAGS)),
    /** The last day; null until it is ended. */
    until: serviceDate.nullable(),
  })
  .meta({ id: 'StandingOrder' })
export type StandingOrder = z.infer<typeof StandingOrder>

export const NewStandingOrder = z.object({
  weekdays: z.array(z.int().min(0).max(6)).max(7),
  fulfilment: z.enum(FULFILMENTS),
  addressId: PlaceId.optional(),
  door: freeTextOrNone(60).optional(),
  note: freeTextOrNone(60).optional(),
  wantedTags: z.array(z.enum(DISH_TAGS)).max(DISH_TAGS.length).default([]),
  avoidedTags: z.array(z.enum(DISH_TAGS)).max(DISH_TAGS.length).default([]),
  until: serviceDate.optional(),
})
export type NewStandingOrder = z.infer<typeof NewStandingOrder>

/** Whether somebody is asked after when they have twice not come for a meal they had ordered; off until they agree. */
export const AbsenceCheck = z
  .object({
    isOn: z.boolean(),
    /** Whom they want asked; null while it is off. */
    checker: z.enum(ABSENCE_CHECKERS).nullable(),
    consentedAt: instant.nullable(),
    /** Family who can be told: those with a grant for the canteen. */
    hasFamily: z.boolean(),
  })
  .meta({ id: 'AbsenceCheck' })
export type AbsenceCheck = z.infer<typeof AbsenceCheck>

const communityParams = z.object({ communityId: CommunityId })
const sittingParams = z.object({ communityId: CommunityId, slotId: SlotId })
const orderParams = z.object({ communityId: CommunityId, orderId: BookingId })
const standingParams = z.object({ communityId: CommunityId, canteenId: CanteenId, sitting: z.enum(SITTINGS) })

const ORDER_ERRORS = [
  'other_community',
  'date_in_past',
  'menu_missing',
  'unknown_dish',
  'dish_sold_out',
  'portions_out_of_range',
  'fulfilment_not_offered',
  'address_missing',
  'unknown_place',
] as const

export const canteenContract = contract(canteenEndpoints, {
  listCanteens: {
    summary: 'The canteens of a community: where, when, and who eats free',
    permission: 'anyone',
    delegation: 'anybody',
    params: communityParams,
    ok: [200, z.object({ items: z.array(Canteen) })],
    errors: [],
  },
  listSittings: {
    summary: 'Sittings of some days with their dishes and what is left, in the order in which they begin',
    permission: 'anyone',
    delegation: { power: 'read', of: 'canteen' },
    params: communityParams,
    query: z.object({
      /** The first day, Asia/Shanghai; without it today. */
      on: serviceDate.optional(),
      days: z.coerce.number<string | number>().int().min(1).max(MAX_SITTING_DAYS).default(1),
      canteenId: CanteenId.optional(),
    }),
    ok: [200, z.object({ items: z.array(MealSitting) })],
    errors: [],
  },
  quoteMeal: {
    summary: 'What a meal would cost and why; writes nothing',
    permission: 'booking.own',
    delegation: { power: 'file', of: 'canteen' },
    writesNothing: true,
    params: sittingParams,
    body: NewMealOrder,
    ok: [200, MealPrice],
    errors: ORDER_ERRORS,
  },
  orderMeal: {
    summary: 'Order a meal: the seat, the dishes and the price in one step; a seat that is held or offered is taken',
    permission: 'booking.own',
    delegation: { power: 'file', of: 'canteen' },
    rateLimit: 'write',
    idempotent: true,
    params: sittingParams,
    body: NewMealOrder,
    ok: [201, MealOrder],
    errors: [
      ...ORDER_ERRORS,
      'slot_full',
      'slot_closed',
      'past_cutoff',
      'already_booked',
      'booking_overlaps',
      'hold_expired',
      'offer_expired',
      'booking_changed',
    ],
  },
  joinSittingWaitlist: {
    summary: 'Wait for a seat of a full sitting; the order is kept and carried out when a seat is accepted',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'canteen' },
    rateLimit: 'write',
    idempotent: true,
    params: sittingParams,
    body: NewMealOrder,
    ok: [201, MealOrder],
    errors: [...ORDER_ERRORS, 'slot_has_seats', 'slot_closed', 'past_cutoff', 'already_booked'],
  },
  getMealOrder: {
    summary: 'One meal order with its price, its reasons and its code',
    permission: 'booking.own',
    delegation: { power: 'read', of: 'canteen' },
    params: orderParams,
    ok: [200, MealOrder],
    errors: [],
  },
  cancelMealOrder: {
    summary: 'Cancel until the cut-off; the seat and the portions go to others',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'canteen' },
    rateLimit: 'write',
    idempotent: true,
    params: orderParams,
    ok: [200, MealOrder],
    errors: ['past_cutoff', 'booking_changed'],
  },
  listStandingOrders: {
    summary: 'Meals that are ordered by themselves on fixed weekdays',
    permission: 'booking.own',
    delegation: { power: 'read', of: 'canteen' },
    params: communityParams,
    ok: [200, z.object({ items: z.array(StandingOrder) })],
    errors: [],
  },
  saveStandingOrder: {
    summary: 'Order a sitting on fixed weekdays until told otherwise; each meal can still be cancelled on its own',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'canteen' },
    rateLimit: 'write',
    idempotent: true,
    params: standingParams,
    body: NewStandingOrder,
    ok: [200, StandingOrder],
    errors: [
      'other_community',
      'standing_order_empty',
      'date_in_past',
      'fulfilment_not_offered',
      'address_missing',
      'unknown_place',
    ],
  },
  endStandingOrder: {
    summary: 'Order no more by itself; what is ordered already stays',
    permission: 'booking.own',
    delegation: { power: 'manage', of: 'canteen' },
    rateLimit: 'write',
    idempotent: true,
    params: standingParams,
    ok: [200, z.object({ hasEnded: z.boolean() })],
    errors: [],
  },
  getAbsenceCheck: {
    summary: 'Whether somebody is asked after when they twice do not come for a meal',
    permission: 'booking.own',
    delegation: { power: 'read', of: 'canteen' },
    params: communityParams,
    ok: [200, AbsenceCheck],
    errors: [],
  },
  saveAbsenceCheck: {
    summary: 'Agree to it or take it back; only the person, or staff beside them',
    permission: 'booking.own',
    delegation: 'counter',
    rateLimit: 'write',
    idempotent: true,
    params: communityParams,
    body: z.discriminatedUnion('isOn', [
      z.object({ isOn: z.literal(true), checker: z.enum(ABSENCE_CHECKERS), consents: z.boolean() }),
      z.object({ isOn: z.literal(false) }),
    ]),
    ok: [200, AbsenceCheck],
    errors: ['consent_missing'],
  },
})
