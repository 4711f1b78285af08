import { calendarOfQueue } from '@little-bench/config/calendars'
import type { CommunityConfig } from '@little-bench/config/model'
import {
  type AllowedMove,
  allowedMoves,
  type MovableItem,
  type PossibleMove,
} from '@little-bench/shared/work-queue/allowed-moves'
import type { ClockClass, ClockStates } from '@little-bench/shared/work-queue/clocks'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { Relation } from '@little-bench/shared/work-queue/lifecycle'
import { rungsAbove } from '@little-bench/shared/work-queue/routing'
import type { TimedItem, TimerRules } from '@little-bench/shared/work-queue/timers'
import type { Engine } from './engine.ts'
import { invitableQueues, otherCategories, referableQueues } from './item-choices.ts'
import { isBatch } from './work-item.policy.ts'
import type { RatedWorkItemRow, WorkItemRow } from './work-item.repository.ts'

const instant = (text: string): Date => new Date(text)
const instantOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text))

/** What configuration says of an item's community, its promises and its hours. */
export interface Circumstances {
  community: CommunityConfig
  calendar: ServiceCalendar
  clockClass: ClockClass
  rules: TimerRules
}

/** What is promised when a class has left the configuration: never sooner than anything that was promised before. */
const FORMER_CLASS: ClockClass = {
  acceptance: { kind: 'working_days', days: 1 },
  first_reply: { kind: 'working_days', days: 3 },
  resolve: { kind: 'hours', hours: 168 },
}

export const circumstancesOf = (
  engine: Engine,
  item: Pick<WorkItemRow, 'community_id' | 'queue_id' | 'deadline_class'>,
): Circumstances => {
  const config = engine.config()
  const community = config.communities.get(item.community_id)
  // Communities are never taken out of the configuration while they have items.
  if (!community) throw new Error(`no community ${item.community_id}`)
  return {
    community,
    calendar: calendarOfQueue(config, item.queue_id, item.community_id),
    clockClass: community.deadlineClasses.get(item.deadline_class)?.clocks ?? FORMER_CLASS,
    rules: config.timerRules,
  }
}

export const clocksOf = (item: WorkItemRow): ClockStates => ({
  acceptance: { dueAt: instant(item.acceptance_due_at), endedAt: instantOrNull(item.acceptance_ended_at) },
  first_reply: { dueAt: instant(item.first_reply_due_at), endedAt: instantOrNull(item.first_reply_ended_at) },
  resolve: { dueAt: instant(item.due_at), endedAt: instantOrNull(item.resolve_ended_at) },
})

/** The columns in which the clocks are kept. */
export const columnsOfClocks = ({ acceptance, first_reply: firstReply, resolve }: ClockStates) => ({
  acceptance_due_at: acceptance.dueAt.toISOString(),
  acceptance_ended_at: acceptance.endedAt?.toISOString() ?? null,
  first_reply_due_at: firstReply.dueAt.toISOString(),
  first_reply_ended_at: firstReply.endedAt?.toISOString() ?? null,
  due_at: resolve.dueAt.toISOString(),
  resolve_ended_at: resolve.endedAt?.toISOString() ?? null,
})

/** The queues that an item can still be passed up to, nearest first. */
export const rungsLeft = (engine: Engine, item: WorkItemRow): string[] => {
  const config = engine.config()
  const ladder = config.communities.get(item.community_id)?.ladder
  const level = config.queues.get(item.queue_id)?.level
  if (!ladder || !level || engine.subjects.of(item.service).moves?.includes('escalate') === false) return []
  return rungsAbove(level, ladder).filter(
    (id) => id !== item.queue_id && !item.supervising_queue_ids.includes(id) && !item.barred_queue_ids.includes(id),
  )
}

/** What the rules about times need to know of a row. */
export const timedOf = (engine: Engine, item: RatedWorkItemRow): TimedItem => ({
  state: item.state,
  outcome: item.outcome,
  clocks: clocksOf(item),
  pause: item.pause,
  pausedAt: instantOrNull(item.paused_at),
  suspendedUntil: instantOrNull(item.suspended_until),
  askedAgain: item.asked_again,
  touchedAt: instantOrNull(item.touched_at),
  // What leads a life of its own is worked on where the desk does not see it.
  isUntouched: item.is_untouched && engine.subjects.of(item.service).speaksForItself !== true,
  climbedAt: instantOrNull(item.climbed_at),
  canClimb: rungsLeft(engine, item).length > 0,
  resolvedAt: instantOrNull(item.resolved_at),
  ratedSolved: item.solved ?? null,
  isAskedToRate: item.is_asked_to_rate,
  isChild: item.parent_id !== null,
  isBatch: isBatch(item),
})

/**
 * The moves that find something to move to, and withdrawing what was asked for. Whether a colleague is there for `dispatch` and `transfer` is asked of the
 * database, and only for whoever may hand out work; here they count as possible.
 */
const possibleMoves = (engine: Engine, item: WorkItemRow): Set<PossibleMove> => {
  const { community, rules } = circumstancesOf(engine, item)
  const handlers = engine.subjects.of(item.service)
  const category = engine.subjects.categoryOf(item.service, community, item.service_code)
  const possible: [PossibleMove, boolean][] = [
    ['dispatch', true],
    ['transfer', true],
    ['refer', referableQueues(engine.config(), item).length > 0],
    ['invite', invitableQueues(engine.config(), item).length > 0],
    ['suspend', item.suspensions < rules.maxSuspensions],
    [
      'recategorise',
      handlers.recategorise !== undefined && otherCategories(engine.subjects, community, item).length > 0,
    ],
    ['relocate', handlers.relocate !== undefined],
    ['escalate', rungsLeft(engine, item).length > 0],
    ['convert', engine.subjects.conversionTargets(item.service, community).length > 0],
    ['withdraw', category?.isRaisedByHouse !== true],
  ]
  return new Set(possible.flatMap(([move, isPossible]) => (isPossible ? [move] : [])))
}

/** What decides whether the resident is asked. */
export const rateableOf = (item: RatedWorkItemRow) => ({
  state: item.state,
  outcome: item.outcome,
  resolvedAt: instantOrNull(item.resolved_at),
  ratedSolved: item.solved ?? null,
  isChild: item.parent_id !== null,
  isBatch: isBatch(item),
})

/** What the rules of the lifecycle need to know of a row. */
export const movableOf = (engine: Engine, item: RatedWorkItemRow): MovableItem => ({
  ...rateableOf(item),
  closedAt: instantOrNull(item.closed_at),
  pause: item.pause,
  isReferred: item.referred_queue_id !== null,
  openChildren: item.open_children,
  remindedAt: instantOrNull(item.reminded_at),
  possible: possibleMoves(engine, item),
})

/** What the rules allow now, as far as the item's service leaves it to the desk. */
export const movesOf = (
  engine: Engine,
  item: RatedWorkItemRow,
  relations: readonly Relation[],
  now: Date,
): AllowedMove[] => {
  const { moves } = engine.subjects.of(item.service)
  return allowedMoves(movableOf(engine, item), relations, now).filter(({ move }) => moves?.includes(move) ?? true)
}
