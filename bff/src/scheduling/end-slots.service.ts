import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { finishBatch } from '../work-queue/index.ts'
import { listUnfinishedBatches, setFinished } from './batch.repository.ts'
import { insertBookingEvent, moveBooking } from './booking.repository.ts'
import { listMissedBookings, listSlotsToEnd } from './due-bookings.repository.ts'
import type { Scheduling } from './scheduling.ts'
import { lockSlotById, type SlotAddress } from './slot.repository.ts'

/** So long after its end whoever was there can still be ticked off, before the others count as not come. */
const GRACE_MS = 60 * 60_000
const AT_ONCE = 200

/** Every minute: whoever had a seat of a slot that is over and did not come, and the work on it, which is over too. */
export const endSlots = async (scheduling: Scheduling, now: Date, log: Log): Promise<void> => {
  const over = new Date(now.getTime() - GRACE_MS)
  for (const address of await listSlotsToEnd(scheduling.db, over, AT_ONCE)) {
    await inTransaction(scheduling.db, now, PLAIN_WRITE, (trx) => missBookings(scheduling, trx, address, now)).catch(
      (error: unknown) => log.error({ err: error, ...address }, 'slot not ended'),
    )
  }
  for (const { community_id: communityId, id, work_item_id: workItemId } of await listUnfinishedBatches(
    scheduling.db,
    over,
    AT_ONCE,
  )) {
    await inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
      if (await setFinished(trx, { communityId, id }, now)) {
        await finishBatch(scheduling, trx, { communityId, workItemId }, now)
      }
    }).catch((error: unknown) => log.error({ err: error, communityId, workItemId }, 'batch not finished'))
  }
}

const missBookings = async (scheduling: Scheduling, trx: Trx, address: SlotAddress, now: Date): Promise<void> => {
  const slot = await lockSlotById(trx, address)
  if (!slot) return
  for (const { community_id: communityId, id } of await listMissedBookings(trx, address)) {
    const booking = await moveBooking(trx, { communityId, id }, { from: 'booked', to: 'no_show', expiresAt: null })
    if (!booking) continue
    await insertBookingEvent(trx, { communityId, id }, { move: 'miss', actorId: null, now })
    await scheduling.services.of(slot.service).onMissed(trx, booking, slot, now)
  }
}
