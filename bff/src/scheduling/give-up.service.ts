import { AppError } from '@little-bench/shared/kernel/errors'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { reaches } from '../platform/authority.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingRow, findBookingById } from './booking.repository.ts'
import { listOpenBookingsOf } from './booking-look-ups.repository.ts'
import { makeBookingMove, type PersonalMove } from './move-booking.service.ts'
import type { Scheduling } from './scheduling.ts'
import { findSlotById, lockSlotById, type SlotRow } from './slot.repository.ts'

/** How whoever has a seat, or waits for one, gives it up; what is not here cannot be given up. */
const GIVEN_UP_BY: Partial<Record<BookingState, PersonalMove>> = {
  held: 'cancel',
  booked: 'cancel',
  waitlisted: 'leave',
  offered: 'decline',
}

/** Waiting or answering, somebody steps back at any time; a seat goes to somebody else until the cut-off. */
export const canGiveUp = (
  state: BookingState,
  { service, cutoff_at: cutoffAt }: Pick<SlotRow, 'service' | 'cutoff_at'>,
  viewer: Pick<Viewer, 'authority'>,
  now: Date,
): boolean =>
  reaches(viewer, service, 'manage') &&
  GIVEN_UP_BY[state] !== undefined &&
  (state !== 'booked' || now < new Date(cutoffAt))

/** Gives up what somebody has of a slot; answers in which state it was. Errors: `not_found`, `past_cutoff`, `booking_changed`. */
export const giveUpBooking = async (
  scheduling: Scheduling,
  trx: Trx,
  { community_id: communityId, id, slot_id: slotId }: Pick<BookingRow, 'community_id' | 'id' | 'slot_id'>,
  by: { actorId: string; now: Date },
): Promise<BookingState> => {
  await lockSlotById(trx, { communityId, slotId })
  const booking = await findBookingById(trx, communityId, id)
  if (!booking) throw new AppError('not_found')
  const move = GIVEN_UP_BY[booking.state]
  if (!move) throw new AppError('booking_changed')
  await makeBookingMove(scheduling, trx, { communityId, id }, { move, ...by })
  return booking.state
}

/**
 * Gives up everything of one service that somebody still can: seats go on to whoever waits. `onCancelled` hears of each
 * that had a seat for certain. What is past its cut-off stays; nobody comes.
 */
export const giveUpEverything = async (
  scheduling: Scheduling,
  trx: Trx,
  { personId, service }: { personId: string; service: SlotService },
  now: Date,
  onCancelled: (booking: BookingRow) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  for (const booking of await listOpenBookingsOf(trx, { personId, service }, now)) {
    const { community_id: communityId, slot_id: slotId, state } = booking
    const slot = await findSlotById(trx, { communityId, slotId })
    if (!slot || !canGiveUp(state, slot, { authority: null }, now)) continue
    const was = await giveUpBooking(scheduling, trx, booking, { actorId: personId, now })
    if (was === 'booked') await onCancelled(booking)
  }
}
