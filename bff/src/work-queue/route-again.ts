import type { CommunityConfig } from '@little-bench/config/model'
import { gridCellOfPlace, nearestGridCell } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import {
  CLOCKS,
  type ClockChange,
  type ClockStates,
  startClocks,
  startedChanges,
} from '@little-bench/shared/work-queue/clocks'
import { route } from '@little-bench/shared/work-queue/routing'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, within } from './engine.ts'
import { circumstancesOf, clocksOf } from './item-facts.ts'
import type { ItemCategory, SubjectPlace } from './subjects.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/**
 * The columns of an item as configuration would decide them now for this category and grid cell. Another queue means that
 * nobody has it yet. Errors: `queue_not_eligible` when it would come where it must never be seen.
 */
export const routeAgain = (
  engine: Engine,
  item: WorkItemRow,
  category: ItemCategory,
  gridCellId: string | null,
): Partial<WorkItemRow> => {
  const { community } = circumstancesOf(engine, item)
  const decided = route({ ...category, gridCellId }, community.routing, community.ladder)
  if (item.barred_queue_ids.includes(decided.queueId)) throw new AppError('queue_not_eligible')
  const barred = [...new Set([...item.barred_queue_ids, ...decided.barredQueueIds])]
  const mayStay = (id: string): boolean => id !== decided.queueId && !barred.includes(id)
  return {
    grid_cell_id: gridCellId,
    queue_id: decided.queueId,
    route_rule_id: decided.ruleId,
    routed_because: decided.because,
    config_hash: engine.config().hash,
    barred_queue_ids: barred,
    participating_queue_ids: [...new Set([...item.participating_queue_ids, ...decided.followingQueueIds])].filter(
      mayStay,
    ),
    supervising_queue_ids: item.supervising_queue_ids.filter(mayStay),
    ...(decided.queueId !== item.queue_id && { state: 'queued', assignee_id: null, referred_queue_id: null }),
  }
}

/**
 * The promises of another class, counted from when this round began: a new category buys nobody time. What the item stood
 * still for somebody else before is not charged to anybody now.
 */
export const clocksOfClass = (
  engine: Engine,
  item: WorkItemRow,
  { queueId, deadlineClass }: { queueId: string; deadlineClass: string },
): { clocks: ClockStates; changes: ClockChange[] } => {
  const start = new Date(item.round_started_at)
  const former = circumstancesOf(engine, item)
  const promised = startClocks(start, former.clockClass, former.calendar).resolve.dueAt
  const { clockClass, calendar } = circumstancesOf(engine, {
    ...item,
    queue_id: queueId,
    deadline_class: deadlineClass,
  })
  const fresh = startClocks(start, clockClass, calendar)
  const kept = clocksOf(item)
  const stoodStill = Math.max(0, kept.resolve.dueAt.getTime() - promised.getTime())
  const clocks: ClockStates = {
    acceptance: kept.acceptance.endedAt ? kept.acceptance : fresh.acceptance,
    first_reply: kept.first_reply.endedAt ? kept.first_reply : fresh.first_reply,
    resolve: kept.resolve.endedAt ? kept.resolve : { dueAt: laterBy(fresh.resolve.dueAt, stoodStill), endedAt: null },
  }
  const running = CLOCKS.filter((clock) => clocks[clock].endedAt === null)
  return { clocks, changes: startedChanges(clocks).filter(({ clock }) => running.includes(clock)) }
}

const laterBy = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds)

const cellOf = (community: CommunityConfig, place: SubjectPlace | undefined): string | null => {
  if (!place) return null
  if (place.placeId !== null) return gridCellOfPlace(community, place.placeId)?.id ?? null
  return place.position ? (nearestGridCell(community, place.position)?.id ?? null) : null
}

/**
 * Where an item that comes back belongs when the map of its community has been drawn anew and its cell is gone. Nothing
 * changes while its cell is still there; a queue beside the cells keeps it.
 */
export const placeAgain = async (engine: Engine, trx: Trx, item: WorkItemRow): Promise<Partial<WorkItemRow>> => {
  const { community } = circumstancesOf(engine, item)
  const isDrawn = item.grid_cell_id === null || community.gridCells.some(({ id }) => id === item.grid_cell_id)
  const hasQueue = engine.config().queues.has(item.queue_id)
  if (hasQueue && isDrawn) return {}
  const category = engine.subjects.categoryOf(item.service, community, item.service_code)
  if (!category) return { queue_id: community.ladder.communityQueueId, grid_cell_id: null }
  const places = await engine.subjects.locate(within(engine, trx).db, item.service, item.community_id, [
    item.subject_id,
  ])
  const gridCellId = cellOf(community, places.get(item.subject_id))
  // When the map was drawn anew, what was finished in a cell came to the community.
  const isBesideCells = hasQueue && item.queue_id !== community.ladder.communityQueueId
  return isBesideCells ? { grid_cell_id: gridCellId } : routeAgain(engine, item, category, gridCellId)
}
