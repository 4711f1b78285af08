import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  type BookingRow,
  findBookingById,
  findSlotById,
  lockSlotById,
  type Scheduling,
  type SlotRow,
} from '../scheduling/index.ts'
import { caresForChildren, rosterRefusal } from './childcare.policy.ts'
import type { BookingAddress } from './childcare-booking.repository.ts'
import { presentRosterChild, type RosterChildView } from './roster-child.presenter.ts'
import { openRosterChildren } from './roster-children.ts'

/** One booking with its slot, on the list of whoever looks after the child. */
export interface RosterBooking {
  booking: BookingRow
  slot: SlotRow
}

/**
 * A booking of a day that the worker may read of, with its slot locked: nobody else moves it.
 * Errors: `not_found`, also for other communities' workers and for days that are over or to come by more than a week.
 */
export const lockRosterBooking = async (
  trx: Trx,
  viewer: Viewer,
  { communityId, bookingId }: BookingAddress,
  now: Date,
): Promise<RosterBooking> => {
  if (!caresForChildren(viewer.roles, communityId)) throw new AppError('not_found')
  const found = await findBookingById(trx, communityId, bookingId)
  const slot = found && (await lockSlotById(trx, { communityId, slotId: found.slot_id }))
  const booking = slot && (await findBookingById(trx, communityId, bookingId))
  const isReadable = slot?.service === 'childcare' && !rosterRefusal(slot.service_on, shanghaiTime(now).date)
  if (!booking || !slot || !isReadable) throw new AppError('not_found')
  return { booking, slot }
}

/** One child as the roster shows it, after something was done; the read leaves a line of its own. */
export const readRosterChild = (
  scheduling: Scheduling,
  viewer: Viewer,
  { communityId, bookingId }: BookingAddress,
): Promise<RosterChildView> => {
  const now = scheduling.clock.now()
  return inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const booking = await findBookingById(trx, communityId, bookingId)
    const slot = booking && (await findSlotById(trx, { communityId, slotId: booking.slot_id }))
    if (!booking || !slot) throw new AppError('not_found')
    const reader = { communityId, readerId: viewer.actorId, reason: 'handover', on: slot.service_on, now } as const
    const [child] = await openRosterChildren(scheduling, trx, [{ booking, slot }], reader)
    if (!child) throw new AppError('not_found')
    return presentRosterChild(child, shanghaiTime(now).date)
  })
}
