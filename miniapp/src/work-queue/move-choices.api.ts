import { useQuery } from '@tanstack/react-query'
import { needsChoices } from './move-rules'
import { useReader, type WorkItem, workQueueApi } from './work-item.api'

/**
 * What the moves of this item may name. Asked when a form opens, or before it on a wide screen (`isWanted`); after a move
 * other things may be named, so the version is part of the key.
 */
export const useMoveChoices = ({ communityId, id, version, allowedMoves }: WorkItem, isWanted: boolean) => {
  const reader = useReader()
  return useQuery({
    queryKey: ['move-choices', communityId, id, version, reader],
    queryFn: () => workQueueApi.getMoveChoices({ params: { communityId, workItemId: id } }),
    enabled: isWanted && allowedMoves.some(needsChoices),
    staleTime: STALE_MS,
    // While the item changes under an open form, what was offered stays to be read.
    placeholderData: (before) => before,
  })
}

/** Who is on duty and how much they have changes slowly. */
const STALE_MS = 60_000
