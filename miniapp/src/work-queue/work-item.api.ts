import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { DESK_KEY, ITEM_KEY } from './desk-keys'
import { useRefreshMs } from './live/live-state'

export { DESK_KEY } from './desk-keys'

type Contract = typeof workQueueContract
export type MyQueue = CallResult<Contract['listMyQueues']>['items'][number]
export type QueueItem = CallResult<Contract['listQueueItems']>['items'][number]
export type WorkItem = CallResult<Contract['getWorkItem']>
export type AllowedMove = WorkItem['allowedMoves'][number]
export type MoveBody = CallInput<Contract['moveWorkItem']>['body']
type QueueQuery = NonNullable<CallInput<Contract['listQueueItems']>['query']>
export type QueueView = NonNullable<QueueQuery['view']>
/** What narrows a view; all that are given must hold. */
export type QueueFilter = Pick<QueueQuery, 'serviceCode' | 'gridCellId' | 'assigneeId' | 'communityId'>

export interface WorkItemRef {
  communityId: string
  id: string
}

export const workQueueApi = createClient<Contract>(workQueueEndpoints)

export const workItemKey = ({ communityId, id }: WorkItemRef) => [ITEM_KEY, communityId, id]

/** Whose desk, in which language: another person on the same phone starts with nothing. */
export const useReader = () => {
  const personId = useSession(({ person }) => person?.id ?? null)
  const language = useDisplaySettings((settings) => settings.language)
  return { personId, language }
}

/** The queues that the signed-in person serves, with counts. */
export const useMyQueues = () => {
  const reader = useReader()
  return useQuery({
    queryKey: [DESK_KEY, 'queues', reader],
    queryFn: () => workQueueApi.listMyQueues(),
    enabled: reader.personId !== null,
    refetchInterval: useRefreshMs(),
  })
}

/** The items of a queue, page after page, in the server's order: of the open ones the most urgent come first. */
export const useQueueItems = (queueId: string | undefined, view: QueueView, filter: QueueFilter) => {
  const reader = useReader()
  return useInfiniteQuery({
    queryKey: [DESK_KEY, 'items', queueId, view, filter, reader],
    queryFn: ({ pageParam }) =>
      workQueueApi.listQueueItems({
        params: { queueId: queueId ?? '' },
        query: { view, ...filter, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: reader.personId !== null && queueId !== undefined,
    refetchInterval: useRefreshMs(),
  })
}

/** One item with its timeline and the moves that would succeed now. */
export const useWorkItem = (ref: WorkItemRef | undefined) => {
  const reader = useReader()
  return useQuery({
    queryKey: [...workItemKey(ref ?? { communityId: '', id: '' }), reader],
    queryFn: () =>
      workQueueApi.getWorkItem({ params: { communityId: ref?.communityId ?? '', workItemId: ref?.id ?? '' } }),
    enabled: reader.personId !== null && ref !== undefined,
    refetchInterval: useRefreshMs(),
    // Who opens it from a list or a message is told that something changed: what the phone kept is old by then.
    refetchOnMount: 'always',
  })
}
