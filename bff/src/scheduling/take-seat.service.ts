import { AppError } from '@little-bench/shared/kernel/errors'
import { HOLD_MINUTES } from '@little-bench/shared/scheduling/bookings'
import type { WaitlistReason } from '@little-bench/shared/scheduling/waitlist'
import type { Trx } from '../platform/db/database.ts'
import {
  type BookingRow,
  hasLiveBooking,
  insertBookingEvent,
  insertSeatedBooking,
  insertWaitingBooking,
  type NewBooking,
} from './booking.repository.ts'
import { expireSeats } from './expire.service.ts'
import { listLiveBookingsOf } from './read-bookings.repository.ts'
import type { Scheduling } from './scheduling.ts'
import { refusalOf } from './seat-refusal.ts'
import { findSlotById, lockSlotById, type SlotAddress, type SlotRow } from './slot.repository.ts'

/** Who asks, and whose hand it is; null for a standing order that a time carries out. */
export type Asking = Omit<NewBooking, 'filedById'> & { actorId: string | null }

const bookingOf = ({ actorId, ...asking }: Asking): NewBooking => ({
  ...asking,
  filedById: actorId === asking.personId ? null : actorId,
})

/**
 * Takes a seat, for residents and staff alike: booked at once, or held for ten minutes while somebody fills in the rest.
 * Errors: `not_found`, `slot_closed`, `past_cutoff`, `slot_full`, `already_booked`, `booking_overlaps`.
 */
export const takeSeat = async (
  scheduling: Scheduling,
  trx: Trx,
  address: SlotAddress,
  asking: Asking,
  { isHeld, now }: { isHeld: boolean; now: Date },
): Promise<SlotRow> => {
  const booking = bookingOf(asking)
  const state = isHeld ? 'held' : 'booked'
  const expiresAt = isHeld ? new Date(now.getTime() + HOLD_MINUTES * 60_000) : null
  const take = () => insertSeatedBooking(trx, address, booking, { state, expiresAt, now })
  const slot = (await take()) ?? (await afterExpired(scheduling, trx, address, booking.subjectId, { now, take }))
  await insertBookingEvent(
    trx,
    { communityId: address.communityId, id: booking.id },
    { move: isHeld ? 'hold' : 'book', actorId: asking.actorId, now },
  )
  return slot
}

/** A seat that nobody may keep any longer keeps nobody out: it is given up first. Then why there is still none. */
const afterExpired = async (
  scheduling: Scheduling,
  trx: Trx,
  address: SlotAddress,
  subjectId: string,
  { now, take }: { now: Date; take: () => Promise<SlotRow | undefined> },
): Promise<SlotRow> => {
  const hasFreed = await expireSeats(scheduling, trx, address, now)
  const slot = hasFreed ? await take() : undefined
  if (slot) return slot
  const full = await findSlotById(trx, address)
  if (!full) throw new AppError('not_found')
  if (await hasLiveBooking(trx, address, subjectId)) throw new AppError('already_booked')
  throw new AppError(refusalOf(full, now) ?? 'slot_full')
}

/**
 * What somebody has of a slot at this moment, for whoever is about to take a seat: a hold or an offer that has run out is
 * given up first, and whoever had it is one like any other.
 */
export const findOwnBooking = async (
  scheduling: Scheduling,
  trx: Trx,
  { communityId, slotId }: SlotAddress,
  subjectId: string,
  now: Date,
): Promise<BookingRow | undefined> => {
  const find = async () => (await listLiveBookingsOf(trx, { communityId, subjectId }, [slotId])).get(slotId)
  const own = await find()
  if (!own?.expires_at || new Date(own.expires_at) > now) return own
  await expireSeats(scheduling, trx, { communityId, slotId }, now)
  return find()
}

/**
 * Joins those who wait for a seat of a full slot, or of one that has too few for all who come together.
 * Errors: `not_found`, `slot_closed`, `past_cutoff`, `slot_has_seats`, `already_booked`.
 */
export const joinWaitlist = async (
  scheduling: Scheduling,
  trx: Trx,
  address: SlotAddress,
  asking: Asking,
  { reason, now, hasTooFewSeats = false }: { reason: WaitlistReason; now: Date; hasTooFewSeats?: boolean },
): Promise<SlotRow> => {
  if (await lockSlotById(trx, address)) await expireSeats(scheduling, trx, address, now)
  const slot = await findSlotById(trx, address)
  if (!slot) throw new AppError('not_found')
  const refusal = refusalOf(slot, now)
  const mayWait = refusal === 'slot_full' || (refusal === undefined && hasTooFewSeats)
  if (!mayWait) throw new AppError(refusal ?? 'slot_has_seats')
  await insertWaitingBooking(trx, slot, bookingOf(asking), { reason, now })
  const key = { communityId: address.communityId, id: asking.id }
  await insertBookingEvent(trx, key, { move: 'join', actorId: asking.actorId, now })
  return slot
}
