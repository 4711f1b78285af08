import type { Client } from '../../../bff/test/client'

interface Meal {
  communityId: string
  sitting: 'breakfast' | 'lunch' | 'dinner'
  /** Days from today; from two on it can be ordered whatever the hour. */
  day: number
}

/** A sitting of one of the days ahead. */
export const findSitting = async (client: Client, { communityId, sitting, day }: Meal) => {
  const { items } = await client.call('listSittings', { params: { communityId }, query: { days: 7 } })
  const days = [...new Set(items.map(({ on }) => on))]
  const found = items.find((each) => each.on === days[day] && each.sitting === sitting)
  if (!found) throw new Error(`there is no ${sitting} in ${day} days`)
  return found
}

/** Orders the first dish of the menu, eaten there; ordered before, or by another file meanwhile, it is the same order. */
export const orderMeal = async (client: Client, meal: Meal): Promise<{ communityId: string; id: string }> => {
  const { communityId } = meal
  const { id: slotId, yours, dishes } = await findSitting(client, meal)
  const [dish] = dishes
  if (!dish) throw new Error('there is no menu yet')
  if (!yours) {
    const body = { dishes: [{ dishId: dish.id, quantity: 1 }], fulfilment: 'dine_in' }
    await client.attempt('orderMeal', { params: { communityId, slotId }, body })
  }
  const ordered = (await findSitting(client, meal)).yours
  if (!ordered) throw new Error('the meal was not ordered')
  return { communityId, id: ordered.orderId }
}
