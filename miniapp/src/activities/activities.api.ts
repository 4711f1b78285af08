import type { activityContract } from '@little-bench/shared/activities/contract'
import { activityEndpoints } from '@little-bench/shared/activities/endpoints'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { BOOKINGS_KEY } from '../scheduling'

type Contract = typeof activityContract
export type Activity = CallResult<Contract['listActivities']>['items'][number]
export type SignUp = CallResult<Contract['signUpForActivity']>
export type ActivityRoster = CallResult<Contract['getActivityRoster']>
type NewSignUp = NonNullable<CallInput<Contract['signUpForActivity']>['body']>

const activityApi = createClient<Contract>(activityEndpoints)
/** What those who lead activities do as themselves. */
const hostApi = createClient<Contract>(activityEndpoints, { actingFor: null })

export const ACTIVITIES_KEY = ['activities'] as const
const AFTER_WRITE = [ACTIVITIES_KEY, BOOKINGS_KEY] as const
/** Days in one answer: as many as people plan ahead. */
const DAYS = 30

export const useActivities = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...ACTIVITIES_KEY, communityId, personId, language],
    enabled: communityId !== undefined,
    queryFn: async () =>
      (await activityApi.listActivities({ params: { communityId: communityId ?? '' }, query: { days: DAYS } })).items,
  })
}

type SlotParams = { communityId: string; slotId: string }

/** Signs up, or waits where it is full. */
export const useSignUp = (params: SlotParams) =>
  useWrite(
    ({ isWait, body }: { isWait: boolean; body: NewSignUp }, options) =>
      isWait
        ? activityApi.joinActivityWaitlist({ params, body }, options)
        : activityApi.signUpForActivity({ params, body }, options),
    AFTER_WRITE,
  )

export const useCancelSignUp = (params: { communityId: string; bookingId: string }) =>
  useWrite((_: void, options) => activityApi.cancelActivitySignUp({ params }, options), AFTER_WRITE)

export const ROSTER_KEY = ['activity-roster'] as const

/** Each reading of a child leaves a line for its family: it is asked for once, not again by itself. */
export const useActivityRoster = (params: SlotParams) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...ROSTER_KEY, params, personId],
    enabled: personId !== undefined && params.slotId !== '',
    queryFn: () => hostApi.getActivityRoster({ params }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** One date does not take place; the list is read again. */
export const useCancelDate = (params: SlotParams) =>
  useWrite((_: void, options) => hostApi.cancelActivityDate({ params }, options), [ROSTER_KEY, ACTIVITIES_KEY])

/** They have come, or it was somebody else; the answer is the list as it is now. */
export const useActivityCheckIn = (communityId: string) => {
  const queryClient = useQueryClient()
  return useWrite(async ({ bookingId, hasCome }: { bookingId: string; hasCome: boolean }, options) => {
    const params = { communityId, bookingId }
    const roster = await (hasCome
      ? hostApi.checkInActivity({ params, body: {} }, options)
      : hostApi.undoActivityCheckIn({ params }, options))
    const queryKey = [...ROSTER_KEY, { communityId, slotId: roster.slotId }]
    queryClient.setQueriesData<ActivityRoster>({ queryKey }, roster)
  })
}
