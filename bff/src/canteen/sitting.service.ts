import { AppError } from '@little-bench/shared/kernel/errors'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { changeCapacity, closeSlot, reopenSlot, type Scheduling, type SlotAddress } from '../scheduling/index.ts'
import { servedSitting } from './kitchen-access.ts'
import { readKitchenSheet } from './kitchen-sheet.service.ts'

/**
 * Seats of a sitting, or closes it: then everybody who has ordered or waits is told, and nobody pays.
 * Errors: `not_found`, `date_in_past` once it is over, `capacity_below_booked`.
 */
export const saveSitting = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  { capacity, isOpen }: { capacity: number; isOpen: boolean },
  write: Write,
) => {
  const { slot } = await servedSitting(scheduling, viewer, address)
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, async (trx) => {
    if (new Date(slot.ends_at) <= now) throw new AppError('date_in_past')
    if (isOpen && !slot.is_open) await reopenSlot(trx, address)
    if (!isOpen) await closeSlot(scheduling, trx, address, { actorId: viewer.actorId, now })
    await changeCapacity(scheduling, trx, address, capacity, now)
    return { isSaved: true }
  })
  return readKitchenSheet(scheduling, viewer, address)
}
