/** States of a work item. `resolved` is the worker's word; `closed` comes after follow-up. */
export const WORK_ITEM_STATES = ['queued', 'dispatched', 'accepted', 'resolved', 'closed'] as const
export type WorkItemState = (typeof WORK_ITEM_STATES)[number]

/** How a closed item ended. */
export const OUTCOMES = ['solved', 'not_ours', 'withdrawn', 'rejected', 'merged', 'converted'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What staff may answer when they close an item without having worked on it. */
export const UNWORKED_OUTCOMES = ['not_ours', 'rejected'] as const satisfies readonly Outcome[]

/** In the order in which they are recommended: working on an item comes before giving it back. */
export const MOVES = ['claim', 'dispatch', 'accept', 'resolve', 'return', 'close', 'reopen', 'withdraw'] as const
export type Move = (typeof MOVES)[number]

/** What a person is to an item; `queue_lead` may hand out and take back other people's work in that queue. */
export const RELATIONS = ['requester', 'assignee', 'queue_staff', 'queue_lead'] as const
export type Relation = (typeof RELATIONS)[number]

/** What a move must bring along. */
export const NEEDS = ['note', 'outcome', 'assigneeId'] as const
export type Need = (typeof NEEDS)[number]

export interface MoveRule {
  to: WorkItemState
  by: readonly Relation[]
  needs: readonly Need[]
}

/** The one table of moves: what is not here is refused. */
export const LIFECYCLE: Record<WorkItemState, Partial<Record<Move, MoveRule>>> = {
  queued: {
    claim: { to: 'accepted', by: ['queue_staff'], needs: [] },
    dispatch: { to: 'dispatched', by: ['queue_lead'], needs: ['assigneeId'] },
    close: { to: 'closed', by: ['queue_lead'], needs: ['outcome', 'note'] },
    withdraw: { to: 'closed', by: ['requester'], needs: [] },
  },
  dispatched: {
    accept: { to: 'accepted', by: ['assignee'], needs: [] },
    return: { to: 'queued', by: ['assignee', 'queue_lead'], needs: ['note'] },
    withdraw: { to: 'closed', by: ['requester'], needs: [] },
  },
  accepted: {
    resolve: { to: 'resolved', by: ['assignee'], needs: ['note'] },
    return: { to: 'queued', by: ['assignee', 'queue_lead'], needs: ['note'] },
    close: { to: 'closed', by: ['assignee'], needs: ['outcome', 'note'] },
  },
  resolved: {
    close: { to: 'closed', by: ['queue_staff'], needs: [] },
    reopen: { to: 'queued', by: ['requester', 'queue_lead'], needs: ['note'] },
  },
  closed: {
    reopen: { to: 'queued', by: ['requester', 'queue_lead'], needs: ['note'] },
  },
}

/** A closed item may be reopened for this many days; after that a new report is clearer for everybody. */
export const REOPEN_DAYS = 30

export interface MovableItem {
  state: WorkItemState
  outcome: Outcome | null
  closedAt: Date | null
  /** The rating since the item was last resolved: null while the resident has not answered. */
  ratedSolved: boolean | null
}

export interface AllowedMove {
  move: Move
  needs: Need[]
}

const isTooLateToReopen = (item: MovableItem, now: Date): boolean =>
  item.closedAt !== null && now.getTime() - item.closedAt.getTime() > REOPEN_DAYS * 86_400_000

const needsOf = (item: MovableItem, move: Move, rule: MoveRule): Need[] =>
  // Closing what the resident has not rated says how they were asked: closing without contact is how figures get faked.
  item.state === 'resolved' && move === 'close' && item.ratedSolved === null ? ['note'] : [...rule.needs]

const isBarred = (item: MovableItem, move: Move, now: Date): boolean => {
  if (move === 'close' && item.state === 'resolved') return item.ratedSolved === false
  if (move === 'reopen') return item.outcome === 'withdrawn' || isTooLateToReopen(item, now)
  return false
}

/**
 * The moves that would succeed now for somebody with these relations, in the order of the table.
 * The first one is the move to recommend.
 */
export const allowedMoves = (item: MovableItem, relations: readonly Relation[], now: Date): AllowedMove[] => {
  const rules = LIFECYCLE[item.state]
  return MOVES.flatMap((move) => {
    const rule = rules[move]
    if (!rule?.by.some((relation) => relations.includes(relation)) || isBarred(item, move, now)) return []
    return [{ move, needs: needsOf(item, move, rule) }]
  })
}

/** The resident is asked after every resolve: once for each time it was resolved, also after closing as solved. */
export const canRate = (item: Pick<MovableItem, 'state' | 'outcome' | 'ratedSolved'>): boolean =>
  item.ratedSolved === null && (item.state === 'resolved' || (item.state === 'closed' && item.outcome === 'solved'))

/** What one row of the timeline says happened. */
export const WORK_ITEM_EVENTS = [
  'enqueued',
  'claimed',
  'dispatched',
  'accepted',
  'returned',
  'resolved',
  'closed',
  'reopened',
  'withdrawn',
  'rated',
] as const
export type WorkItemEventKind = (typeof WORK_ITEM_EVENTS)[number]

export const EVENT_OF_MOVE: Record<Move, WorkItemEventKind> = {
  claim: 'claimed',
  dispatch: 'dispatched',
  accept: 'accepted',
  return: 'returned',
  resolve: 'resolved',
  close: 'closed',
  reopen: 'reopened',
  withdraw: 'withdrawn',
}

/** Who may read an event or a message: the requester and staff, or staff alone. */
export const AUDIENCES = ['requester', 'staff'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Why a worker gives an item back is between colleagues; every other note is written to the resident. */
export const AUDIENCE_OF_NOTE: Record<Move, Audience> = {
  claim: 'requester',
  dispatch: 'staff',
  accept: 'requester',
  return: 'staff',
  resolve: 'requester',
  close: 'requester',
  reopen: 'requester',
  withdraw: 'requester',
}
