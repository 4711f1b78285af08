import type { canteenContract } from '@little-bench/shared/canteen/contract'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { canteenApi } from './canteen.api'

type Contract = typeof canteenContract
export type StandingOrder = CallResult<Contract['saveStandingOrder']>
export type StandingWish = NonNullable<CallInput<Contract['saveStandingOrder']>['body']>
type StandingRef = NonNullable<CallInput<Contract['saveStandingOrder']>['params']>
export type AbsenceCheck = CallResult<Contract['getAbsenceCheck']>
type AbsenceWish = NonNullable<CallInput<Contract['saveAbsenceCheck']>['body']>

const STANDING_KEY = ['standing-orders'] as const
const ABSENCE_KEY = ['absence-check'] as const

/** Meals that are ordered by themselves. */
export const useStandingOrders = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...STANDING_KEY, communityId, personId, language],
    enabled: communityId !== undefined && personId !== undefined,
    queryFn: async () => (await canteenApi.listStandingOrders({ params: { communityId: communityId ?? '' } })).items,
  })
}

export const useSaveStanding = (params: StandingRef) =>
  useWrite((body: StandingWish, options) => canteenApi.saveStandingOrder({ params, body }, options), [STANDING_KEY])

export const useEndStanding = (params: StandingRef) =>
  useWrite((_nothing: undefined, options) => canteenApi.endStandingOrder({ params }, options), [STANDING_KEY])

/** Whether somebody is asked after when they do not come. */
export const useAbsenceCheck = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...ABSENCE_KEY, communityId, personId],
    enabled: communityId !== undefined && personId !== undefined,
    queryFn: () => canteenApi.getAbsenceCheck({ params: { communityId: communityId ?? '' } }),
  })
}

export const useSaveAbsenceCheck = (communityId: string) =>
  useWrite(
    (body: AbsenceWish, options) => canteenApi.saveAbsenceCheck({ params: { communityId }, body }, options),
    [ABSENCE_KEY],
  )
