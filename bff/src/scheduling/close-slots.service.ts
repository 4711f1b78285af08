import { OPEN_BOOKING_STATES } from '@little-bench/shared/scheduling/bookings'
import type { Database, Trx } from '../platform/db/database.ts'
import { listBookingsOfSlots } from './booking-look-ups.repository.ts'
import { closeSlot } from './close-slot.service.ts'
import type { Scheduling } from './scheduling.ts'
import { lockSlotById } from './slot.repository.ts'

/** How many people are told when these slots are closed: whoever has a seat and has not come, and whoever waits. */
export const countToTell = async (
  db: Database | Trx,
  communityId: string,
  slotIds: readonly string[],
): Promise<number> => {
  const bookings = await listBookingsOfSlots(db, communityId, slotIds, OPEN_BOOKING_STATES)
  return new Set(bookings.map(({ person_id: personId }) => personId)).size
}

/** Closes slots that belong together, in the order in which everybody locks them; answers how many people are told. */
export const closeSlots = async (
  scheduling: Scheduling,
  trx: Trx,
  communityId: string,
  slotIds: readonly string[],
  by: { actorId: string; now: Date },
): Promise<number> => {
  const addresses = slotIds.toSorted().map((slotId) => ({ communityId, slotId }))
  for (const address of addresses) await lockSlotById(trx, address)
  const told = await countToTell(trx, communityId, slotIds)
  for (const address of addresses) await closeSlot(scheduling, trx, address, by)
  return told
}
