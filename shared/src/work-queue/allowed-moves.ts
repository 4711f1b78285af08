import { shanghaiTime } from '../kernel/time.ts'
import { LIFECYCLE, MOVES, type Move, type Need, type Outcome, type Relation, type WorkItemState } from './lifecycle.ts'

/** A closed item may be reopened for this many days; after that a new report is clearer for everybody. */
export const REOPEN_DAYS = 30

/** The resident can say for this many days after each resolve whether it is solved (Signalen: 14). */
export const RATING_DAYS = 14

/** Why the resolve clock stands still. */
export const PAUSES = ['waiting_for_resident', 'suspended'] as const
export type Pause = (typeof PAUSES)[number]

export interface MovableItem {
  state: WorkItemState
  outcome: Outcome | null
  resolvedAt: Date | null
  closedAt: Date | null
  /** The rating since the item was last resolved: null while the resident has not answered. */
  ratedSolved: boolean | null
  pause: Pause | null
  isReferred: boolean
  isChild: boolean
  /** Done for many at once: there is no requester to ask, to tell or to wait for. */
  isBatch: boolean
  /** Works of this item that are not done. */
  openChildren: number
  remindedAt: Date | null
  /**
   * What configuration and the registered services leave open: somewhere to refer it, a rung above, another category, and to
   * withdraw what the requester has asked for.
   */
  possible: ReadonlySet<PossibleMove>
}

/** Moves that something outside the item must allow; all others are always possible. */
export const POSSIBLE_MOVES = [
  'dispatch',
  'transfer',
  'refer',
  'invite',
  'suspend',
  'recategorise',
  'relocate',
  'escalate',
  'convert',
  'withdraw',
] as const satisfies readonly Move[]
export type PossibleMove = (typeof POSSIBLE_MOVES)[number]

export interface AllowedMove {
  move: Move
  needs: Need[]
}

/**
 * The moves that would succeed now for somebody with these relations, in the order of MOVES.
 * The first one is the move to recommend.
 */
export const allowedMoves = (item: MovableItem, relations: readonly Relation[], now: Date): AllowedMove[] => {
  const rules = LIFECYCLE[item.state]
  return MOVES.flatMap((move) => {
    const rule = rules[move]
    if (!rule?.by.some((relation) => relations.includes(relation)) || isBarred(item, move, now)) return []
    return [{ move, needs: needsOf(item, move, rule.needs) }]
  })
}

/** The resident is asked after every resolve: once for each time it was resolved, also after closing as solved. */
export const canRate = (
  item: Pick<MovableItem, 'state' | 'outcome' | 'ratedSolved' | 'resolvedAt' | 'isChild' | 'isBatch'>,
  now: Date,
): boolean =>
  item.ratedSolved === null &&
  !item.isChild &&
  !item.isBatch &&
  (item.state === 'resolved' || (item.state === 'closed' && item.outcome === 'solved')) &&
  item.resolvedAt !== null &&
  now.getTime() <= rateUntil(item.resolvedAt).getTime()

/** The last instant at which a round can be rated. */
export const rateUntil = (resolvedAt: Date): Date => new Date(resolvedAt.getTime() + RATING_DAYS * DAY_MS)

const DAY_MS = 86_400_000

/** Closing what the resident has not rated says how they were asked: closing without contact is how figures get faked. */
const needsOf = (item: MovableItem, move: Move, needs: readonly Need[]): Need[] =>
  item.state === 'resolved' && move === 'close' && item.ratedSolved === null && !item.isChild ? ['note'] : [...needs]

/** While another unit has been asked and has not answered, the item neither ends nor changes its place. */
const BARRED_WHILE_REFERRED: readonly Move[] = [
  'dispatch',
  'transfer',
  'refer',
  'ask_resident',
  'suspend',
  'split',
  'merge',
  'recategorise',
  'relocate',
  'convert',
  'resolve',
  'close',
]
/** Works on the way hold their item where it is; withdrawn, it would leave people working for nobody. */
const BARRED_WHILE_CHILDREN_OPEN: readonly Move[] = [
  'resolve',
  'close',
  'merge',
  'convert',
  'recategorise',
  'relocate',
  'withdraw',
]
/** A work is part of its item: it ends with a result, and its category and place are those of the whole. */
const BARRED_FOR_CHILDREN: readonly Move[] = [
  'split',
  'merge',
  'convert',
  'recategorise',
  'relocate',
  'remind',
  'withdraw',
  'ask_resident',
  'reopen',
]
/** A batch ends by itself when its time is over, and not before; there is nobody to ask and nothing to wait for. */
const BARRED_FOR_BATCHES: readonly Move[] = [
  'resolve',
  'close',
  'ask_resident',
  'suspend',
  'split',
  'merge',
  'convert',
  'recategorise',
  'relocate',
  'remind',
  'reopen',
]

const isPossible = (item: MovableItem, move: Move): boolean =>
  POSSIBLE_MOVES.every((possible) => possible !== move || item.possible.has(possible))

const isBarred = (item: MovableItem, move: Move, now: Date): boolean => {
  if (!isPossible(item, move)) return true
  if (item.isReferred && BARRED_WHILE_REFERRED.includes(move)) return true
  if (item.openChildren > 0 && BARRED_WHILE_CHILDREN_OPEN.includes(move)) return true
  if (item.isChild && BARRED_FOR_CHILDREN.includes(move)) return true
  if (item.isBatch && BARRED_FOR_BATCHES.includes(move)) return true
  switch (move) {
    case 'accept_referral':
    case 'refuse_referral':
      return !item.isReferred
    case 'answer':
      return item.pause !== 'waiting_for_resident'
    case 'resume':
      return item.pause === null
    case 'ask_resident':
    case 'suspend':
      return item.pause !== null
    case 'remind':
      return item.pause === 'waiting_for_resident' || isRemindedToday(item, now)
    case 'close':
      return item.state === 'resolved' && item.ratedSolved === false
    case 'reopen':
      return item.outcome === 'withdrawn' || item.outcome === 'converted' || isTooLateToReopen(item, now)
    default:
      return false
  }
}

const isTooLateToReopen = (item: MovableItem, now: Date): boolean =>
  item.closedAt !== null && now.getTime() - item.closedAt.getTime() > REOPEN_DAYS * DAY_MS

/** Once a day (催办): the day of Asia/Shanghai. */
const isRemindedToday = ({ remindedAt }: MovableItem, now: Date): boolean =>
  remindedAt !== null && shanghaiTime(remindedAt).date === shanghaiTime(now).date
