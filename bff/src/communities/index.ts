import type { CommunityConfig } from '@little-bench/config/model'
import { communityContract } from '@little-bench/shared/communities/contract'
import { communityEndpoints } from '@little-bench/shared/communities/endpoints'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { presentCommunity, presentCommunitySummary, presentContactBoard } from './community.presenter.ts'
import { type HomeCellOf, ownHomeCell } from './home-cell.ts'

export { recordConfigVersion } from './config-version.repository.ts'
export { insertAppliedRedraw, takeMapLock } from './grid-redraw.repository.ts'
export { createLiveConfig } from './live-config.ts'

/** The configuration of a community. Errors: `not_found`. */
export const communityOf = (context: Context, communityId: string): CommunityConfig => {
  const community = context.config().communities.get(communityId)
  if (!community) throw new AppError('not_found')
  return community
}

/** What the board asks of the people engine, which itself asks for communities. */
interface BoardPeople {
  /** Puts the grid worker first for whoever has said where they live. */
  homeCellOf: HomeCellOf
  /** Whom a complaint can name, by grid cell. */
  workersByCell(communityId: string): Promise<ReadonlyMap<string, readonly string[]>>
}

export const mountCommunities = (mount: Mount, context: Context, { homeCellOf, workersByCell }: BoardPeople): void =>
  mount(communityEndpoints, communityContract, {
    listCommunities: async ({ language }) => {
      const config = context.config()
      const items = [...config.communities.values()].map((community) =>
        presentCommunitySummary(community, config, language),
      )
      return { items, nextCursor: null }
    },
    getCommunity: async ({ params, language }) =>
      presentCommunity(communityOf(context, params.communityId), context.config(), language),
    listContacts: async ({ params, query, viewer, language }) => {
      const community = communityOf(context, params.communityId)
      const gridCellId = query.gridCellId ?? (await ownHomeCell(viewer, community.id, homeCellOf))
      const reader = { gridCellId, workersByCell: await workersByCell(community.id) }
      return { items: presentContactBoard(community, reader, context.config(), language), nextCursor: null }
    },
  })
