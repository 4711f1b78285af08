import type { Side } from '@little-bench/shared/mediation/kinds'
import {
  CASE_LIFECYCLE,
  CASE_MOVES,
  type CaseActor,
  type CaseMove,
  type CaseOutcome,
  type CaseState,
} from '@little-bench/shared/mediation/lifecycle'
import type { Viewer } from '../platform/http/viewer.ts'

/** What somebody is to a case. */
export type CaseRole = Side | 'committee' | 'mediator'

interface KnownCase {
  id: string
  community_id: string
  state: CaseState
}

interface CasePeople {
  applicantId: string | null
  respondentId: string | null
  /** The account of whoever is asked to mediate, or does it. */
  mediatorPersonId: string | null
  /** Who may be a side, with an invitation or without. */
  onSides: ReadonlySet<string>
}

/** States in which a mediator has the case before them. */
const BEFORE_A_MEDIATOR: readonly CaseState[] = [
  'ordered',
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'not_agreed',
  'follow_up',
  'closed',
]

/**
 * Which roles somebody has in a case, a side before everything else: of their own dispute nobody reads the files of the
 * committee. None means that for them it does not exist.
 */
export const rolesIn = (
  row: KnownCase,
  people: CasePeople,
  viewer: Pick<Viewer, 'personId' | 'roles' | 'authority' | 'onlyCase'>,
): CaseRole[] => {
  // Nobody is a side for somebody else.
  if (viewer.authority !== null) return []
  if (viewer.onlyCase && (viewer.onlyCase.caseId !== row.id || viewer.onlyCase.communityId !== row.community_id))
    return []
  if (people.applicantId === viewer.personId) return ['applicant']
  if (people.respondentId === viewer.personId) return ['respondent']
  // Whoever has the other side's telephone is not asked whether they are the other side: they do not work on it.
  if (people.onSides.has(viewer.personId)) return []
  const isMediator = people.mediatorPersonId === viewer.personId && BEFORE_A_MEDIATOR.includes(row.state)
  return [
    ...(isMediator ? ['mediator' as const] : []),
    ...(leads(viewer, row.community_id) ? ['committee' as const] : []),
  ]
}

/** Whether somebody sits on the committee of a community. */
export const leads = ({ roles }: Pick<Viewer, 'roles'>, communityId: string): boolean =>
  roles.some(({ role, communityId: scope }) => role === 'mediation_committee' && scope === communityId)

export const isSide = (role: CaseRole): role is Side => role === 'applicant' || role === 'respondent'

interface ConcealedCase {
  state: CaseState
  outcome: CaseOutcome | null
  answer_until: string | null
  concealed_until: string | null
}

/** Where a case stands for whoever looks at it. */
export interface ShownState {
  state: CaseState
  outcome: CaseOutcome | null
}

/**
 * What a viewer reads of where the case stands. A side that refused and a side that never answers look the same to the
 * applicant: an open invitation until its time is over, and then a mediation that did not begin.
 */
export const shownTo = (row: ConcealedCase, roles: readonly CaseRole[], now: Date): ShownState => {
  const isOver = (until: string | null): boolean => until !== null && new Date(until).getTime() <= now.getTime()
  if (roles.includes('applicant') && row.concealed_until !== null && !isOver(row.concealed_until)) {
    return { state: 'inviting', outcome: null }
  }
  const isLapsed = row.state === 'inviting' && isOver(row.answer_until)
  return isLapsed ? { state: 'closed', outcome: 'not_begun' } : { state: row.state, outcome: row.outcome }
}

/** Moves that somebody makes by name; the others come of an answer or of a time. */
const BY_HAND: readonly CaseMove[] = [
  'invite',
  'decline',
  'lapse',
  'take',
  'recuse',
  'prepare',
  'meet',
  'fail',
  'follow',
  'relapse',
  'close',
  'withdraw',
]

/** The moves that these roles can make now. */
export const movesFor = (
  shown: ShownState,
  roles: readonly CaseRole[],
  { isCommitteesTurn }: { isCommitteesTurn: boolean },
): CaseMove[] =>
  CASE_MOVES.filter((move) => {
    const rule = CASE_LIFECYCLE[shown.state][move]
    if (!BY_HAND.includes(move) || !rule?.by.some((actor) => roles.some((role) => role === actor))) return false
    // While somebody can still answer, no third hand ends it.
    if (move === 'lapse') return isCommitteesTurn
    // Whoever has left, or never took part, is not brought back.
    if (move === 'relapse') return shown.state !== 'closed' || shown.outcome === 'agreed'
    return true
  })

/** In whose name of these somebody makes a move. */
export const actorOf = (state: CaseState, move: CaseMove, roles: readonly CaseRole[]): CaseActor | undefined =>
  roles.find((role) => CASE_LIFECYCLE[state][move]?.by.includes(role))

/** States in which both sides speak with the mediator. */
const TALKING: readonly CaseState[] = ['accepted', 'preparing', 'in_session', 'agreed', 'not_agreed', 'follow_up']

export const canTalk = (state: CaseState): boolean => TALKING.includes(state)

/** States in which the other side's access can be given anew. */
const INVITABLE: readonly CaseState[] = [
  'inviting',
  'choosing',
  'ordered',
  'accepted',
  'preparing',
  'in_session',
  'agreed',
  'follow_up',
]

export const canRenewInvitation = (state: CaseState): boolean => INVITABLE.includes(state)
