import type { AbsenceReason } from '@little-bench/shared/childcare/sessions'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { findBookingById, giveUpBooking, lockSlotById, type Scheduling } from '../scheduling/index.ts'
import { canReportAbsence } from './childcare.policy.ts'
import type { ChildcareBookingView } from './childcare-booking.presenter.ts'
import { type BookingAddress, setAbsence } from './childcare-booking.repository.ts'
import { ownBooking, readChildcareBooking } from './read-childcare-booking.service.ts'

/** Gives a place up until the cut-off; it goes to whoever waits. Errors: `not_found`, `past_cutoff`, `booking_changed`. */
export const cancelChildcareBooking = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  write: Write,
): Promise<ChildcareBookingView> => {
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, async (trx) => {
    const { booking } = await ownBooking(trx, viewer, address)
    await giveUpBooking(scheduling, trx, booking, { actorId: viewer.actorId, now })
    return { id: booking.id }
  })
  return readChildcareBooking(scheduling, viewer, address)
}

/**
 * Says after the cut-off that the child does not come, so that nobody waits for it.
 * Errors: `not_found`, `date_in_past` once the day is over, `booking_changed` before the cut-off and for any other state.
 */
export const reportAbsence = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  reason: AbsenceReason,
  write: Write,
): Promise<ChildcareBookingView> => {
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, async (trx) => {
    const { booking: before, slot } = await ownBooking(trx, viewer, address)
    if (shanghaiTime(now).date > slot.service_on) throw new AppError('date_in_past')
    // The child may be arriving at this moment: one after the other.
    await lockSlotById(trx, { communityId: address.communityId, slotId: slot.id })
    const booking = (await findBookingById(trx, address.communityId, address.bookingId)) ?? before
    if (!canReportAbsence(booking.state, slot, viewer, now)) throw new AppError('booking_changed')
    await setAbsence(trx, address, reason)
    return { id: booking.id }
  })
  return readChildcareBooking(scheduling, viewer, address)
}
