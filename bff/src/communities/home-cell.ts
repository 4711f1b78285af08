import type { Viewer } from '../platform/http/viewer.ts'

/** The grid cell where somebody lives in a community, as far as the server knows it. */
export type HomeCellOf = (personId: string, communityId: string) => Promise<string | null>

/**
 * The grid cell that a board may be ordered by without being asked for it. Only the caller's own: the order would tell
 * whoever acts for somebody where that one lives.
 */
export const ownHomeCell = async (
  viewer: Viewer | null,
  communityId: string,
  homeCellOf: HomeCellOf,
): Promise<string | null> => (viewer && viewer.authority === null ? homeCellOf(viewer.personId, communityId) : null)
