import type { canteenContract } from '@little-bench/shared/canteen/contract'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { BOOKINGS_KEY } from '../scheduling'
import { canteenApi, SITTINGS_KEY } from './canteen.api'

type Contract = typeof canteenContract
export type MealOrder = CallResult<Contract['getMealOrder']>
export type MealPrice = CallResult<Contract['quoteMeal']>
export type NewMeal = NonNullable<CallInput<Contract['orderMeal']>['body']>

export const MEAL_KEY = ['meal-order'] as const

interface SittingRef {
  communityId: string
  slotId: string
}

/** What it would cost and why; only the server knows. */
export const useQuote = (params: SittingRef, meal: NewMeal | undefined) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['meal-quote', params, meal, personId, language],
    enabled: meal !== undefined && personId !== undefined,
    queryFn: () => canteenApi.quoteMeal({ params, body: meal ?? { dishes: [], fulfilment: 'dine_in' } }),
    retry: false,
  })
}

export interface SentMeal {
  meal: NewMeal
  /** No seat is free: wait for one with this order. */
  isWaiting: boolean
  /** The draft's key: the same meal is ordered once, however often it is sent. */
  attemptKey: string
}

/** Orders, or waits with the order for a seat. */
export const useOrderMeal = (params: SittingRef) => {
  const queryClient = useQueryClient()
  return useMutation<MealOrder, unknown, SentMeal>({
    mutationFn: ({ meal, isWaiting, attemptKey }) =>
      isWaiting
        ? canteenApi.joinSittingWaitlist({ params, body: meal }, { idempotencyKey: `${attemptKey}-wait` })
        : canteenApi.orderMeal({ params, body: meal }, { idempotencyKey: attemptKey }),
    onSettled: () => {
      for (const queryKey of [SITTINGS_KEY, BOOKINGS_KEY]) void queryClient.invalidateQueries({ queryKey })
    },
  })
}

/** One order with its price and its code. */
export const useMealOrder = (communityId: string, orderId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...MEAL_KEY, communityId, orderId, personId, language],
    enabled: orderId !== undefined && personId !== undefined,
    queryFn: () => canteenApi.getMealOrder({ params: { communityId, orderId: orderId ?? '' } }),
  })
}

export const useCancelMeal = (params: { communityId: string; orderId: string }) =>
  useWrite(
    (_nothing: undefined, options) => canteenApi.cancelMealOrder({ params }, options),
    [MEAL_KEY, SITTINGS_KEY, BOOKINGS_KEY],
  )
