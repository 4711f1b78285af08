import { z } from 'zod'
import { contract } from '../kernel/endpoint.ts'
import { freeText } from '../kernel/free-text.ts'
import { BookingId, CanteenId, CommunityId, DishId, SlotId, WorkItemId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { BOOKING_STATES } from '../scheduling/bookings.ts'
import { WORK_ITEM_STATES } from '../work-queue/lifecycle.ts'
import { MealSitting } from './contract.ts'
import { kitchenEndpoints } from './endpoints.ts'
import { DELIVERY_OUTCOMES, DISH_TAGS, FREE_REASONS, FULFILMENTS, PAYMENT_STATES, SITTINGS } from './meals.ts'

export const MAX_MENU_DISHES = 30

/** One order as the kitchen and the counter of the canteen see it. */
export const KitchenOrder = z
  .object({
    id: BookingId,
    state: z.enum(BOOKING_STATES),
    /** In full: it is called out, and looked up for whoever has no code. */
    name: z.string(),
    pickUpCode: z.string(),
    fulfilment: z.enum(FULFILMENTS),
    dishes: z.array(z.object({ dishId: DishId, name: z.string(), quantity: z.int() })),
    note: z.string().nullable(),
    totalCents: z.int(),
    /** What is paid at the counter. */
    dueCents: z.int(),
    payment: z.enum(PAYMENT_STATES),
    /** Why it is free, in words; null unless it is. */
    paymentReason: z.string().nullable(),
    checkedInAt: instant.nullable(),
    /** Of a delivery. */
    deliveryOutcome: z.enum(DELIVERY_OUTCOMES).nullable(),
  })
  .meta({ id: 'KitchenOrder' })
export type KitchenOrder = z.infer<typeof KitchenOrder>

/** The work item of a batch; null while nobody has ordered. */
const batchItem = z.object({ id: WorkItemId, state: z.enum(WORK_ITEM_STATES), receiptNumber: z.string() }).nullable()

export const KitchenSheet = z
  .object({
    slotId: SlotId,
    canteenId: CanteenId,
    canteenName: z.string(),
    sitting: z.enum(SITTINGS),
    on: serviceDate,
    startsAt: instant,
    endsAt: instant,
    cutoffAt: instant,
    isOpen: z.boolean(),
    capacity: z.int(),
    /** Seats taken, those held and offered among them. */
    booked: z.int(),
    waiting: z.int(),
    workItem: batchItem,
    dishes: z.array(
      z.object({
        id: DishId,
        name: z.string(),
        /** As the kitchen wrote it, in both languages: whoever changes the menu sends it back whole. */
        written: z.object({ zh: z.string(), bo: z.string().optional() }),
        tags: z.array(z.enum(DISH_TAGS)),
        ordered: z.int(),
        portions: z.int(),
      }),
    ),
    /** Portions by what somebody has to know of them: 「软」, 「低盐」. */
    tags: z.array(z.object({ tag: z.enum(DISH_TAGS), portions: z.int() })),
    fulfilments: z.array(z.object({ fulfilment: z.enum(FULFILMENTS), orders: z.int() })),
    /** Within seven days of the sitting, before and after; else nobody is named. */
    orders: z.array(KitchenOrder),
    /** Cancelled, and paid already: the money is to be given back. In the same days. */
    refunds: z.array(KitchenOrder),
    /** The answer is as of then: a sheet that is used without a network says how old it is. */
    at: instant,
  })
  .meta({ id: 'KitchenSheet' })
export type KitchenSheet = z.infer<typeof KitchenSheet>

export const DeliverySheet = z
  .object({
    slotId: SlotId,
    canteenName: z.string(),
    sitting: z.enum(SITTINGS),
    on: serviceDate,
    startsAt: instant,
    workItem: batchItem,
    /** In the order of the round: by grid cell, then by courtyard; empty except within seven days of it. */
    courtyards: z.array(
      z.object({
        placeName: z.string(),
        gridCellName: z.string().nullable(),
        orders: z.array(
          KitchenOrder.extend({
            /** Only on the day of the delivery; null before and after. */
            door: z.string().nullable(),
            phone: z.string().nullable(),
          }),
        ),
      }),
    ),
    at: instant,
  })
  .meta({ id: 'DeliverySheet' })
export type DeliverySheet = z.infer<typeof DeliverySheet>

export const DayEndSheet = z
  .object({
    canteenName: z.string(),
    on: serviceDate,
    sittings: z.array(
      z.object({
        sitting: z.enum(SITTINGS),
        ordered: z.int(),
        served: z.int(),
        missed: z.int(),
        cancelled: z.int(),
        paid: z.int(),
        free: z.int(),
        unpaid: z.int(),
        totalCents: z.int(),
        subsidyCents: z.int(),
        paidCents: z.int(),
        unpaidCents: z.int(),
        /** Paid, and cancelled since: to be given back. */
        refundCents: z.int(),
      }),
    ),
    /** Orders that are free, by why. */
    freeBecause: z.array(z.object({ reason: z.string(), orders: z.int() })),
    at: instant,
  })
  .meta({ id: 'DayEndSheet' })
export type DayEndSheet = z.infer<typeof DayEndSheet>

const sittingParams = z.object({ communityId: CommunityId, slotId: SlotId })
const orderParams = z.object({ communityId: CommunityId, orderId: BookingId })
const canteenParams = z.object({ communityId: CommunityId, canteenId: CanteenId })

/** When it happened, for a desk that was without a network; left out it is now. Never later than now. */
const at = instant.optional()

/** A dish as the kitchen writes it. */
export const NewDish = z.object({
  /** Of a dish that is on it already; left out for a new one. */
  id: DishId.optional(),
  name: z.object({ zh: freeText(30), bo: freeText(60).optional() }),
  tags: z.array(z.enum(DISH_TAGS)).max(DISH_TAGS.length).default([]),
  priceCents: z.int().min(0).max(100_000),
  portions: z.int().min(0).max(5_000),
})
export type NewDish = z.infer<typeof NewDish>

export const CheckIn = z.discriminatedUnion('way', [
  z.object({ way: z.literal('code'), slotId: SlotId, code: z.string().trim().min(1).max(20), at }),
  z.object({ way: z.enum(['name', 'paper']), slotId: SlotId, orderId: BookingId, at }),
])
export type CheckIn = z.infer<typeof CheckIn>

export const kitchenContract = contract(kitchenEndpoints, {
  saveMenu: {
    summary:
      'Write the menu of a sitting; a dish that somebody has ordered is not taken away, and becomes no other dish',
    permission: 'meal.serve',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: canteenParams.extend({ on: serviceDate, sitting: z.enum(SITTINGS) }),
    body: z.object({
      dishes: z.array(NewDish).max(MAX_MENU_DISHES),
    }),
    ok: [200, MealSitting],
    errors: ['date_in_past', 'unknown_dish', 'dish_ordered', 'portions_below_ordered', 'slot_closed'],
  },
  saveSitting: {
    summary: 'Seats of a sitting, or close it: then everybody who has ordered is told',
    permission: 'meal.serve',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: sittingParams,
    body: z.object({ capacity: z.int().min(0).max(5_000), isOpen: z.boolean() }),
    ok: [200, KitchenSheet],
    errors: ['capacity_below_booked', 'date_in_past'],
  },
  getKitchenSheet: {
    summary: 'What to cook and for whom: totals by dish, diet and way, and every order',
    permission: 'meal.serve',
    delegation: 'nobody',
    params: sittingParams,
    ok: [200, KitchenSheet],
    errors: [],
  },
  getDeliverySheet: {
    summary: 'The round of a sitting by courtyard; doors and telephones only on the day, and each read leaves a line',
    permission: 'meal.serve',
    delegation: 'nobody',
    params: sittingParams,
    ok: [200, DeliverySheet],
    errors: [],
  },
  checkInMeal: {
    summary: 'Somebody has come for their meal: by code, by name or from the paper list; twice is once',
    permission: 'meal.serve',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: canteenParams,
    body: CheckIn,
    /** `wasServed`: somebody had checked them in before. */
    ok: [200, z.object({ order: KitchenOrder, wasServed: z.boolean() })],
    errors: [
      'pick_up_code_unknown',
      'code_of_another_canteen',
      'code_of_another_sitting',
      'booking_not_live',
      'booking_changed',
      'not_being_served',
    ],
  },
  undoMealCheckIn: {
    summary: 'It was somebody else',
    permission: 'meal.serve',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: orderParams,
    ok: [200, KitchenOrder],
    errors: ['booking_changed', 'not_being_served'],
  },
  recordDelivery: {
    summary: 'What became of a delivery; a refused one and a closed door become an item of their own',
    permission: 'meal.serve',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: orderParams,
    body: z.object({ outcome: z.enum(DELIVERY_OUTCOMES), at }),
    ok: [200, KitchenOrder],
    errors: ['booking_not_live', 'booking_changed', 'not_being_served'],
  },
  recordPayment: {
    summary: 'Paid at the counter, or free and why, or given back; no money moves through here',
    permission: 'meal.serve',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: orderParams,
    body: z.discriminatedUnion('payment', [
      z.object({ payment: z.enum(['paid', 'unpaid']) }),
      z.object({ payment: z.literal('free'), reason: z.enum(FREE_REASONS).optional() }),
    ]),
    ok: [200, KitchenOrder],
    errors: ['payment_reason_missing', 'booking_not_live'],
  },
  getDayEndSheet: {
    summary: 'What was served, paid and free on a day, for the till and the ledger',
    permission: 'meal.serve',
    delegation: 'nobody',
    params: canteenParams,
    query: z.object({ on: serviceDate }),
    ok: [200, DayEndSheet],
    errors: [],
  },
})
