import type { Duty } from '../communities/duty.ts'
import type { LocalText } from '../kernel/language.ts'

export const QUEUE_LEVELS = ['grid_cell', 'community', 'subdistrict', 'department'] as const
/** Where a queue stands on the ladder 网格 → 社区 → 街道, with departments beside it. */
export type QueueLevel = (typeof QUEUE_LEVELS)[number]

/** All that routing may look at. */
export interface RoutingInput {
  serviceCode: string
  duty: Duty
  /** The level that the catalogue names for the category. */
  handledBy: QueueLevel
  /** Set when `handledBy` is `department`. */
  departmentId: string | null
  /** Null when the place is unknown or lies in no grid cell. */
  gridCellId: string | null
}

/** Every condition that is given must hold; a rule without conditions is the catch-all. */
export interface RoutingCondition {
  serviceCodes?: readonly string[] | undefined
  duty?: Duty | undefined
  handledBy?: QueueLevel | undefined
  gridCellIds?: readonly string[] | undefined
  hasGridCell?: boolean | undefined
}

/** A queue by its place on the ladder of this community, or by its id. */
export type RoutingTarget =
  | { kind: 'grid_cell' }
  | { kind: 'community' }
  | { kind: 'subdistrict' }
  | { kind: 'department' }
  | { kind: 'queue'; queueId: string }

export interface RoutingRule {
  id: string
  when: RoutingCondition
  to: RoutingTarget
  /** Levels that see the item and add notes while another unit works on it: the community follows what it assists with. */
  followedBy: readonly QueueLevel[]
  /** Levels whose queues never see the item, wherever it goes later: a complaint passes by those it is about. */
  awayFrom: readonly QueueLevel[]
  /** Shown to the resident: why this queue. */
  because: LocalText
}

/** The queues a community's items can reach. */
export interface QueueLadder {
  communityQueueId: string
  subdistrictQueueId: string
  queueIdOfGridCell: Readonly<Record<string, string>>
  queueIdOfDepartment: Readonly<Record<string, string>>
}

export interface Route {
  queueId: string
  ruleId: string
  because: LocalText
  followingQueueIds: string[]
  barredQueueIds: string[]
}

const meets = (input: RoutingInput, when: RoutingCondition): boolean =>
  (when.serviceCodes?.includes(input.serviceCode) ?? true) &&
  (when.duty === undefined || when.duty === input.duty) &&
  (when.handledBy === undefined || when.handledBy === input.handledBy) &&
  (when.gridCellIds === undefined || (input.gridCellId !== null && when.gridCellIds.includes(input.gridCellId))) &&
  (when.hasGridCell === undefined || when.hasGridCell === (input.gridCellId !== null))

/** The queue that a target means for this input; undefined when the ladder has none, and the next rule is tried. */
const queueOf = (target: RoutingTarget, input: RoutingInput, ladder: QueueLadder): string | undefined => {
  switch (target.kind) {
    case 'grid_cell':
      return input.gridCellId === null ? undefined : ladder.queueIdOfGridCell[input.gridCellId]
    case 'community':
      return ladder.communityQueueId
    case 'subdistrict':
      return ladder.subdistrictQueueId
    case 'department':
      return input.departmentId === null ? undefined : ladder.queueIdOfDepartment[input.departmentId]
    case 'queue':
      return target.queueId
  }
}

export const isCatchAll = (rule: RoutingRule): boolean => Object.values(rule.when).every((value) => value === undefined)

/**
 * Chooses the queue of an item: the first rule whose conditions hold and whose target exists. Configuration is only
 * loaded with exactly one catch-all to the community's own queue, so nothing is ever unrouted; without rules that queue answers too.
 */
export const route = (input: RoutingInput, rules: readonly RoutingRule[], ladder: QueueLadder): Route => {
  for (const rule of rules) {
    if (!meets(input, rule.when)) continue
    const queueId = queueOf(rule.to, input, ladder)
    if (queueId === undefined) continue
    const barredQueueIds = queuesAt(rule.awayFrom, ladder)
    const followingQueueIds = rule.followedBy
      .flatMap((level) => queueOf({ kind: level }, input, ladder) ?? [])
      .filter((id) => id !== queueId && !barredQueueIds.includes(id))
    return {
      queueId,
      ruleId: rule.id,
      because: rule.because,
      followingQueueIds: [...new Set(followingQueueIds)],
      barredQueueIds,
    }
  }
  return {
    queueId: ladder.communityQueueId,
    ruleId: 'no-rule',
    because: { zh: '没有对应的分拨规则，先由社区接下。' },
    followingQueueIds: [],
    barredQueueIds: [],
  }
}

/**
 * The queues above this one on the ladder 网格 → 社区 → 街道, nearest first: whom an overdue item is passed up to.
 * A department answers to the subdistrict; above the subdistrict there is nobody here.
 */
export const rungsAbove = (level: QueueLevel, ladder: QueueLadder): string[] => {
  switch (level) {
    case 'grid_cell':
      return [ladder.communityQueueId, ladder.subdistrictQueueId]
    case 'community':
    case 'department':
      return [ladder.subdistrictQueueId]
    case 'subdistrict':
      return []
  }
}

/** Every queue of these levels that items of this community can reach. */
const queuesAt = (levels: readonly QueueLevel[], ladder: QueueLadder): string[] =>
  levels.flatMap((level) => {
    switch (level) {
      case 'grid_cell':
        return Object.values(ladder.queueIdOfGridCell)
      case 'community':
        return [ladder.communityQueueId]
      case 'subdistrict':
        return [ladder.subdistrictQueueId]
      case 'department':
        return Object.values(ladder.queueIdOfDepartment)
    }
  })
