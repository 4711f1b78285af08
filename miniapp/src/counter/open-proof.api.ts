import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { openProofEndpoints } from '@little-bench/shared/pension/endpoints'
import type { openProofContract } from '@little-bench/shared/pension/open-proof.contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof openProofContract
export type OpenProof = CallResult<Contract['listOpenProofsOfLife']>['items'][number]

const openProofApi = createClient<Contract>(openProofEndpoints, { actingFor: null })
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
      openProofApi.listOpenProofsOfLife({
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
