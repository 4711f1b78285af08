import { AppError } from '@little-bench/shared/kernel/errors'
import type { HELD_VIEWS } from '@little-bench/shared/moderation/contract'
import { idOfCursor, instantAndIdOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { describeHeld } from './describe-held.ts'
import { countWaiting, listDecided, listWaiting } from './held-content.repository.ts'
import { decidesFor } from './moderation.policy.ts'
import type { Moderation } from './moderation.ts'

interface Query {
  view: (typeof HELD_VIEWS)[number]
  cursor?: string | undefined
  limit: number
}

/** What waits for a person before neighbours see it, or what was decided. Errors: `not_found` for another community. */
export const listHeldContent = async (
  moderation: Moderation,
  viewer: Viewer,
  communityId: string,
  { view, cursor, limit }: Query,
) => {
  if (!decidesFor(viewer.roles, communityId)) throw new AppError('not_found')
  const listing = { communityId, viewerId: viewer.personId, limit }
  const page =
    view === 'waiting'
      ? pageOfRows(await listWaiting(moderation.db, listing, idOfCursor(cursor)), limit, ({ id }) => [id])
      : pageOfRows(
          await listDecided(moderation.db, listing, instantAndIdOfCursor(cursor)),
          limit,
          ({ decided_at: at, id }) => [at ?? '', id],
        )
  return {
    items: await describeHeld(moderation, viewer, communityId, page.rows),
    nextCursor: page.nextCursor,
    waiting: await countWaiting(moderation.db, listing),
  }
}
