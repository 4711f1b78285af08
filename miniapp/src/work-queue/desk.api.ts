import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { deskContract } from '@little-bench/shared/work-queue/desk.contract'
import { deskEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { DESK_KEY } from './desk-keys'
import { useRefreshMs } from './live/live-state'
import { useReader } from './work-item.api'

type Contract = typeof deskContract
export type SavedView = CallResult<Contract['listSavedViews']>['items'][number]
export type SavedViewBody = CallInput<Contract['saveSavedView']>['body']
export type FollowUp = CallResult<Contract['listFollowUps']>['items'][number]
export type FollowUpBody = CallInput<Contract['recordFollowUp']>['body']
export type NotOursEntry = CallResult<Contract['listNotOurs']>['items'][number]

export const deskApi = createClient<Contract>(deskEndpoints)

/** No move changes them. */
export const SAVED_VIEWS_KEY = ['saved-views']
export const followUpsKey = (queueId: string) => [DESK_KEY, 'follow-ups', queueId]

/** The caller's own saved views. */
export const useSavedViews = () => {
  const reader = useReader()
  return useQuery({
    queryKey: [...SAVED_VIEWS_KEY, reader],
    queryFn: () => deskApi.listSavedViews(),
    enabled: reader.personId !== null,
  })
}

/** Who serves a queue: whom a view can be narrowed to. */
export const useQueueStaff = (queueId: string, isWanted: boolean) => {
  const reader = useReader()
  return useQuery({
    queryKey: ['queue-staff', queueId, reader],
    queryFn: async () => (await deskApi.getRoster({ params: { queueId } })).staff,
    enabled: reader.personId !== null && isWanted,
  })
}

/** Calls to make for a queue, due first; with `isDone` those already made. */
export const useFollowUps = (queueId: string, isDone: boolean) => {
  const reader = useReader()
  return useInfiniteQuery({
    queryKey: [...followUpsKey(queueId), isDone, reader],
    queryFn: ({ pageParam }) =>
      deskApi.listFollowUps({
        params: { queueId },
        query: { isDone: String(isDone), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: reader.personId !== null && queueId !== '',
    refetchInterval: useRefreshMs(),
  })
}

/** The register of what was not ours, newest first. */
export const useNotOurs = (communityId: string) => {
  const reader = useReader()
  return useInfiniteQuery({
    queryKey: [DESK_KEY, 'not-ours', null, communityId, reader],
    queryFn: ({ pageParam }) =>
      deskApi.listNotOurs({ params: { communityId }, query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: reader.personId !== null && communityId !== '',
  })
}
