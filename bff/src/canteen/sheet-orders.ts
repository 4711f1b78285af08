import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { contactsByPersonId } from '../people/index.ts'
import { type BookingRow, listBookingsByIds, type Scheduling, type SlotAddress } from '../scheduling/index.ts'
import { listOrdersOfSlot, type OrderRow } from './meal-order.repository.ts'

/** An order that is cooked, with whoever eats it. */
export interface SheetOrder {
  order: OrderRow
  booking: BookingRow
  /** In full. */
  name: string
  phone: string | null
}

/** Cooked, whether they came or not. */
export const ORDERED: readonly BookingState[] = ['booked', 'served', 'no_show']

export const isCooked = ({ booking }: Pick<SheetOrder, 'booking'>): boolean => ORDERED.includes(booking.state)

/** Paid, and then cancelled: the money is still in the till. */
export const isRefund = ({ payment }: Pick<OrderRow, 'payment'>, { state }: Pick<BookingRow, 'state'>): boolean =>
  state === 'cancelled' && payment === 'paid'

/** What is ordered for a sitting, and what is to be given back: no wishes. */
export const listKitchenOrders = async (scheduling: Scheduling, address: SlotAddress): Promise<SheetOrder[]> => {
  const orders = await listOrdersOfSlot(scheduling.db, address)
  const ids = orders.map(({ id }) => id)
  const bookings = await listBookingsByIds(scheduling.db, address.communityId, ids)
  const ordered = orders.flatMap((order) => {
    const booking = bookings.get(order.id)
    const found = booking && { order, booking }
    return found && (isCooked(found) || isRefund(order, found.booking)) ? [found] : []
  })
  return withNames(scheduling, ordered)
}

/** Names are called out, so they are whole. */
export const withNames = async (
  scheduling: Scheduling,
  orders: readonly Pick<SheetOrder, 'order' | 'booking'>[],
): Promise<SheetOrder[]> => {
  const contacts = await contactsByPersonId(
    scheduling,
    orders.map(({ order }) => order.person_id),
  )
  return orders.map(({ order, booking }) => {
    const contact = contacts.get(order.person_id)
    return { order, booking, name: contact?.name ?? '', phone: contact?.phone ?? null }
  })
}
