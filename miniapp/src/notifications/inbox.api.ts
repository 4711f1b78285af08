import type { notificationContract } from '@little-bench/shared/notifications/contract'
import { notificationEndpoints } from '@little-bench/shared/notifications/endpoints'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

/** Also while acting: a page below that asks again at the change must not ask in somebody else's name. */
const notificationApi = createClient<typeof notificationContract>(notificationEndpoints, { actingFor: null })

export const INBOX_KEY = ['inbox'] as const

/** The messages of the person who is signed in, newest first, and how many are unread. */
export const useInbox = () => {
  const personId = useSession((session) => session.person?.id)
  // Messages are read by whom they are for, and by nobody else.
  const isOwn = useSession((session) => session.actingFor === null)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...INBOX_KEY, personId, language],
    enabled: personId !== undefined && isOwn,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => notificationApi.listInbox({ query: pageParam ? { cursor: pageParam } : {} }),
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}

export const useMarkRead = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (messageId: string) => notificationApi.markInboxMessageRead({ params: { messageId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: INBOX_KEY }),
  })
}
