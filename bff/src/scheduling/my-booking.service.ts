import { AppError } from '@little-bench/shared/kernel/errors'
import type { Power } from '@little-bench/shared/people/powers'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { v7 as uuidv7 } from 'uuid'
import { reaches } from '../platform/authority.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingView, presentBookings } from './booking.presenter.ts'
import { mayDoFor } from './list-bookings.service.ts'
import { makeBookingMove, type PersonalMove } from './move-booking.service.ts'
import { findBookingWithSlot } from './my-bookings.repository.ts'
import type { Scheduling } from './scheduling.ts'
import { findSlotById, type SlotAddress } from './slot.repository.ts'
import { takeSeat } from './take-seat.service.ts'

interface BookingAddress {
  communityId: string
  bookingId: string
}

/**
 * Keeps a seat while the rest is filled in, for the viewer or a child of theirs. Errors: `not_found`,
 * `proxy_power_missing`, those of taking a seat, and whatever the service says of who may come.
 */
export const holdSlot = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: SlotAddress,
  { childId = null }: { childId?: string | null | undefined },
  write: Write,
): Promise<BookingView> => {
  const now = scheduling.clock.now()
  // Only the id is kept for whoever repeats the write: its stored result is not sealed, and a booking may name a child.
  const { id } = await inTransaction(scheduling.db, now, write, async (trx) => {
    const slot = await findSlotById(trx, address)
    if (!slot) throw new AppError('not_found')
    if (!reaches(viewer, slot.service, 'file')) throw new AppError('proxy_power_missing')
    const { subjectId } = await scheduling.services.of(slot.service).admit(trx, slot, { viewer, childId }, now)
    const asking = { id: uuidv7(), subjectId, personId: viewer.personId, actorId: viewer.actorId }
    await takeSeat(scheduling, trx, address, asking, { isHeld: true, now })
    return { id: asking.id }
  })
  return present(scheduling, viewer, { communityId: address.communityId, bookingId: id })
}

interface OwnMove {
  move: PersonalMove
  /** The only state that this operation is for: giving a hold back never cancels what was booked meanwhile. */
  from: BookingState
  power: Power
}

const OWN_MOVES = {
  extendHold: { move: 'extend', from: 'held', power: 'file' },
  releaseHold: { move: 'cancel', from: 'held', power: 'file' },
  acceptOffer: { move: 'accept', from: 'offered', power: 'manage' },
  declineOffer: { move: 'decline', from: 'offered', power: 'manage' },
  leaveWaitlist: { move: 'leave', from: 'waitlisted', power: 'manage' },
} as const satisfies Record<string, OwnMove>

/**
 * What somebody does with a booking of theirs. Errors: `not_found`, also for somebody else's; `proxy_power_missing`, and
 * those of the move.
 */
export const moveOwnBooking = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: BookingAddress,
  operation: keyof typeof OWN_MOVES,
  write: Write,
): Promise<BookingView> => {
  const now = scheduling.clock.now()
  const { move, from, power } = OWN_MOVES[operation]
  await inTransaction(scheduling.db, now, write, async (trx) => {
    const booking = await findBookingWithSlot(trx, address)
    const isTheirs = booking?.person_id === viewer.personId && reaches(viewer, booking.service, 'read')
    if (!isTheirs) throw new AppError('not_found')
    if (!reaches(viewer, booking.service, power)) throw new AppError('proxy_power_missing')
    const { communityId, bookingId: id } = address
    await makeBookingMove(scheduling, trx, { communityId, id }, { move, from, actorId: viewer.actorId, now })
    return { id }
  })
  return present(scheduling, viewer, address)
}

const present = async (scheduling: Scheduling, viewer: Viewer, address: BookingAddress): Promise<BookingView> => {
  const booking = await findBookingWithSlot(scheduling.db, address)
  const [view] = booking ? await presentBookings(scheduling, viewer, [booking], mayDoFor(viewer).mayDo) : []
  if (!view) throw new Error('a booking is never removed')
  return view
}
