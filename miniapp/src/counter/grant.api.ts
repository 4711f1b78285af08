import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { grantEndpoints } from '@little-bench/shared/people/endpoints'
import type { grantContract } from '@little-bench/shared/people/grant.contract'
import { useQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { createClient } from '../platform/request'
import { RESIDENT_KEY } from './counter.api'
import { useCounterWrite } from './use-counter-write'

type Contract = typeof grantContract
export type GivenGrant = CallResult<Contract['listProxyGrants']>['given'][number]
export type WitnessedGrant = CallResult<Contract['witnessProxyGrant']>
export type WitnessBody = CallInput<Contract['witnessProxyGrant']>['body']

const grantApi = createClient<Contract>(grantEndpoints)
const keyOf = (residentId: string) => [RESIDENT_KEY, residentId, 'grants']

/** What the person who is helped has given to others; what they received is no business of the counter. */
export const useGrantsOf = (residentId: string) =>
  useQuery({
    queryKey: keyOf(residentId),
    queryFn: async () => {
      const { given, isFrozen } = await grantApi.listProxyGrants({}, { actingFor: residentId })
      return { given, isFrozen }
    },
  })

export const useEndGrant = (residentId: string) =>
  useCounterWrite(
    (grantId: GivenGrant['id'], options) =>
      grantApi.revokeProxyGrant({ params: { grantId } }, { ...options, actingFor: residentId }),
    [keyOf(residentId)],
  )

export const useFreezeGrants = (residentId: string) =>
  useCounterWrite(
    (isFrozen: boolean, options) =>
      grantApi.freezeProxyGrants({ body: { isFrozen } }, { ...options, actingFor: residentId }),
    [keyOf(residentId)],
  )

/** The witness signs as themselves: nobody witnesses in somebody else's name. */
export const useWitnessGrant = (residentId: string) => {
  const communityId = useWorkCommunityId('resident.assist') ?? ''
  return useCounterWrite(
    (body: WitnessBody, options) =>
      grantApi.witnessProxyGrant({ params: { communityId }, body }, { ...options, actingFor: null }),
    [keyOf(residentId)],
  )
}
