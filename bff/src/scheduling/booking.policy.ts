import { latestHold } from '@little-bench/shared/scheduling/bookings'
import type { BookingWithSlot } from './my-bookings.repository.ts'

type Decided = Pick<BookingWithSlot, 'state' | 'held_at' | 'expires_at' | 'cutoff_at'>

export interface PossibleMoves {
  canCancel: boolean
  canExtend: boolean
  canAnswerOffer: boolean
}

const isKept = ({ expires_at: until }: Decided, now: Date): boolean => until !== null && new Date(until) > now

/** What can be done with a booking now by whoever may manage it, or, for a hold, by whoever may book. */
export const possibleMoves = (
  booking: Decided,
  { canFile, canManage }: { canFile: boolean; canManage: boolean },
  now: Date,
): PossibleMoves => ({
  canCancel: canManage && booking.state === 'booked' && new Date(booking.cutoff_at) > now,
  canExtend: canFile && booking.state === 'held' && isKept(booking, now) && isExtendable(booking),
  canAnswerOffer: canManage && booking.state === 'offered' && isKept(booking, now),
})

/** One more tap would still come to more, now or in a while. */
const isExtendable = ({ held_at: heldAt, expires_at: until, cutoff_at: cutoffAt }: Decided): boolean =>
  heldAt !== null && until !== null && Date.parse(until) < latestHold(new Date(heldAt), new Date(cutoffAt))
