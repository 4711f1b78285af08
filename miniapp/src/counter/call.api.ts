import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { callContract } from '@little-bench/shared/notifications/contract'
import { callEndpoints } from '@little-bench/shared/notifications/endpoints'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useCounterWrite } from './use-counter-write'

type Contract = typeof callContract
export type Call = CallResult<Contract['listCallList']>['items'][number]
export type CallLine = Call['lines'][number]
export type CallView = NonNullable<NonNullable<CallInput<Contract['listCallList']>['query']>['view']>
export type CallAnswer = CallInput<Contract['recordCall']>['body']

const callApi = createClient<Contract>(callEndpoints, { actingFor: null })
const CALLS_KEY = ['call-list']
const PAGE = 50

/** One view of the call list; read only when somebody looks, as each read leaves a line. */
export const useCalls = (view: CallView, isWanted: boolean) => {
  const communityId = useWorkCommunityId('call.record')
  const staffId = useSession(({ person }) => person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...CALLS_KEY, view, communityId, staffId, language],
    enabled: isWanted && communityId !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      callApi.listCallList({
        params: { communityId: communityId ?? '' },
        query: { view, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

/** Writes down how a call went; the list is read again also after a refusal, because then somebody else was faster. */
export const useRecordCall = (callId: Call['id']) => {
  const communityId = useWorkCommunityId('call.record') ?? ''
  return useCounterWrite(
    (body: CallAnswer, options) => callApi.recordCall({ params: { communityId, callId }, body }, options),
    [CALLS_KEY],
  )
}
