import { AppError } from '@little-bench/shared/kernel/errors'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { closeSlots, type Scheduling, type SlotAddress } from '../scheduling/index.ts'
import { activityDateOf } from './activities.ts'
import { hostsActivities } from './activity.policy.ts'

/**
 * One date does not take place: whoever has signed up or waits is told, also after the cut-off.
 * Errors: `not_found`, also for staff of other communities; `date_in_past` once it is over, `slot_closed` when it was
 * cancelled already.
 */
export const cancelActivityDate = (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  write: Write,
): Promise<{ told: number }> => {
  const { communityId, slotId } = address
  const now = scheduling.clock.now()
  return inTransaction(scheduling.db, now, write, async (trx) => {
    if (!hostsActivities(viewer.roles, communityId)) throw new AppError('not_found')
    const { slot } = await activityDateOf(scheduling, trx, address)
    if (new Date(slot.ends_at) <= now) throw new AppError('date_in_past')
    if (!slot.is_open) throw new AppError('slot_closed')
    return { told: await closeSlots(scheduling, trx, communityId, [slotId], { actorId: viewer.actorId, now }) }
  })
}
