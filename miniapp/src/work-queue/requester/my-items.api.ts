import type { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../../platform/display-settings'
import { createClient } from '../../platform/request'
import { useSession } from '../../platform/session'

/** What somebody who asked for something may call; the staff desk has more. */
export const requesterApi = createClient<typeof workQueueContract>(workQueueEndpoints)

export const MY_ITEMS_KEY = ['my-items'] as const

/** What the signed-in person asked for, newest first, page by page. */
export const useMyItems = () => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...MY_ITEMS_KEY, personId, language],
    enabled: personId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => requesterApi.listMyItems({ query: pageParam ? { cursor: pageParam } : {} }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}
