import { AppError } from '@little-bench/shared/kernel/errors'
import { takesSeat } from '@little-bench/shared/scheduling/bookings'
import type { Trx } from '../platform/db/database.ts'
import { insertBookingEvent, moveBooking } from './booking.repository.ts'
import { listOpenBookings } from './due-bookings.repository.ts'
import type { Scheduling } from './scheduling.ts'
import { freeSeat, lockSlotById, type SlotAddress, type SlotRow, setOpen } from './slot.repository.ts'

/**
 * The house closes a slot: nothing can be booked any more, and whoever has a seat or waits for one is told that nobody
 * comes, also after the cut-off. Whoever was there already stays so. Errors: `not_found`.
 */
export const closeSlot = async (
  scheduling: Scheduling,
  trx: Trx,
  address: SlotAddress,
  { actorId, now }: { actorId: string; now: Date },
): Promise<SlotRow> => {
  if (!(await lockSlotById(trx, address))) throw new AppError('not_found')
  let slot = await setOpen(trx, address, false)
  for (const { community_id: communityId, id, state } of await listOpenBookings(trx, address)) {
    const booking = await moveBooking(trx, { communityId, id }, { from: state, to: 'cancelled', expiresAt: null })
    if (!booking) throw new Error('a booking of a locked slot was moved')
    if (takesSeat(state)) slot = await freeSeat(trx, address)
    await insertBookingEvent(trx, { communityId, id }, { move: 'cancel', actorId, now })
    await scheduling.services.of(slot.service).onSlotCancelled(trx, booking, slot, now)
  }
  return slot
}

/** Opens it again, for whoever comes first: those who were told that it is closed book anew. Errors: `not_found`. */
export const reopenSlot = async (trx: Trx, address: SlotAddress): Promise<SlotRow> => {
  if (!(await lockSlotById(trx, address))) throw new AppError('not_found')
  return setOpen(trx, address, true)
}
