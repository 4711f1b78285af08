import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof workQueueContract
export type MyQueue = CallResult<Contract['listMyQueues']>['items'][number]
export type QueueItem = CallResult<Contract['listQueueItems']>['items'][number]
export type WorkItem = CallResult<Contract['getWorkItem']>
export type AllowedMove = WorkItem['allowedMoves'][number]
export type MoveBody = CallInput<Contract['moveWorkItem']>['body']
export type QueueView = NonNullable<NonNullable<CallInput<Contract['listQueueItems']>['query']>['view']>

export interface WorkItemRef {
  communityId: string
  id: string
}

/** Counts and lists come again by themselves while the desk is open. */
const REFRESH_MS = 60_000

export const workQueueApi = createClient<Contract>(workQueueEndpoints)

/** Everything of the desk that a move may change is under this key. */
export const DESK_KEY = 'desk'
export const workItemKey = ({ communityId, id }: WorkItemRef) => ['work-item', communityId, id]

/** Whose desk, in which language: another person on the same phone starts with nothing. */
const useReader = () => {
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
    refetchInterval: REFRESH_MS,
  })
}

/** The items of a queue, page after page, in the server's order: open ones come due first. */
export const useQueueItems = (queueId: string | undefined, view: QueueView) => {
  const reader = useReader()
  return useInfiniteQuery({
    queryKey: [DESK_KEY, 'items', queueId, view, reader],
    queryFn: ({ pageParam }) =>
      workQueueApi.listQueueItems({
        params: { queueId: queueId ?? '' },
        query: { view, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: reader.personId !== null && queueId !== undefined,
    refetchInterval: REFRESH_MS,
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
    refetchInterval: REFRESH_MS,
    // Who opens it from a list or a message is told that something changed: what the phone kept is old by then.
    refetchOnMount: 'always',
  })
}
