import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import type { moderationContract } from '@little-bench/shared/moderation/contract'
import { moderationEndpoints } from '@little-bench/shared/moderation/endpoints'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof moderationContract
export type HeldContent = CallResult<Contract['listHeldContent']>['items'][number]
export type HeldView = 'waiting' | 'decided'
type Decision = { heldContentId: HeldContent['id'] } & CallInput<Contract['decideHeldContent']>['body']

/** Deciding is the staff person's own act, whoever is helped at the moment. */
const moderationApi = createClient<Contract>(moderationEndpoints, { actingFor: null })

export const HELD_KEY = ['held-content']

/** What waits for somebody to look, or what was decided, of the community in which the signed-in person decides. */
export const useHeldContent = (view: HeldView) => {
  const communityId = useWorkCommunityId('content.decide')
  const staffId = useSession(({ person }) => person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...HELD_KEY, communityId, staffId, view, language],
    enabled: communityId !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      moderationApi.listHeldContent({
        params: { communityId: communityId ?? '' },
        query: { view, ...(pageParam && { cursor: pageParam }) },
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
}

/** Both views are read again, also when a colleague was faster. */
export const useDecide = () => {
  const communityId = useWorkCommunityId('content.decide') ?? ''
  return useWrite(
    ({ heldContentId, ...body }: Decision, options) =>
      moderationApi.decideHeldContent({ params: { communityId, heldContentId }, body }, options),
    [HELD_KEY],
  )
}
