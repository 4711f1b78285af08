import { inWaitlistOrder, offerUntil } from '@little-bench/shared/scheduling/waitlist'
import { sql } from 'kysely'
import { violates } from '../platform/db/constraint.ts'
import type { Trx } from '../platform/db/database.ts'
import { findBookingById, insertBookingEvent, listWaitingBookings, offerSeat } from './booking.repository.ts'
import type { Scheduling } from './scheduling.ts'
import type { SlotRow } from './slot.repository.ts'

/** Minutes in which somebody answers an offer before the next is asked; nobody answers while they sleep. */
export const OFFER_MINUTES = 120

/**
 * Keeps each free seat of a locked slot for whoever is next, so that no seat stands empty while somebody waits. Whoever has
 * another seat at that time is passed by and keeps their place.
 */
export const offerFreeSeats = async (scheduling: Scheduling, trx: Trx, slot: SlotRow, now: Date): Promise<void> => {
  const { quietHours } = scheduling.config()
  const expiresAt = offerUntil(now, new Date(slot.cutoff_at), { answerMinutes: OFFER_MINUTES, quietHours })
  if (!slot.is_open || expiresAt === undefined || slot.booked >= slot.capacity) return
  const address = { communityId: slot.community_id, slotId: slot.id }
  let current = slot
  for (const { id } of inWaitlistOrder(await listWaitingBookings(trx, address))) {
    if (current.booked >= current.capacity) return
    const taken = await unlessElsewhere(trx, () => offerSeat(trx, address, id, expiresAt))
    if (taken === undefined) continue
    current = taken
    await tellOffered(scheduling, trx, id, current, now)
  }
}

const tellOffered = async (scheduling: Scheduling, trx: Trx, id: string, slot: SlotRow, now: Date): Promise<void> => {
  const booking = await findBookingById(trx, slot.community_id, id)
  if (!booking) throw new Error('a booking is never removed')
  await insertBookingEvent(trx, { communityId: slot.community_id, id }, { move: 'offer', actorId: null, now })
  await scheduling.services.of(slot.service).onOffered(trx, booking, slot, now)
}

/** Somebody may take another seat for that time in this very moment: then this one goes on to the next. */
const unlessElsewhere = async <Result>(trx: Trx, work: () => Promise<Result>): Promise<Result | undefined> => {
  await sql`savepoint offer`.execute(trx)
  try {
    return await work()
  } catch (error) {
    if (!violates(error, 'booking_apart')) throw error
    await sql`rollback to savepoint offer`.execute(trx)
    return undefined
  }
}
