import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import type { SituationName } from './situations.ts'

type Moves = readonly Move[]

// Written by hand from the issue and the decisions, never read from the table in code: whoever is not named may do nothing.
const ELSEWHERE: Moves = ['refer', 'invite', 'recategorise', 'relocate', 'merge', 'convert', 'escalate']
const IN_HAND: Moves = [...ELSEWHERE, 'suspend', 'split', 'transfer', 'return']
const PAUSED: Moves = [...ELSEWHERE, 'resume', 'split', 'transfer', 'return']
const HANDED_OUT: Moves = [...ELSEWHERE, 'return', 'transfer']
const ASKED_ELSEWHERE: Moves = ['refuse_referral', 'invite', 'escalate']
const WITH_WORKS: Moves = ['ask_resident', 'suspend', 'split', 'transfer', 'return', 'refer', 'invite', 'escalate']
const WORK: Moves = ['refer', 'invite', 'escalate']

const without = (moves: Moves, ...left: Moves): Moves => moves.filter((move) => !left.includes(move))
/** Whoever leads the queue: the leader of the grid cells and the staff of the community. */
const leads = (moves: Moves) => ({ lead: moves, staff: moves })

/** Who may make which move in which situation. */
export const ALLOWED: Record<SituationName, Record<string, Moves>> = {
  queued: {
    requester: ['withdraw', 'remind'],
    assignee: ['claim'],
    colleague: ['claim'],
    ...leads(['claim', 'dispatch', 'close', ...ELSEWHERE]),
  },
  dispatched: {
    requester: ['withdraw', 'remind'],
    assignee: ['accept', 'return'],
    ...leads(HANDED_OUT),
  },
  accepted: {
    requester: ['remind'],
    assignee: [...IN_HAND, 'resolve', 'ask_resident', 'close'],
    ...leads(IN_HAND),
  },
  'waiting for the resident': {
    requester: ['answer'],
    assignee: [...PAUSED, 'resolve', 'close'],
    ...leads(PAUSED),
  },
  suspended: {
    requester: ['remind'],
    assignee: [...PAUSED, 'resolve', 'close'],
    ...leads(PAUSED),
  },
  'suspended for the second time': {
    requester: ['remind'],
    assignee: [...without(IN_HAND, 'suspend'), 'resolve', 'ask_resident', 'close'],
    ...leads(without(IN_HAND, 'suspend')),
  },
  'referred while nobody has it': {
    requester: ['withdraw', 'remind'],
    assignee: ['claim'],
    colleague: ['claim'],
    ...leads(['claim', ...ASKED_ELSEWHERE]),
    receiver: ['accept_referral', 'refuse_referral'],
  },
  'referred while dispatched': {
    requester: ['withdraw', 'remind'],
    assignee: ['accept', 'return'],
    ...leads(['return', ...ASKED_ELSEWHERE]),
    receiver: ['accept_referral', 'refuse_referral'],
  },
  'referred while in work': {
    requester: ['remind'],
    assignee: ['return', ...ASKED_ELSEWHERE],
    ...leads(['return', ...ASKED_ELSEWHERE]),
    receiver: ['accept_referral', 'refuse_referral'],
  },
  // A department alone in its queue has nobody to hand it to.
  'taken over by the department': {
    requester: ['remind'],
    receiver: [...without(IN_HAND, 'transfer'), 'resolve', 'ask_resident', 'close'],
  },
  'shared with another department': {
    requester: ['remind'],
    assignee: [...IN_HAND, 'resolve', 'ask_resident', 'close'],
    ...leads(IN_HAND),
  },
  'passed up to the subdistrict': {
    requester: ['withdraw', 'remind'],
    assignee: ['claim'],
    colleague: ['claim'],
    lead: ['claim', 'dispatch', 'close', ...without(ELSEWHERE, 'escalate')],
    staff: ['claim', 'dispatch', 'close', ...without(ELSEWHERE, 'escalate'), 'remind'],
    subdistrict: ['remind'],
  },
  'reminded today': {
    requester: ['withdraw'],
    assignee: ['claim'],
    colleague: ['claim'],
    ...leads(['claim', 'dispatch', 'close', ...ELSEWHERE]),
  },
  'split with works on the way': {
    requester: ['remind'],
    assignee: WITH_WORKS,
    ...leads(without(WITH_WORKS, 'ask_resident')),
  },
  'split and back in the queue': {
    requester: ['remind'],
    assignee: ['claim'],
    colleague: ['claim'],
    ...leads(['claim', 'dispatch', ...WORK]),
  },
  'split with all works done': {
    requester: ['remind'],
    assignee: [...IN_HAND, 'resolve', 'ask_resident', 'close'],
    ...leads(IN_HAND),
  },
  'a work that nobody has': {
    assignee: ['claim'],
    colleague: ['claim'],
    ...leads(['claim', 'dispatch', 'close', ...WORK]),
  },
  'a work that somebody does': {
    assignee: [...WORK, 'suspend', 'transfer', 'return', 'resolve', 'close'],
    ...leads([...WORK, 'suspend', 'transfer', 'return']),
  },
  'a work that is done': {},
  'resolved and not rated': {
    requester: ['reopen'],
    assignee: ['close'],
    colleague: ['close'],
    ...leads(['close', 'reopen']),
  },
  'resolved and rated as solved': {
    requester: ['reopen'],
    assignee: ['close'],
    colleague: ['close'],
    ...leads(['close', 'reopen']),
  },
  'resolved and rated as not solved': { requester: ['reopen'], ...leads(['reopen']) },
  // Whoever had it before leaves it to another.
  'reopened, and nobody has it': {
    requester: ['withdraw', 'remind'],
    colleague: ['claim'],
    ...leads(['claim', 'dispatch', 'close', ...ELSEWHERE]),
  },
  'closed as solved': { requester: ['reopen'], ...leads(['reopen']) },
  'closed without work': { requester: ['reopen'], ...leads(['reopen']) },
  'merged into another': { requester: ['reopen'], ...leads(['reopen']) },
  withdrawn: {},
  'closed for more than thirty days': {},
}

const INSIDERS = ['requester', 'assignee', 'colleague', 'lead', 'staff']
/** For whom the item exists, beside those who may do something. */
const SEES: Partial<Record<SituationName, readonly string[]>> = {
  // It stays in the sight of the unit that sent it: the queue's own people follow it.
  'taken over by the department': ['requester', 'assignee', 'colleague', 'lead', 'staff', 'receiver'],
  'shared with another department': [...INSIDERS, 'participant'],
  'referred while nobody has it': [...INSIDERS, 'receiver'],
  'referred while dispatched': [...INSIDERS, 'receiver'],
  'referred while in work': [...INSIDERS, 'receiver'],
  'passed up to the subdistrict': [...INSIDERS, 'subdistrict'],
}
export const seesIn = (name: SituationName): readonly string[] => SEES[name] ?? INSIDERS
