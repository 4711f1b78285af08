import { type Audience, STAFF_EVENTS, type WorkItemEventKind } from './events.ts'

/** States of a work item. `resolved` is the worker's word; `closed` comes after follow-up. */
export const WORK_ITEM_STATES = ['queued', 'dispatched', 'accepted', 'resolved', 'closed'] as const
export type WorkItemState = (typeof WORK_ITEM_STATES)[number]

/** States in which somebody still works or waits. */
export const OPEN_STATES = ['queued', 'dispatched', 'accepted'] as const satisfies readonly WorkItemState[]

export const isOpen = (state: WorkItemState): boolean => OPEN_STATES.some((open) => open === state)

/** How a closed item ended. */
export const OUTCOMES = ['solved', 'not_ours', 'withdrawn', 'rejected', 'merged', 'converted'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What staff may answer when they close an item without having worked on it. */
export const UNWORKED_OUTCOMES = ['not_ours', 'rejected'] as const satisfies readonly Outcome[]

/** In the order in which they are recommended: working on an item comes before giving it away. */
export const MOVES = [
  'claim',
  'accept_referral',
  'answer',
  'dispatch',
  'accept',
  'resume',
  'resolve',
  'ask_resident',
  'transfer',
  'refer',
  'refuse_referral',
  'invite',
  'return',
  'suspend',
  'recategorise',
  'relocate',
  'split',
  'merge',
  'escalate',
  'convert',
  'close',
  'reopen',
  'remind',
  'withdraw',
] as const
export type Move = (typeof MOVES)[number]

/**
 * What a person is to an item. `queue_lead` may hand out and take back other people's work in that queue; `receiver`
 * serves the queue it is referred to; `participant` one that follows or was invited; `supervisor` one it was passed up to.
 */
export const RELATIONS = [
  'requester',
  'assignee',
  'queue_staff',
  'queue_lead',
  'receiver',
  'participant',
  'supervisor',
] as const
export type Relation = (typeof RELATIONS)[number]

/** What a move must bring along. */
export const NEEDS = [
  'note',
  'outcome',
  'assigneeId',
  'queueId',
  'queueIds',
  'reason',
  'until',
  'parts',
  'receiptNumber',
  'direction',
  'serviceCode',
  'placeId',
  'service',
  'agreed',
  'hasConsent',
] as const
export type Need = (typeof NEEDS)[number]

export interface MoveRule {
  to: WorkItemState
  by: readonly Relation[]
  needs: readonly Need[]
}

type Moves = Partial<Record<Move, MoveRule>>

const REQUESTER = ['requester'] as const
const LEAD = ['queue_lead'] as const
const HANDLER = ['assignee', 'queue_lead'] as const

/** What may happen to an item wherever it stands open: it changes hands, place or company, not its state. */
const openIn = (state: WorkItemState, by: readonly Relation[]): Moves => ({
  accept_referral: { to: 'accepted', by: ['receiver'], needs: [] },
  refuse_referral: { to: state, by: ['receiver', ...by], needs: ['note'] },
  refer: { to: state, by, needs: ['queueId', 'note'] },
  invite: { to: state, by, needs: ['queueIds', 'note'] },
  recategorise: { to: state, by, needs: ['serviceCode'] },
  relocate: { to: state, by, needs: ['placeId'] },
  merge: { to: 'closed', by, needs: ['receiptNumber', 'direction'] },
  escalate: { to: state, by, needs: ['note'] },
  convert: { to: 'closed', by, needs: ['service', 'agreed', 'hasConsent'] },
  remind: { to: state, by: ['requester', 'supervisor'], needs: [] },
})

/**
 * The one table of moves: what is not here is refused. `to` is the state that the move itself leads to; re-routing to
 * another queue makes the item `queued` there, and a duty roster may then dispatch it, each with an event of its own.
 */
export const LIFECYCLE: Record<WorkItemState, Moves> = {
  queued: {
    ...openIn('queued', LEAD),
    claim: { to: 'accepted', by: ['queue_staff'], needs: [] },
    dispatch: { to: 'dispatched', by: LEAD, needs: ['assigneeId'] },
    close: { to: 'closed', by: LEAD, needs: ['outcome', 'note'] },
    withdraw: { to: 'closed', by: REQUESTER, needs: [] },
  },
  dispatched: {
    ...openIn('dispatched', LEAD),
    accept: { to: 'accepted', by: ['assignee'], needs: [] },
    return: { to: 'queued', by: HANDLER, needs: ['note'] },
    transfer: { to: 'dispatched', by: LEAD, needs: ['assigneeId'] },
    withdraw: { to: 'closed', by: REQUESTER, needs: [] },
  },
  accepted: {
    ...openIn('accepted', HANDLER),
    resolve: { to: 'resolved', by: ['assignee'], needs: ['note'] },
    ask_resident: { to: 'accepted', by: ['assignee'], needs: ['note'] },
    answer: { to: 'accepted', by: REQUESTER, needs: ['note'] },
    suspend: { to: 'accepted', by: HANDLER, needs: ['reason', 'until', 'note'] },
    resume: { to: 'accepted', by: HANDLER, needs: [] },
    split: { to: 'accepted', by: HANDLER, needs: ['parts'] },
    transfer: { to: 'dispatched', by: HANDLER, needs: ['assigneeId'] },
    return: { to: 'queued', by: HANDLER, needs: ['note'] },
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

export const EVENT_OF_MOVE: Record<Move, WorkItemEventKind> = {
  claim: 'claimed',
  dispatch: 'dispatched',
  accept: 'accepted',
  return: 'returned',
  transfer: 'transferred',
  refer: 'referred',
  accept_referral: 'referral_accepted',
  refuse_referral: 'referral_refused',
  invite: 'invited',
  ask_resident: 'asked',
  answer: 'answered',
  suspend: 'suspended',
  resume: 'resumed',
  split: 'split',
  merge: 'merged',
  recategorise: 'recategorised',
  relocate: 'relocated',
  escalate: 'escalated',
  remind: 'reminded',
  convert: 'converted',
  resolve: 'resolved',
  close: 'closed',
  reopen: 'reopened',
  withdraw: 'withdrawn',
}

/** Notes that are written to colleagues: why it goes back, to whom it goes, what they should know. */
const NOTES_TO_STAFF: readonly Move[] = [
  'dispatch',
  'return',
  'transfer',
  'refer',
  'accept_referral',
  'refuse_referral',
  'invite',
  'split',
  'merge',
  'recategorise',
  'relocate',
  'escalate',
  'resume',
]

/** Who reads the note of a move. */
export const audienceOfNote = (move: Move): Audience =>
  NOTES_TO_STAFF.includes(move) || STAFF_EVENTS.includes(EVENT_OF_MOVE[move]) ? 'staff' : 'requester'
