import { contentHash } from './hash.ts'
import type {
  CommunityConfig,
  DemoPerson,
  GridRedrawConfig,
  LoadedConfig,
  NewGridCellConfig,
  Position,
  QueueConfig,
} from './model.ts'
import { nearestGridCell } from './places.ts'

/** What is known of where an item is; `gridCellId` is of the old map. */
export interface Location {
  placeId: string | null
  position: Position | null
  gridCellId: string | null
}

export type CellAfterRedraw =
  | { gridCellId: string; because: 'place' | 'position' | 'only_successor' }
  | { gridCellId: null; because: 'no_place' }

/**
 * The new grid cell of an item, and why: by its place, or by the nearest place within 250 m of its position, or because
 * its old cell became one single cell. Null where nothing tells: the community must decide.
 */
export const cellAfterRedraw = (
  redraw: GridRedrawConfig,
  { placeId, position, gridCellId }: Location,
): CellAfterRedraw => {
  const ofPlace = redraw.gridCells.find(({ places }) => places.some(({ id }) => id === placeId))
  if (ofPlace) return { gridCellId: ofPlace.id, because: 'place' }
  const nearest = position && nearestGridCell(redraw, position)
  if (nearest) return { gridCellId: nearest.id, because: 'position' }
  const [successor, ...others] = gridCellId === null ? [] : successorsOf(redraw, gridCellId)
  return successor && others.length === 0
    ? { gridCellId: successor.id, because: 'only_successor' }
    : { gridCellId: null, because: 'no_place' }
}

/**
 * The configuration under the new map: its cells and queues instead of the old ones, and whoever had an old cell has
 * every new one that was cut out of it. Throws when there is no such redraw, or when it was made for another map.
 */
export const applyGridRedraw = (config: LoadedConfig, communityId: string, redrawId: string): LoadedConfig => {
  const community = config.communities.get(communityId)
  const redraw = community?.gridRedraws.find(({ id }) => id === redrawId)
  if (!community || !redraw) throw new Error(`no grid redraw ${redrawId} of ${communityId}`)
  if (!isForMapOf(redraw, community))
    throw new Error(`the grid redraw ${redrawId} is for another map of ${communityId}`)
  return {
    ...config,
    hash: contentHash({ before: config.hash, communityId, redraw }),
    snapshot: { before: config.snapshot, gridRedraw: { communityId, redrawId } },
    communities: new Map(config.communities).set(communityId, redrawnCommunity(community, redraw)),
    queues: redrawnQueues(config.queues, community, redraw),
    demoPeople: config.demoPeople.map((person) => redrawnPerson(person, community, redraw)),
  }
}

const successorsOf = (redraw: GridRedrawConfig, gridCellId: string): NewGridCellConfig[] =>
  redraw.gridCells.filter(({ formerly }) => formerly.includes(gridCellId))

const isForMapOf = (redraw: GridRedrawConfig, community: CommunityConfig): boolean =>
  community.gridCells.every(({ id }) => successorsOf(redraw, id).length > 0) &&
  redraw.gridCells.every(({ formerly }) => formerly.every((id) => community.gridCells.some((cell) => cell.id === id)))

const redrawnCommunity = (community: CommunityConfig, redraw: GridRedrawConfig): CommunityConfig => ({
  ...community,
  gridCells: redraw.gridCells.map(({ formerly: _formerly, ...gridCell }) => gridCell),
  contacts: community.contacts.flatMap((contact) =>
    contact.gridCellId === null
      ? [contact]
      : successorsOf(redraw, contact.gridCellId).map(({ id }) => ({ ...contact, gridCellId: id })),
  ),
  routing: community.routing.map((rule) =>
    rule.when.gridCellIds === undefined
      ? rule
      : { ...rule, when: { ...rule.when, gridCellIds: redrawnIds(rule.when.gridCellIds, redraw) } },
  ),
  ladder: {
    ...community.ladder,
    queueIdOfGridCell: Object.fromEntries(redraw.gridCells.map(({ id, queueId }) => [id, queueId])),
  },
})

const redrawnIds = (gridCellIds: readonly string[], redraw: GridRedrawConfig): string[] => [
  ...new Set(gridCellIds.flatMap((id) => successorsOf(redraw, id).map((cell) => cell.id))),
]

const redrawnQueues = (
  queues: LoadedConfig['queues'],
  community: CommunityConfig,
  redraw: GridRedrawConfig,
): Map<string, QueueConfig> => {
  const old = community.gridCells.map(({ queueId }) => queueId)
  const kept = [...queues.values()].filter(({ id }) => !old.includes(id))
  return new Map([...kept, ...redraw.queues].map((queue) => [queue.id, queue]))
}

/** Roles in the old cells become roles in the new ones, each once, where the first of them stood. */
const redrawnPerson = (person: DemoPerson, community: CommunityConfig, redraw: GridRedrawConfig): DemoPerson => {
  const isOld = (gridCellId: string | null): gridCellId is string =>
    gridCellId !== null && community.gridCells.some(({ id }) => id === gridCellId)
  const roles = person.roles.flatMap((role) =>
    isOld(role.gridCellId)
      ? redrawnIds([role.gridCellId], redraw).map((gridCellId) => ({ ...role, gridCellId }))
      : [role],
  )
  return { ...person, roles: [...new Map(roles.map((role) => [JSON.stringify(role), role])).values()] }
}
