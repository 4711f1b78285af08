import { AppError } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { communityOf } from '../communities/index.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { closeSlots, listSlots, type Scheduling } from '../scheduling/index.ts'
import { centreOf } from './centres.ts'
import { caresForChildren, dayRefusal } from './childcare.policy.ts'

/**
 * The centre does not open on a day: a carer is ill, the water is off. Every family that comes or waits is told, also after
 * the cut-off; a child that is there already stays. Errors: `not_found` (centre, or another community's worker),
 * `date_in_past`, `date_too_far`, `slot_closed` when nothing is open on that day.
 */
export const closeChildcareDay = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { communityId, centreId }: { communityId: string; centreId: string },
  on: ServiceDate,
  write: Write,
): Promise<{ told: number }> => {
  if (!caresForChildren(viewer.roles, communityId)) throw new AppError('not_found')
  const { centre } = centreOf(communityOf(scheduling, communityId), centreId)
  const now = scheduling.clock.now()
  return inTransaction(scheduling.db, now, write, async (trx) => {
    const refusal = dayRefusal(on, centre, shanghaiTime(now).date)
    if (refusal) throw new AppError(refusal)
    const groupIds = centre.groups.map(({ id }) => id)
    const slots = await listSlots(trx, communityId, groupIds, { from: on, to: on })
    const open = slots.filter(({ is_open: isOpen }) => isOpen).map(({ id }) => id)
    if (open.length === 0) throw new AppError('slot_closed')
    return { told: await closeSlots(scheduling, trx, communityId, open, { actorId: viewer.actorId, now }) }
  })
}
