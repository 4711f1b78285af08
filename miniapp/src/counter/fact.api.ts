import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { factCheckEndpoints, profileEndpoints } from '@little-bench/shared/people/endpoints'
import type { factCheckContract } from '@little-bench/shared/people/fact-check.contract'
import type { profileContract } from '@little-bench/shared/people/profile.contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { RESIDENT_KEY } from './counter.api'
import { useCounterWrite } from './use-counter-write'

type Check = typeof factCheckContract
export type FactToVerify = CallResult<Check['listFactsToVerify']>['items'][number]
export type Fact = FactToVerify['fact']
export type FactContent = CallInput<(typeof profileContract)['claimFact']>['body']['content']
type Decision = CallInput<Check['verifyResidentFact']>['body']

/** Verifying is the staff person's own act, whoever is helped at the moment. */
const checkApi = createClient<Check>(factCheckEndpoints, { actingFor: null })
const profileApi = createClient<typeof profileContract>(profileEndpoints)

const TO_VERIFY_KEY = ['facts-to-verify']
const factsKeyOf = (residentId: string) => [RESIDENT_KEY, residentId, 'facts']

/** Claims that wait for somebody who has seen the evidence, the longest waiting first. */
export const useFactsToVerify = () => {
  const communityId = useWorkCommunityId('fact.verify')
  const staffId = useSession(({ person }) => person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...TO_VERIFY_KEY, communityId, staffId, language],
    enabled: communityId !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      checkApi.listFactsToVerify({
        params: { communityId: communityId ?? '' },
        query: pageParam ? { cursor: pageParam } : {},
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

/** What is known about the person who is helped. */
export const useResidentFacts = (residentId: string) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...factsKeyOf(residentId), language],
    queryFn: async () => (await profileApi.listMyFacts({}, { actingFor: residentId })).items,
  })
}

/** Confirms, refuses or records; both lists are read again, also when a colleague was faster. */
export const useDecideFact = (personId: string) => {
  const communityId = useWorkCommunityId('fact.verify') ?? ''
  return useCounterWrite(
    (body: Decision, options) => checkApi.verifyResidentFact({ params: { communityId, personId }, body }, options),
    [TO_VERIFY_KEY, factsKeyOf(personId)],
  )
}

/** Says it for them, as a claim that somebody verifies later. */
export const useClaimFor = (residentId: string) =>
  useCounterWrite(
    (body: CallInput<(typeof profileContract)['claimFact']>['body'], options) =>
      profileApi.claimFact({ body }, { ...options, actingFor: residentId }),
    [factsKeyOf(residentId)],
  )

export const useWithdrawFor = (residentId: string) =>
  useCounterWrite(
    (factId: Fact['id'], options) =>
      profileApi.withdrawFact({ params: { factId } }, { ...options, actingFor: residentId }),
    [factsKeyOf(residentId)],
  )
