/**
 * The life of a case. `choosing` lasts while both sides tick whom they trust or answer a proposal of the committee;
 * `ordered`: one mediator is asked; `accepted`: they do it.
 */
export const CASE_STATES = [
  'requested',
  'inviting',
  'choosing',
  'ordered',
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'not_agreed',
  'follow_up',
  'closed',
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** `not_begun`: the other side refused or never answered, and nobody but the committee knows which. */
export const CASE_OUTCOMES = ['agreed', 'not_agreed', 'withdrawn', 'not_begun', 'not_for_mediation'] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

export const CASE_MOVES = [
  'invite',
  'decline',
  'join',
  'refuse',
  'lapse',
  'order',
  'take',
  'recuse',
  'prepare',
  'meet',
  'agree',
  'fail',
  'follow',
  'relapse',
  'close',
  'withdraw',
] as const
export type CaseMove = (typeof CASE_MOVES)[number]

/** `rule`: nobody's hand, what a time or both sides' answers bring about. */
export const CASE_ACTORS = ['applicant', 'respondent', 'mediator', 'committee', 'rule'] as const
export type CaseActor = (typeof CASE_ACTORS)[number]

export interface CaseMoveRule {
  to: CaseState
  by: readonly CaseActor[]
}
type Moves = Partial<Record<CaseMove, CaseMoveRule>>

/** 人民调解法 17 and 23: whoever is a side may leave at any time, and that ends it. */
const LEAVE: Moves = { withdraw: { to: 'closed', by: ['applicant', 'respondent'] } }
/** 人民调解法 26: it is over without an agreement, and other ways are named. */
const FAIL: Moves = { fail: { to: 'not_agreed', by: ['mediator', 'committee'] } }
/** A mediator steps back for a reason that the committee sees; the next one whom both trust is asked. */
const RECUSE: Moves = { recuse: { to: 'choosing', by: ['mediator', 'committee'] } }

/** Every move there is; what is not here is refused. */
export const CASE_LIFECYCLE: Record<CaseState, Moves> = {
  requested: {
    ...LEAVE,
    invite: { to: 'inviting', by: ['committee'] },
    decline: { to: 'closed', by: ['committee'] },
  },
  inviting: {
    ...LEAVE,
    join: { to: 'choosing', by: ['respondent'] },
    refuse: { to: 'closed', by: ['respondent'] },
    lapse: { to: 'closed', by: ['rule'] },
  },
  // The committee ends it when it has nobody left to propose.
  choosing: { ...LEAVE, order: { to: 'ordered', by: ['rule'] }, lapse: { to: 'closed', by: ['rule', 'committee'] } },
  ordered: { ...LEAVE, ...RECUSE, take: { to: 'accepted', by: ['mediator'] } },
  accepted: { ...LEAVE, ...RECUSE, prepare: { to: 'preparing', by: ['mediator'] } },
  preparing: { ...LEAVE, ...RECUSE, meet: { to: 'in_session', by: ['mediator'] } },
  in_session: { ...LEAVE, ...FAIL, ...RECUSE, agree: { to: 'agreed', by: ['rule'] } },
  agreed: { follow: { to: 'follow_up', by: ['mediator', 'committee', 'rule'] } },
  not_agreed: { close: { to: 'closed', by: ['mediator', 'committee', 'rule'] } },
  follow_up: {
    relapse: { to: 'in_session', by: ['committee', 'mediator'] },
    close: { to: 'closed', by: ['committee', 'rule'] },
  },
  // 回访: it began again; the same history goes on, with a mediator whom both trust.
  closed: { relapse: { to: 'choosing', by: ['committee'] } },
}

/** States in which a side can still leave: while nothing is agreed and nothing has ended. */
export const OPEN_CASE_STATES = CASE_STATES.filter((state) => CASE_LIFECYCLE[state].withdraw !== undefined)

/** What a case becomes; undefined when this hand cannot do that now. */
export const movedCase = (state: CaseState, move: CaseMove, by: CaseActor): CaseState | undefined => {
  const rule = CASE_LIFECYCLE[state][move]
  return rule?.by.includes(by) ? rule.to : undefined
}
