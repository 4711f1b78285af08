import { COMMUNITY_DESK_TOPIC } from '@little-bench/shared/communities/contact-board'
import type { Community } from '@little-bench/shared/communities/contract'

export interface CommunityPlace {
  id: string
  name: string
  gridCellId: string
  gridCellName: string
}

/** Every courtyard of a community with its grid cell, in the community's own order. */
export const placesOf = (community: Community): CommunityPlace[] =>
  community.gridCells.flatMap((cell) =>
    cell.places.map(({ id, name }) => ({ id, name, gridCellId: cell.id, gridCellName: cell.name })),
  )

/** Whom to call about anything, the nearest first: the grid cell's own people, then the desk of the community. */
export const contactsFor = (community: Community, gridCellId: string | undefined): Community['contacts'] => [
  ...community.contacts.filter((contact) => contact.gridCellId !== null && contact.gridCellId === gridCellId),
  ...community.contacts.filter((contact) => contact.topic === COMMUNITY_DESK_TOPIC),
]

/** The desk of the community, where one can go and call without a phone of one's own. */
export const deskOf = (community: Pick<Community, 'contacts'> | undefined): Community['contacts'][number] | undefined =>
  community?.contacts.find(({ topic, address }) => topic === COMMUNITY_DESK_TOPIC && address !== null)
