import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import type { BookingRow } from './booking.repository.ts'
import type { SlotRow } from './slot.repository.ts'

/** What a service wants to know of its bookings; called in the transaction that moved them. */
export interface BookingHandlers {
  /** A freed seat is kept for somebody who waited, until `expiresAt` of the booking. */
  onOffered(trx: Trx, booking: BookingRow, slot: SlotRow, now: Date): Promise<void>
  /** A seat that was held or offered was given up because nobody answered, or the wait ended with the cut-off. */
  onExpired(trx: Trx, booking: BookingRow, slot: SlotRow, now: Date): Promise<void>
}

/** The engine with what its services registered. */
export interface Scheduling extends Context {
  handlersOf(slot: SlotRow): BookingHandlers
}
