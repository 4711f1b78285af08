import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { makeBookingMove, type PersonalMove, type Scheduling } from '../scheduling/index.ts'
import { ownSignUp, readSignUp, type SignUpAddress } from './read-sign-up.service.ts'
import type { SignUpView } from './sign-up.presenter.ts'

/** How each state is given up. */
const MOVES: Partial<Record<BookingState, PersonalMove>> = { waitlisted: 'leave', offered: 'decline' }

/** Gives a place up until the cut-off; it goes to whoever waits. Errors: `not_found`, `past_cutoff`, `booking_changed`. */
export const cancelActivitySignUp = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SignUpAddress,
  write: Write,
): Promise<SignUpView> => {
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, async (trx) => {
    const { booking } = await ownSignUp(trx, viewer, address)
    const move = MOVES[booking.state] ?? 'cancel'
    const { communityId, bookingId: id } = address
    await makeBookingMove(scheduling, trx, { communityId, id }, { move, actorId: viewer.actorId, now })
    return { id }
  })
  return readSignUp(scheduling, viewer, address)
}
