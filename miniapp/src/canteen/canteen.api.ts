import type { canteenContract } from '@little-bench/shared/canteen/contract'
import { canteenEndpoints } from '@little-bench/shared/canteen/endpoints'
import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof canteenContract
export type Canteen = CallResult<Contract['listCanteens']>['items'][number]
export type MealSitting = CallResult<Contract['listSittings']>['items'][number]
export type Dish = MealSitting['dishes'][number]

export const canteenApi = createClient<Contract>(canteenEndpoints)

export const SITTINGS_KEY = ['sittings'] as const

const HOUR_MS = 3_600_000
/** Seats and portions are taken by others while somebody reads. */
const FRESH_MS = 30_000

/** Where, when, and who eats free; the same for everybody. */
export const useCanteens = (communityId: string | undefined) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['canteens', communityId, language],
    enabled: communityId !== undefined,
    queryFn: async () => (await canteenApi.listCanteens({ params: { communityId: communityId ?? '' } })).items,
    staleTime: HOUR_MS,
  })
}

/** The sittings of one day, or of some from it on, with what whoever's business it is has of them. */
export const useSittings = (communityId: string | undefined, on: ServiceDate, days = 1) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...SITTINGS_KEY, communityId, on, days, personId, language],
    enabled: communityId !== undefined,
    queryFn: async () =>
      (await canteenApi.listSittings({ params: { communityId: communityId ?? '' }, query: { on, days } })).items,
    refetchInterval: FRESH_MS,
  })
}
