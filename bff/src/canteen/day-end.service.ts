import type { DayEndSheet } from '@little-bench/shared/canteen/kitchen.contract'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import type { z } from 'zod'
import type { Viewer } from '../platform/http/viewer.ts'
import { listBookingsByIds, listSlots, type Scheduling } from '../scheduling/index.ts'
import { paymentReasonOf } from './kitchen.presenter.ts'
import { servedCanteen } from './kitchen-access.ts'
import { listOrdersOfSlot, type OrderRow } from './meal-order.repository.ts'
import { sittingOf } from './meal-slot.ts'
import { isRefund } from './sheet-orders.ts'

type SheetView = z.input<typeof DayEndSheet>

interface DayOrder {
  order: OrderRow
  state: BookingState
}

/** What a day was served, paid and free, for the till. Errors: `not_found`. */
export const readDayEndSheet = async (
  scheduling: Scheduling,
  viewer: Viewer,
  address: { communityId: string; canteenId: string },
  on: ServiceDate,
): Promise<SheetView> => {
  const canteen = servedCanteen(scheduling, viewer, address)
  const { communityId } = address
  const slots = await listSlots(scheduling.db, communityId, [canteen.id], { from: on, to: on })
  const sittings: SheetView['sittings'] = []
  const free: DayOrder[] = []
  for (const slot of slots) {
    const sitting = sittingOf(slot)
    if (!sitting) continue
    const orders = await listDayOrders(scheduling, communityId, slot.id)
    sittings.push({ sitting, ...figuresOf(orders) })
    free.push(...orders.filter((one) => isCharged(one) && one.order.payment === 'free'))
  }
  return {
    canteenName: inLanguage(canteen.name, viewer.language),
    on,
    sittings,
    freeBecause: countedBy(free, ({ order }) => paymentReasonOf(scheduling, order, viewer.language) ?? ''),
    at: scheduling.clock.now().toISOString(),
  }
}

/** Everything that was ever ordered for a sitting; what was only wished for is not among it. */
const listDayOrders = async (scheduling: Scheduling, communityId: string, slotId: string): Promise<DayOrder[]> => {
  const orders = (await listOrdersOfSlot(scheduling.db, { communityId, slotId })).filter(
    ({ ordered_at: orderedAt }) => orderedAt !== null,
  )
  const bookings = await listBookingsByIds(
    scheduling.db,
    communityId,
    orders.map(({ id }) => id),
  )
  return orders.flatMap((order) => {
    const state = bookings.get(order.id)?.state
    return state ? [{ order, state }] : []
  })
}

/** What the till answers for: what was eaten or is still to be, and what was paid although nobody came. */
const isCharged = ({ order, state }: DayOrder): boolean =>
  state === 'served' || state === 'booked' || (state === 'no_show' && order.payment === 'paid')

const figuresOf = (orders: readonly DayOrder[]): Omit<SheetView['sittings'][number], 'sitting'> => {
  const charged = orders.filter(isCharged).map(({ order }) => order)
  const count = (state: BookingState) => orders.filter((one) => one.state === state).length
  const of = (payment: OrderRow['payment']) => charged.filter((order) => order.payment === payment)
  const due = (some: readonly OrderRow[]) => some.reduce((sum, one) => sum + one.total_cents - one.subsidy_cents, 0)
  return {
    ordered: count('booked') + count('served') + count('no_show'),
    served: count('served'),
    missed: count('no_show'),
    cancelled: count('cancelled'),
    paid: of('paid').length,
    free: of('free').length,
    unpaid: of('unpaid').length,
    totalCents: charged.reduce((sum, { total_cents: total }) => sum + total, 0),
    subsidyCents: charged.reduce((sum, { subsidy_cents: subsidy }) => sum + subsidy, 0),
    paidCents: due(of('paid')),
    unpaidCents: due(of('unpaid')),
    refundCents: due(orders.filter((one) => isRefund(one.order, one)).map(({ order }) => order)),
  }
}

const countedBy = (orders: readonly DayOrder[], reasonOf: (one: DayOrder) => string): SheetView['freeBecause'] => {
  const counts = new Map<string, number>()
  for (const one of orders) counts.set(reasonOf(one), (counts.get(reasonOf(one)) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, orders: count }))
}
