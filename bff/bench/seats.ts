import { median } from './rounds.ts'
import type { Sender } from './seed.ts'
import { MEALS_COMMUNITY, type OrderableMeal } from './seed-meals.ts'
import type { Server } from './servers.ts'

/** So many want a seat at the same moment, and so many there are. */
export const ATTEMPTS = 200
export const SEATS = 30
/** Sittings that are sold out before any is measured, so that Node has compiled what it will compile. */
const WARM_UP = 5

export interface SeatsFound {
  /** Attempts a second. */
  bff: number
  bare: number
  ratio: number
  ratios: readonly number[]
}

export const mealsNeeded = (rounds: number): number => rounds + WARM_UP

/** All of them at once; answers how many were answered a second. Every seat must be taken, and none too many. */
const sellOut = async (
  { url }: Server,
  { slotId, dishId }: OrderableMeal,
  senders: readonly Sender[],
): Promise<number> => {
  const path = `${url}/api/communities/${MEALS_COMMUNITY}/sittings/${slotId}/orders`
  const body = JSON.stringify({ dishes: [{ dishId, quantity: 1 }], fulfilment: 'pick_up' })
  const start = performance.now()
  const statuses = await Promise.all(
    senders.map(async ({ token, personId }) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Bench-Person': personId }
      const response = await fetch(path, { method: 'POST', headers, body })
      await response.arrayBuffer()
      return response.status
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  const [taken, full] = [201, 409].map((status) => statuses.filter((one) => one === status).length)
  if (taken !== SEATS || full !== ATTEMPTS - SEATS)
    throw new Error(`${taken} seats taken, ${full} told that it is full`)
  return ATTEMPTS / seconds
}

/** One sitting after the other sold out on both servers in turn, each on a database of its own with the same sittings. */
export const compareSeats = async (
  servers: { bff: Server; bare: Server },
  meals: readonly OrderableMeal[],
  senders: readonly Sender[],
): Promise<SeatsFound> => {
  const found = { bff: new Array<number>(), bare: new Array<number>() }
  for (const [round, meal] of meals.entries()) {
    const order = round % 2 === 0 ? (['bff', 'bare'] as const) : (['bare', 'bff'] as const)
    for (const who of order) {
      const rate = await sellOut(servers[who], meal, senders)
      if (round >= WARM_UP) found[who].push(rate)
    }
  }
  const ratios = found.bff.map((rate, round) => rate / (found.bare[round] ?? Number.NaN))
  return { bff: median(found.bff), bare: median(found.bare), ratio: median(ratios), ratios }
}
