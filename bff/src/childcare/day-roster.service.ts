import type { DayRoster } from '@little-bench/shared/childcare/roster.contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { countToTell, listBookingsOfSlots, listSlots, type Scheduling } from '../scheduling/index.ts'
import { sizeOf } from './centre.presenter.ts'
import { centreOf } from './centres.ts'
import { caresForChildren, rosterRefusal } from './childcare.policy.ts'
import { findDayItems } from './childcare-day.ts'
import { presentRosterChild } from './roster-child.presenter.ts'
import { openRosterChildren } from './roster-children.ts'

/** Who has a seat for good; who waits or thinks it over is nobody's to read of. */
const ON_ROSTER = ['booked', 'served', 'no_show'] as const

/**
 * The booked children of a day by group, each of whom leaves a line in the transaction that reads.
 * Errors: `not_found` (centre, or another community's worker), `date_in_past`, `date_too_far`.
 */
export const getDayRoster = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { communityId, centreId }: { communityId: string; centreId: string },
  asked: ServiceDate | undefined,
): Promise<z.input<typeof DayRoster>> => {
  if (!caresForChildren(viewer.roles, communityId)) throw new AppError('not_found')
  const { centre } = centreOf(communityOf(scheduling, communityId), centreId)
  const now = scheduling.clock.now()
  const today = shanghaiTime(now).date
  const on = asked ?? today
  const refusal = rosterRefusal(on, today)
  if (refusal) throw new AppError(refusal)
  return inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const groupIds = centre.groups.map(({ id }) => id)
    const slots = await listSlots(trx, communityId, groupIds, { from: on, to: on })
    const slotIds = slots.map(({ id }) => id)
    const bookings = await listBookingsOfSlots(trx, communityId, slotIds, ON_ROSTER)
    const booked = bookings.flatMap((booking) => {
      const slot = slots.find(({ id }) => id === booking.slot_id)
      return slot ? [{ booking, slot }] : []
    })
    const reader = { communityId, readerId: viewer.actorId, reason: 'day_roster', on, now } as const
    const children = await openRosterChildren(scheduling, trx, booked, reader)
    const [item] = await findDayItems(trx, communityId, [{ centre, on }])
    return {
      centreId: centre.id,
      centreName: inLanguage(centre.name, viewer.language),
      on,
      workItem: item ? { id: item.workItemId, state: item.state, receiptNumber: item.receiptNumber } : null,
      groups: centre.groups.map((group) => {
        const { bandId, carers, seats } = sizeOf(group)
        const own = children.filter(({ slot }) => slot.resource_id === group.id)
        return {
          id: group.id,
          name: inLanguage(group.name, viewer.language),
          bandId,
          carers,
          seats,
          children: own.map((child) => presentRosterChild(child, today)),
        }
      }),
      canClose: on >= today && slots.some(({ is_open: isOpen }) => isOpen),
      toTell: await countToTell(trx, communityId, slotIds),
      at: now.toISOString(),
    }
  })
}
