import { AppError, type ErrorCode } from '@little-bench/shared/kernel/errors'
import {
  BOOKING_LIFECYCLE,
  type BookingMove,
  type BookingState,
  extendedHold,
  takesSeat,
} from '@little-bench/shared/scheduling/bookings'
import type { Trx } from '../platform/db/database.ts'
import { type BookingRow, findBookingById, insertBookingEvent, moveBooking } from './booking.repository.ts'
import { offerFreeSeats } from './offer-seats.ts'
import type { Scheduling } from './scheduling.ts'
import { freeSeat, lockSlotById, type SlotRow } from './slot.repository.ts'

/** What somebody does with a booking; what a time does is elsewhere. */
export type PersonalMove = Exclude<BookingMove, 'expire' | 'offer' | 'miss'>

interface Made {
  booking: BookingRow
  slot: SlotRow
}

/**
 * One move of the table with all that follows from it: a seat that becomes free is offered on in the same transaction.
 * With `from` it is refused in any other state, also where the table has it. `at` is when it was done, for a desk that was without a network; never later than now. Errors: `not_found`,
 * `booking_changed` (the table has no such move), `past_cutoff`, `hold_expired`, `offer_expired`, and whatever the service
 * says when an offer is accepted.
 */
export const makeBookingMove = async (
  scheduling: Scheduling,
  trx: Trx,
  { communityId, id }: { communityId: string; id: string },
  {
    move,
    from,
    actorId,
    now,
    at = now,
  }: { move: PersonalMove; from?: BookingState; actorId: string; now: Date; at?: Date },
): Promise<Made> => {
  const slotId = (await findBookingById(trx, communityId, id))?.slot_id
  const slot = slotId === undefined ? undefined : await lockSlotById(trx, { communityId, slotId })
  // Read again: nobody else moves a booking of a slot that is locked.
  const before = slot && (await findBookingById(trx, communityId, id))
  if (!slot || !before) throw new AppError('not_found')
  const to = BOOKING_LIFECYCLE[before.state][move]
  if (to === undefined || (from !== undefined && before.state !== from)) throw new AppError(goneBecause(before, move))
  refuseTooLate(before, slot, move, now)
  const expiresAt = to === before.state ? longerHold(before, slot, now) : null
  const booking = await moveBooking(trx, { communityId, id }, { from: before.state, to, expiresAt })
  if (!booking) throw new Error('a booking of a locked slot was moved')
  await insertBookingEvent(trx, { communityId, id }, { move, actorId, now: at < now ? at : now })
  if (move === 'accept') await scheduling.services.of(slot.service).onAccepted(trx, booking, slot, { actorId, now })
  if (!takesSeat(before.state) || takesSeat(to)) return { booking, slot }
  const freed = await freeSeat(trx, { communityId, slotId: slot.id })
  await offerFreeSeats(scheduling, trx, freed, now)
  return { booking, slot: freed }
}

/** An answer that comes after the seat has gone on is told so, and not only that something changed. */
const goneBecause = ({ state }: BookingRow, move: PersonalMove): ErrorCode => {
  if (state !== 'expired') return 'booking_changed'
  if (move === 'confirm' || move === 'extend') return 'hold_expired'
  return move === 'accept' || move === 'decline' ? 'offer_expired' : 'booking_changed'
}

const refuseTooLate = ({ state, expires_at }: BookingRow, slot: SlotRow, move: PersonalMove, now: Date): void => {
  const isKept = move === 'confirm' || move === 'extend' || move === 'accept'
  if (isKept && expires_at !== null && new Date(expires_at) <= now) {
    throw new AppError(state === 'held' ? 'hold_expired' : 'offer_expired')
  }
  // Until the cut-off somebody else can still have the seat; a hold that nobody confirmed is given up at any time.
  if (move === 'cancel' && state === 'booked' && new Date(slot.cutoff_at) <= now) throw new AppError('past_cutoff')
}

const longerHold = ({ held_at }: BookingRow, { cutoff_at }: SlotRow, now: Date): Date => {
  const until = held_at === null ? undefined : extendedHold(new Date(held_at), new Date(cutoff_at), now)
  if (until === undefined) throw new AppError('hold_expired')
  return until
}
