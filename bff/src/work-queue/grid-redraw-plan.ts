import { createHash } from 'node:crypto'
import { cellAfterRedraw } from '@little-bench/config/grid-redraw'
import type { CommunityConfig, GridRedrawConfig, LoadedConfig } from '@little-bench/config/model'
import { gridCellOfPlace } from '@little-bench/config/places'
import type { REDRAW_REASONS } from '@little-bench/shared/work-queue/oversight.contract'
import { type Route, route } from '@little-bench/shared/work-queue/routing'
import type { ItemCategory, SubjectPlace } from './subjects.ts'
import type { RatedWorkItemRow, WorkItemRow } from './work-item.repository.ts'

export interface Redrawing {
  redraw: GridRedrawConfig
  communityId: string
  /** The configuration under the old map and under the new one. */
  before: LoadedConfig
  after: LoadedConfig
}

export interface PlannedItem {
  item: RatedWorkItemRow
  gridCellId: string | null
  queueId: string
  /** Set where the queue was chosen anew. */
  route: Route | null
  because: (typeof REDRAW_REASONS)[number]
}

export interface KnownOfItem {
  place: SubjectPlace | undefined
  category: ItemCategory | undefined
}

/** Old queues of grid cells with each of those that took their place. */
export const queueSuccessions = ({ redraw, communityId, before }: Redrawing): { from: string; to: string }[] => {
  const old = before.communities.get(communityId)?.gridCells ?? []
  return redraw.gridCells.flatMap(({ queueId, formerly }) =>
    formerly.flatMap((id) => old.filter((cell) => cell.id === id).map((cell) => ({ from: cell.queueId, to: queueId }))),
  )
}

/** Where an open item belongs under the new map; pure. */
export const planItem = (redrawing: Redrawing, item: RatedWorkItemRow, known: KnownOfItem): PlannedItem => {
  const { redraw, communityId, before, after } = redrawing
  const [old, drawn] = [communityIn(before, communityId), communityIn(after, communityId)]
  const { gridCellId, because } = cellAfterRedraw(redraw, locationOf(item, known.place, old))
  const isInCellQueue = old.gridCells.some(({ queueId }) => queueId === item.queue_id)
  if (!isInCellQueue) return { item, gridCellId, queueId: item.queue_id, route: null, because: 'not_in_a_cell_queue' }
  if (!known.category) return { item, gridCellId, queueId: drawn.ladder.communityQueueId, route: null, because }
  const decided = route({ ...known.category, gridCellId }, drawn.routing, drawn.ladder)
  return { item, gridCellId, queueId: decided.queueId, route: decided, because }
}

/** A work of a split item may be done elsewhere than where its item is; then only its cell is known. */
const locationOf = (item: WorkItemRow, place: SubjectPlace | undefined, old: CommunityConfig) => {
  const cellOfPlace = place?.placeId ? (gridCellOfPlace(old, place.placeId)?.id ?? null) : item.grid_cell_id
  const isThere = place !== undefined && (item.parent_id === null || cellOfPlace === item.grid_cell_id)
  return {
    placeId: isThere ? place.placeId : null,
    position: isThere ? place.position : null,
    gridCellId: item.grid_cell_id,
  }
}

const communityIn = (config: LoadedConfig, communityId: string): CommunityConfig => {
  const community = config.communities.get(communityId)
  if (!community) throw new Error(`no community ${communityId}`)
  return community
}

/** The columns that change; queues that are gone leave every list, and whoever was kept away stays so under the new map. */
export const changeOf = (redrawing: Redrawing, planned: PlannedItem): Partial<WorkItemRow> => {
  const { item, queueId, gridCellId } = planned
  const successions = queueSuccessions(redrawing)
  const succeeded = (ids: readonly string[]): string[] => [
    ...new Set(
      ids.flatMap((id) => {
        const successors = successions.filter(({ from }) => from === id)
        return successors.length === 0 ? [id] : successors.map(({ to }) => to)
      }),
    ),
  ]
  const barred = succeeded(item.barred_queue_ids)
  const following = [...succeeded(item.participating_queue_ids), ...(planned.route?.followingQueueIds ?? [])]
  const isReferredToGone = successions.some(({ from }) => from === item.referred_queue_id)
  return {
    grid_cell_id: gridCellId,
    queue_id: queueId,
    barred_queue_ids: barred,
    participating_queue_ids: [...new Set(following)].filter((id) => id !== queueId && !barred.includes(id)),
    ...(isReferredToGone && { referred_queue_id: null }),
    ...(planned.route && {
      route_rule_id: planned.route.ruleId,
      routed_because: planned.route.because,
      config_hash: redrawing.after.hash,
    }),
  }
}

/** Whether the new map changes anything of an item, be it only who follows it. */
export const isChanged = (redrawing: Redrawing, planned: PlannedItem): boolean => {
  const { item } = planned
  const change = changeOf(redrawing, planned)
  const isOtherList = (now: readonly string[] | undefined, then: readonly string[]): boolean =>
    now !== undefined && (now.length !== then.length || now.some((id) => !then.includes(id)))
  return (
    change.grid_cell_id !== item.grid_cell_id ||
    change.queue_id !== item.queue_id ||
    change.referred_queue_id === null ||
    isOtherList(change.barred_queue_ids, item.barred_queue_ids) ||
    isOtherList(change.participating_queue_ids, item.participating_queue_ids)
  )
}

/** Names a plan: the same items at the same versions going to the same places under the same configuration. */
export const hashOfPlan = ({ after, redraw }: Redrawing, plan: readonly PlannedItem[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        after.hash,
        redraw.id,
        plan.map(({ item, gridCellId, queueId }) => [item.id, item.version, gridCellId, queueId]),
      ]),
    )
    .digest('hex')
