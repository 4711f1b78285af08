import { boardFor } from '@little-bench/shared/communities/contact-board'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { communityApi } from './community.api'
import { keepBoard, readKeptBoard } from './kept-contact-board'

const HOUR_MS = 3_600_000

/**
 * Whom to call in a community, by topic; without a network as it was the last time. The own grid worker is put first
 * here: where somebody lives stays on the phone.
 */
export const useContactBoard = (communityId: string | undefined, gridCellId: string | undefined) => {
  const language = useDisplaySettings((settings) => settings.language)
  const board = useQuery({
    queryKey: ['contacts', communityId, language],
    enabled: communityId !== undefined,
    queryFn: async () => {
      const { items } = await communityApi.listContacts({ params: { communityId: communityId ?? '' } })
      keepBoard(communityId ?? '', items, language)
      return items
    },
    initialData: () => (communityId ? readKeptBoard(communityId, language) : undefined),
    initialDataUpdatedAt: 0,
    staleTime: HOUR_MS,
  })
  return {
    topics: board.data && (gridCellId === undefined ? board.data : boardFor(board.data, gridCellId)),
    /** Only what keeps the board from being shown. */
    error: board.data ? null : board.error,
    retry: () => void board.refetch(),
  }
}
