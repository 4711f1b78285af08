import type { WaitingWrite } from '../platform/waiting-writes'
import type { KitchenOrder } from './kitchen.api'

/** One line of the list: what the sheet says of somebody, and what this desk has written down since. */
export interface ListedOrder {
  order: KitchenOrder
  /** They have come, also when the server has not been told yet. */
  isServed: boolean
  /** What waits here, or was not taken. */
  write: WaitingWrite | undefined
}

const COMING = new Set<KitchenOrder['state']>(['booked', 'served', 'no_show'])

/** Who is on the list, by name; cancelled ones are not. What this desk wrote down counts before the server has it. */
export const listedOrders = (orders: readonly KitchenOrder[], writes: readonly WaitingWrite[]): ListedOrder[] =>
  orders
    .filter(({ state }) => COMING.has(state))
    .map((order) => {
      const write = writes.filter(({ body }) => body.orderId === order.id).at(-1)
      return { order, write, isServed: order.state === 'served' || (write !== undefined && write.state !== 'refused') }
    })
    .sort((a, b) => Number(a.isServed) - Number(b.isServed) || (a.order.name < b.order.name ? -1 : 1))

/** Those whose name or code has these words in it. */
export const matching = (listed: readonly ListedOrder[], words: string): ListedOrder[] => {
  const wanted = words.trim()
  return listed.filter(
    ({ order }) => order.name.includes(wanted) || order.pickUpCode.includes(wanted.replace(/\s/g, '')),
  )
}

/** What the sheet shows by now needs no word of this desk any more. */
export const settledWrites = (orders: readonly KitchenOrder[], writes: readonly WaitingWrite[]): string[] =>
  writes
    .filter(
      ({ state, body }) =>
        state === 'sent' && orders.some(({ id, state: now }) => id === body.orderId && now === 'served'),
    )
    .map(({ id }) => id)
