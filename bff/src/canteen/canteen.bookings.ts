import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { Notice } from '@little-bench/shared/notifications/notices'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { Database, Trx } from '../platform/db/database.ts'
import {
  type BookingDescription,
  type BookingHandlers,
  type BookingRow,
  findSlotById,
  type Scheduling,
  type SlotRow,
  tellOfBooking,
} from '../scheduling/index.ts'
import { acceptWish } from './accept-wish.ts'
import { askAfterAbsence } from './ask-after-absence.ts'
import { admitEater } from './eater.ts'
import { listMealQueues } from './meal-batches.ts'
import { findOrderById, listOrdersByIds } from './meal-order.repository.ts'
import { mealSlotOf, mealTitle } from './meal-slot.ts'
import { releaseOrder } from './place-order.ts'

const HAS_CODE: readonly BookingState[] = ['booked', 'served', 'no_show']

/** What the canteen knows of its bookings. */
export const createCanteenBookings = (scheduling: Scheduling): BookingHandlers => {
  const tell = (trx: Trx, kind: Notice, booking: BookingRow, slot: SlotRow): Promise<void> => {
    const meal = mealSlotOf(scheduling, slot)
    const details = {
      title: meal ? mealTitle(meal) : '',
      ...(booking.expires_at !== null && { untilAt: booking.expires_at }),
    }
    return tellOfBooking(scheduling, trx, { booking, slot }, { kind, details })
  }
  return {
    resourcesOf: ({ canteens }) =>
      canteens.map(({ id, sittings, calendar, daysAhead }) => ({
        resourceId: id,
        patterns: sittings,
        calendar,
        daysAhead,
      })),
    async admit(trx, slot, { viewer, childId }) {
      const meal = mealSlotOf(scheduling, slot)
      if (!meal) throw new AppError('not_found')
      if (childId !== null) throw new AppError('unknown_child')
      await admitEater(scheduling, trx, viewer, meal.community, slot.service_on)
      return { subjectId: viewer.personId }
    },
    describe: (db, bookings, language) => describeMeals(scheduling, db, bookings, language),
    onOffered: (trx, booking, slot) => tell(trx, 'seat_offered', booking, slot),
    onAccepted: (trx, booking, slot, { now }) => acceptWish(scheduling, trx, booking, slot, now),
    async onExpired(trx, booking, slot, { was }) {
      if (was === 'offered') await tell(trx, 'seat_passed_on', booking, slot)
      if (was === 'waitlisted') await tell(trx, 'wait_ended', booking, slot)
    },
    async onSlotCancelled(trx, booking, slot) {
      const order = await findOrderById(trx, { communityId: booking.community_id, orderId: booking.id })
      if (order) await releaseOrder(trx, order)
      await tell(trx, 'slot_cancelled', booking, slot)
    },
    onMissed: (trx, booking, slot, now) => askAfterAbsence(scheduling, trx, booking, slot, now),
  }
}

/** Meals where all bookings stand in one list: 「午餐」, the canteen, the dishes. */
const describeMeals = async (
  scheduling: Scheduling,
  db: Database,
  bookings: readonly BookingRow[],
  language: Language,
): Promise<Map<string, BookingDescription>> => {
  const described = new Map<string, BookingDescription>()
  for (const [communityId, group] of byCommunity(bookings)) {
    const ids = group.map(({ id }) => id)
    const orders = new Map((await listOrdersByIds(db, communityId, ids)).map((order) => [order.id, order]))
    const slotIds = [...new Set(group.map(({ slot_id: slotId }) => slotId))]
    const slots = await Promise.all(slotIds.map((slotId) => findSlotById(db, { communityId, slotId })))
    const known = new Map(slots.flatMap((slot) => (slot ? [[slot.id, slot] as const] : [])))
    const queues = await listMealQueues(db, communityId, [...known.values()])
    for (const { id, slot_id: slotId, state } of group) {
      const slot = known.get(slotId)
      const meal = slot && mealSlotOf(scheduling, slot)
      const order = orders.get(id)
      if (!meal) continue
      described.set(id, {
        title: inLanguage(SITTING_TEXT[meal.sitting], language),
        placeName: inLanguage(meal.canteen.name, language),
        summary: order
          ? order.lines.map(({ name, quantity }) => `${inLanguage(name, language)}×${quantity}`).join('、')
          : null,
        childName: null,
        code: order && HAS_CODE.includes(state) ? order.pick_up_code : null,
        queueId: queues.get(slotId) ?? null,
      })
    }
  }
  return described
}

const byCommunity = (bookings: readonly BookingRow[]): Map<string, BookingRow[]> => {
  const groups = new Map<string, BookingRow[]>()
  for (const booking of bookings) {
    groups.set(booking.community_id, [...(groups.get(booking.community_id) ?? []), booking])
  }
  return groups
}
