import { useInfiniteQuery } from '@tanstack/react-query'
import { DESK_KEY, useReader, workQueueApi } from './work-item.api'

/** Items of the reader's queues that hold the text, newest first, page after page. */
export const useFoundItems = (text: string | undefined) => {
  const reader = useReader()
  return useInfiniteQuery({
    queryKey: [DESK_KEY, 'found', text, reader],
    queryFn: ({ pageParam }) =>
      workQueueApi.searchItems({ query: { text: text ?? '', ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    enabled: reader.personId !== null && text !== undefined,
  })
}
