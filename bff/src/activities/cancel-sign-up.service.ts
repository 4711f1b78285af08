import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { giveUpBooking, type Scheduling } from '../scheduling/index.ts'
import { ownSignUp, readSignUp, type SignUpAddress } from './read-sign-up.service.ts'
import type { SignUpView } from './sign-up.presenter.ts'

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
    await giveUpBooking(scheduling, trx, booking, { actorId: viewer.actorId, now })
    return { id: booking.id }
  })
  return readSignUp(scheduling, viewer, address)
}
