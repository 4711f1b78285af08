import { useCallback, useEffect, useRef, useState } from 'react'
import { newAttemptKey } from '../platform/attempt-key'
import { useSession } from '../platform/session'
import { useHasPassed } from '../platform/use-now'
import { type Booking, bookingApi } from './booking.api'

interface HoldOptions {
  communityId: string
  slotId: string
  /** A hold of theirs that is there already. */
  heldId?: string | undefined
  /** Only somebody who is signed in and may book can keep a seat. */
  isWanted: boolean
}

export interface Hold {
  booking: Booking | undefined
  /** Why no seat could be kept. */
  error: unknown
  isExpired: boolean
  isExtending: boolean
  extend: () => void
  /** Once more, after it ran out or was refused. */
  again: () => void
  /** The seat is booked: leaving the page gives nothing back. */
  keep: () => void
}

/**
 * Keeps a seat from the moment on when somebody begins to choose, for as long as the page is open: leaving gives it back.
 * What a phone that is switched off never gives back, the server does when the time is over.
 */
export const useHold = ({ communityId, slotId, heldId, isWanted }: HoldOptions): Hold => {
  const [booking, setBooking] = useState<Booking>()
  const [error, setError] = useState<unknown>()
  const [isExtending, setExtending] = useState(false)
  const [round, setRound] = useState(0)
  const isKept = useRef(false)
  const known = useRef(heldId)

  useEffect(() => {
    if (!isWanted) return undefined
    const options = callerNow()
    const begun = begin({ communityId, slotId, heldId: round === 0 ? known.current : undefined }, options)
    let isOpen = true
    begun.then(
      (held) => {
        if (isOpen) setBooking(held)
      },
      (failure: unknown) => {
        if (isOpen) setError(failure)
      },
    )
    return () => {
      isOpen = false
      // A hold that was not given back ends by itself; nobody waits for this answer.
      if (!isKept.current) void begun.then((held) => release(held, options)).catch(() => undefined)
    }
  }, [communityId, slotId, isWanted, round])

  const isExpired = useHasPassed(booking?.expiresAt ?? undefined)
  const extend = () => {
    if (!booking) return
    setExtending(true)
    const params = { communityId, bookingId: booking.id }
    bookingApi
      .extendHold({ params }, { ...callerNow(), idempotencyKey: newAttemptKey() })
      .then(setBooking, setError)
      .finally(() => setExtending(false))
  }
  const again = () => {
    setError(undefined)
    setBooking(undefined)
    setRound((before) => before + 1)
  }
  const keep = useCallback(() => {
    isKept.current = true
  }, [])
  return { booking, error, isExpired: booking !== undefined && isExpired, isExtending, extend, again, keep }
}

/** For whom the seat is kept; the same person gives it back, whomever the phone acts for by then. */
const callerNow = () => ({ actingFor: useSession.getState().actingFor?.id ?? null })

const begin = (
  { communityId, slotId, heldId }: { communityId: string; slotId: string; heldId: string | undefined },
  caller: { actingFor: string | null },
): Promise<Booking> => {
  const options = { ...caller, idempotencyKey: newAttemptKey() }
  const hold = () => bookingApi.holdSlot({ params: { communityId, slotId }, body: {} }, options)
  if (heldId === undefined) return hold()
  // It may have run out since it was read.
  return bookingApi.extendHold({ params: { communityId, bookingId: heldId } }, options).catch(hold)
}

const release = ({ communityId, id }: Booking, caller: { actingFor: string | null }) =>
  bookingApi.releaseHold({ params: { communityId, bookingId: id } }, { ...caller, idempotencyKey: newAttemptKey() })
