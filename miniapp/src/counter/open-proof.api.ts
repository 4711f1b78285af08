import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { visitEndpoints } from '@little-bench/shared/pension/endpoints'
import type { visitContract } from '@little-bench/shared/pension/visit.contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof visitContract
export type OpenProof = CallResult<Contract['listOpenProofsOfLife']>['items'][number]

const visitApi = createClient<Contract>(visitEndpoints, { actingFor: null })
export const OPEN_PROOFS_KEY = ['open-proofs']
const PAGE = 50

/** Whose proof of life is open, the next due first; of one grid cell, or of all that somebody may see. */
export const useOpenProofs = (gridCellId: string | null) => {
  const communityId = useWorkCommunityId('proof.follow')
  const staffId = useSession(({ person }) => person?.id)
  return useInfiniteQuery({
    queryKey: [...OPEN_PROOFS_KEY, communityId, gridCellId, staffId],
    enabled: communityId !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      visitApi.listOpenProofsOfLife({
        params: { communityId: communityId ?? '' },
        query: {
          limit: PAGE,
          ...(gridCellId === null ? {} : { gridCellId }),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
}
