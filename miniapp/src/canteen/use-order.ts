import { hasPermission } from '@little-bench/shared/people/permissions'
import { useAskToTell } from '../notifications'
import type { Draft } from '../platform/drafts'
import { replacePage } from '../platform/navigation'
import { useSession } from '../platform/session'
import type { Hold } from '../scheduling'
import { type NewMeal, useOrderMeal, useQuote } from './meal.api'
import type { MealFields } from './meal-draft'

interface OrderInput {
  params: { communityId: string; slotId: string }
  meal: NewMeal | undefined
  draft: Draft<MealFields>
  hold: Hold
  isWaiting: boolean
}

/** Who orders: somebody who may, staff who order for nobody, or somebody who signs in before sending. */
export const useOrderer = (): 'resident' | 'staff' | 'nobody' => {
  const person = useSession((session) => session.person)
  const isActing = useSession((session) => session.actingFor !== null)
  if (!person) return 'nobody'
  const roles = person.roles.map(({ role }) => role)
  return isActing || hasPermission(roles, 'booking.own') ? 'resident' : 'staff'
}

/** The price of what is chosen, and sending it once. */
export const useOrder = ({ params, meal, draft, hold, isWaiting }: OrderInput) => {
  const quote = useQuote(params, meal)
  const order = useOrderMeal(params)
  const askToTell = useAskToTell()
  const send = () => {
    if (!meal) return
    void askToTell(isWaiting ? 'waitlist' : 'booking')
    order.mutate(
      { meal, isWaiting, attemptKey: draft.attemptKey },
      {
        onSuccess: ({ communityId, id }) => {
          hold.keep()
          draft.clear()
          replacePage('canteen/pages/meal/index', { communityId, id })
        },
      },
    )
  }
  return { quote, order, send }
}
