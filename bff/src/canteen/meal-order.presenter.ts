import { findPlace } from '@little-bench/config/places'
import type { MealOrder } from '@little-bench/shared/canteen/contract'
import type { MealPrice } from '@little-bench/shared/canteen/pricing'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingRow, canGiveUp } from '../scheduling/index.ts'
import type { OrderRow } from './meal-order.repository.ts'
import type { MealSlot } from './meal-slot.ts'
import { openOrNull } from './sealed-meal.ts'

type OrderView = z.input<typeof MealOrder>

interface Shown {
  queueId: string
  /** Of a wish; undefined for what was ordered, whose price is kept with it. */
  price: MealPrice | undefined
  waitlist: OrderView['waitlist']
  /** Whose it is, as the family reads it. */
  name: string
  viewer: Viewer
  context: Context
  now: Date
}

const HAS_CODE: readonly BookingState[] = ['booked', 'served', 'no_show']

/** An order for whoever eats it, and for whoever acts for them. */
export const presentOrder = (
  { order, booking, meal }: { order: OrderRow; booking: BookingRow; meal: MealSlot },
  { queueId, price, waitlist, name, viewer, context, now }: Shown,
): OrderView => {
  const { language } = viewer
  const { slot } = meal
  const queueName = context.config().queues.get(queueId)?.name
  return {
    id: order.id,
    communityId: order.community_id,
    canteenId: order.canteen_id,
    canteenName: inLanguage(meal.canteen.name, language),
    slotId: order.slot_id,
    sitting: order.sitting,
    on: order.service_on,
    startsAt: slot.starts_at,
    endsAt: slot.ends_at,
    cutoffAt: slot.cutoff_at,
    state: booking.state,
    queue: { id: queueId, name: queueName ? inLanguage(queueName, language) : queueId },
    dishes: order.lines.map((line) => ({ ...line, name: inLanguage(line.name, language) })),
    fulfilment: order.fulfilment,
    addressName: placeNameOf(order, meal, language),
    door: openOrNull(context.sealer, order.sealed_door, ['meal_order', order.id, 'door']),
    note: openOrNull(context.sealer, order.sealed_note, ['meal_order', order.id, 'note']),
    price: {
      totalCents: price?.totalCents ?? order.total_cents,
      subsidyCents: price?.subsidyCents ?? order.subsidy_cents,
      reasons: (price?.reasons ?? order.reasons).map((reason) => inLanguage(reason, language)),
    },
    payment: order.payment,
    pickUpCode: HAS_CODE.includes(booking.state) ? order.pick_up_code : null,
    forWhom: { name, isYou: viewer.actorId === order.person_id },
    waitlist,
    expiresAt: booking.expires_at,
    canCancel: canGiveUp(booking.state, slot, viewer, now),
  }
}

/** The courtyard as people call it; null unless it is delivered. */
export const placeNameOf = (
  { place_id: placeId }: { place_id: string | null },
  { community }: Pick<MealSlot, 'community'>,
  language: Viewer['language'],
): string | null => {
  if (placeId === null) return null
  return inLanguage((findPlace(community, placeId) ?? community).name, language)
}
