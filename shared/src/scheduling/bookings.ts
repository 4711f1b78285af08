/**
 * What can become of a booking. `held`: a seat is kept while somebody fills in the rest; `waitlisted`: no seat yet;
 * `offered`: a freed seat is kept until they answer; `served`: they came.
 */
export const BOOKING_STATES = [
  'held',
  'booked',
  'waitlisted',
  'offered',
  'cancelled',
  'expired',
  'served',
  'no_show',
] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** Take up a seat of the slot: its `booked` is their number, always. */
export const SEATED_STATES = ['held', 'booked', 'offered', 'served', 'no_show'] as const satisfies BookingState[]
/** One of these at most for a person and a slot. */
export const LIVE_STATES = [
  'held',
  'booked',
  'waitlisted',
  'offered',
  'served',
  'no_show',
] as const satisfies BookingState[]

/** Nobody has come yet, and somebody may. */
export const OPEN_BOOKING_STATES = ['held', 'booked', 'waitlisted', 'offered'] as const satisfies BookingState[]

export const takesSeat = (state: BookingState): boolean => SEATED_STATES.some((seated) => seated === state)

export const BOOKING_MOVES = [
  'confirm',
  'extend',
  'expire',
  'offer',
  'accept',
  'decline',
  'cancel',
  'leave',
  'check_in',
  'undo_check_in',
  'miss',
] as const
export type BookingMove = (typeof BOOKING_MOVES)[number]

/** How a booking begins, and every move after it: what its history is made of. */
export const BOOKING_ACTS = ['hold', 'book', 'join', ...BOOKING_MOVES] as const
export type BookingAct = (typeof BOOKING_ACTS)[number]

/** Every move there is; what is not here is refused. */
export const BOOKING_LIFECYCLE: Record<BookingState, Partial<Record<BookingMove, BookingState>>> = {
  held: { confirm: 'booked', extend: 'held', expire: 'expired', cancel: 'cancelled' },
  booked: { cancel: 'cancelled', check_in: 'served', miss: 'no_show' },
  waitlisted: { offer: 'offered', leave: 'cancelled', expire: 'expired' },
  offered: { accept: 'booked', decline: 'cancelled', expire: 'expired' },
  cancelled: {},
  expired: {},
  served: { undo_check_in: 'booked' },
  // They came after all, or the desk had not been online.
  no_show: { check_in: 'served' },
}

/** Minutes that a seat is held while somebody fills in the rest; one tap holds it as long again. */
export const HOLD_MINUTES = 10
/** However often it is extended. */
export const MAX_HOLD_MINUTES = 30

/** The last instant at which a hold can end, however often it is extended: never after the cut-off. */
export const latestHold = (heldAt: Date, cutoffAt: Date): number =>
  Math.min(heldAt.getTime() + MAX_HOLD_MINUTES * 60_000, cutoffAt.getTime())

/** Until when a hold lasts after one more tap; undefined when it has been extended enough. */
export const extendedHold = (heldAt: Date, cutoffAt: Date, now: Date): Date | undefined => {
  const latest = latestHold(heldAt, cutoffAt)
  const wanted = now.getTime() + HOLD_MINUTES * 60_000
  return now.getTime() >= latest ? undefined : new Date(Math.min(wanted, latest))
}
