import { useBookings } from '../scheduling'
import { useMealOrder } from './meal.api'

/** What whoever's business it is ordered last: of the meals to come the furthest, else the latest that is over. */
export const useLastMeal = () => {
  const coming = useBookings({ when: 'coming', whose: 'mine' })
  const past = useBookings({ when: 'past', whose: 'mine' })
  const meals = (list: typeof coming) =>
    list.data?.pages.flatMap(({ items }) => items).filter(({ service }) => service === 'canteen') ?? []
  const last =
    meals(coming)
      .filter(({ state }) => state === 'booked')
      .at(-1) ?? meals(past).find(({ state }) => state === 'served' || state === 'no_show' || state === 'booked')
  return useMealOrder(last?.communityId ?? '', coming.data && past.data ? last?.id : undefined).data
}
