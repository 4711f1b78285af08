import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { workQueueContract } from '@little-bench/shared/work-queue/contract'
import { workQueueEndpoints } from '@little-bench/shared/work-queue/endpoints'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
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
    select: withoutCases,
  })
}

type MyItems = InfiniteData<CallResult<(typeof workQueueContract)['listMyItems']>, string | undefined>

/** A case has a page of its own: a list that lies open on a table says nothing of it. */
const withoutCases = ({ pages, pageParams }: MyItems): MyItems => ({
  pages: pages.map((page) => ({ ...page, items: page.items.filter(({ service }) => service !== 'mediation') })),
  pageParams,
})
