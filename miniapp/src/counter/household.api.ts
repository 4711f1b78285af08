import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { profileEndpoints } from '@little-bench/shared/people/endpoints'
import type { profileContract } from '@little-bench/shared/people/profile.contract'
import { useQuery } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { RESIDENT_KEY } from './counter.api'
import { useCounterWrite } from './use-counter-write'

type Contract = typeof profileContract
export type Household = CallResult<Contract['joinHousehold']>

const profileApi = createClient<Contract>(profileEndpoints)
const keyOf = (residentId: string) => [RESIDENT_KEY, residentId, 'household']

/** The household of the person who is helped; null when there is none. */
export const useHouseholdOf = (residentId: string) =>
  useQuery({
    queryKey: keyOf(residentId),
    queryFn: async () => (await profileApi.getHousehold({}, { actingFor: residentId })).household,
  })

export const useMakeHouseholdCode = (residentId: string) =>
  useCounterWrite(
    (body: NonNullable<CallInput<Contract['createHouseholdCode']>['body']>, options) =>
      profileApi.createHouseholdCode({ body }, { ...options, actingFor: residentId }),
    [keyOf(residentId)],
  )

export const useJoinHousehold = (residentId: string) =>
  useCounterWrite(
    (code: string, options) => profileApi.joinHousehold({ body: { code } }, { ...options, actingFor: residentId }),
    [keyOf(residentId)],
  )

export const useLeaveHousehold = (residentId: string) =>
  useCounterWrite(
    (_householdId: string, options) => profileApi.leaveHousehold({}, { ...options, actingFor: residentId }),
    [keyOf(residentId)],
  )
