import { takesSeat } from '@little-bench/shared/scheduling/bookings'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { insertBookingEvent, moveBooking } from './booking.repository.ts'
import { listExpiredBookings, listSlotsToExpire, listSlotsToOffer } from './due-bookings.repository.ts'
import { offerFreeSeats } from './offer-seats.ts'
import type { Scheduling } from './scheduling.ts'
import { freeSeat, lockSlotById, type SlotAddress } from './slot.repository.ts'

const SLOTS_AT_ONCE = 200

/** Gives up each seat of one slot that was kept long enough, and passes it on; whether there was any. */
export const expireSeats = async (
  scheduling: Scheduling,
  trx: Trx,
  address: SlotAddress,
  now: Date,
): Promise<boolean> => {
  let slot = await lockSlotById(trx, address)
  if (!slot) return false
  const expired = await listExpiredBookings(trx, address, now)
  for (const { community_id: communityId, id, state } of expired) {
    const booking = await moveBooking(trx, { communityId, id }, { from: state, to: 'expired', expiresAt: null })
    if (!booking) continue
    if (takesSeat(state)) slot = await freeSeat(trx, address)
    await insertBookingEvent(trx, { communityId, id }, { move: 'expire', actorId: null, now })
    await scheduling.services.of(slot.service).onExpired(trx, booking, slot, { was: state, now })
  }
  if (expired.length > 0) await offerFreeSeats(scheduling, trx, slot, now)
  return expired.length > 0
}

/** Every minute: seats that were kept long enough go on to whoever waits; one slot that cannot be done holds up no other. */
export const expireDueSeats = async (scheduling: Scheduling, now: Date, log: Log): Promise<void> => {
  for (const address of await listSlotsToExpire(scheduling.db, now, SLOTS_AT_ONCE)) {
    await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) => expireSeats(scheduling, trx, address, now)).catch(
      (error: unknown) => log.error({ err: error, ...address }, 'seats not passed on'),
    )
  }
}

/**
 * Every minute: whoever was passed by because they had another seat at that time, and has it no longer, is offered a seat
 * that is free. Within the same moment two slots would wait for each other.
 */
export const offerWaitingSeats = async (scheduling: Scheduling, now: Date, log: Log): Promise<void> => {
  for (const address of await listSlotsToOffer(scheduling.db, now, SLOTS_AT_ONCE)) {
    await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
      const slot = await lockSlotById(trx, address)
      if (slot) await offerFreeSeats(scheduling, trx, slot, now)
    }).catch((error: unknown) => log.error({ err: error, ...address }, 'seats not offered'))
  }
}
