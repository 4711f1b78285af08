/** The way that suits somebody: by themselves, with their family, or a visit. */
export const PROOF_WAYS = ['self', 'family', 'visit'] as const
export type ProofWay = (typeof PROOF_WAYS)[number]

/** Three questions, each answered yes or no; the first yes decides, and without any yes somebody comes. */
export const TRIAGE = ['can_use_app', 'has_helper', 'needs_visit'] as const
export type TriageAnswer = Record<(typeof TRIAGE)[number], boolean>

/** Which way to propose. Whoever cannot leave the house is visited, whatever else they answered. */
export const proposedWay = ({ can_use_app, has_helper, needs_visit }: TriageAnswer): ProofWay => {
  if (needs_visit) return 'visit'
  if (can_use_app) return 'self'
  return has_helper ? 'family' : 'visit'
}

/** Why somebody is visited (城关区: 高龄、重病、行动不便、孤寡). Sensitive: kept only with a consent of its own. */
export const VISIT_REASONS = ['old_age', 'severe_illness', 'limited_mobility', 'living_alone'] as const
export type VisitReason = (typeof VISIT_REASONS)[number]

/** How whoever writes down that it is done knows it. Never by a face, never by an ID number. */
export const PROOF_EVIDENCE = [
  'did_it_myself',
  'was_there',
  'app_says_so',
  'visitor_was_there',
  'told_by_person',
] as const
export type ProofEvidence = (typeof PROOF_EVIDENCE)[number]

/** Whose hand wrote down that it is done. */
export const PROOF_RECORDERS = ['person', 'proxy', 'counter', 'visitor'] as const
export type ProofRecorder = (typeof PROOF_RECORDERS)[number]

export const VISIT_STATES = [
  'requested',
  'planned',
  'done',
  'not_at_home',
  'needs_hospital',
  'refused',
  'cancelled',
] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** What a visitor can write down. */
export const VISIT_OUTCOMES = ['done', 'not_at_home', 'needs_hospital', 'refused'] as const satisfies VisitState[]
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** What became of a record of an outcome: of one planned visit one counts, and the others stay beside it. */
export const OUTCOME_STANDINGS = ['counts', 'another_was_first', 'visit_was_over'] as const
export type OutcomeStanding = (typeof OUTCOME_STANDINGS)[number]

/** Somebody was met: whatever a device says later that nobody was there, they were. */
const MET = ['done', 'needs_hospital', 'refused'] as const satisfies VisitState[]

/**
 * Every move there is. A visit at which nobody was home, or whose day does not suit, is planned again; whom a visitor has met
 * all the same, before they knew of it, was met.
 */
export const VISIT_LIFECYCLE: Record<VisitState, readonly VisitState[]> = {
  requested: ['requested', 'planned', 'cancelled', ...MET],
  planned: ['requested', 'planned', 'cancelled', 'not_at_home', ...MET],
  not_at_home: ['requested', 'planned', 'cancelled', ...MET],
  needs_hospital: ['requested', 'planned', 'cancelled'],
  done: [],
  refused: [],
  cancelled: [],
}

const statesBefore = (to: VisitState): VisitState[] => VISIT_STATES.filter((from) => VISIT_LIFECYCLE[from].includes(to))

/** States in which a visit is still to be made: of these there is one for a person. */
export const OPEN_VISIT_STATES = statesBefore('planned')

/** States in which a visit waits to be planned. */
export const WAITING_VISIT_STATES = OPEN_VISIT_STATES.filter((state) => state !== 'planned')

export const canRescheduleVisit = (state: VisitState): boolean => VISIT_LIFECYCLE[state].includes('requested')
export const canCancelVisit = (state: VisitState): boolean => VISIT_LIFECYCLE[state].includes('cancelled')

/**
 * Whether what a visitor says is what counts. While the visit is in their round, the first who says something; once it is
 * not, or something was said, only that somebody was met: nobody who was seen was not at home.
 */
export const outcomeCounts = (
  state: VisitState,
  outcome: VisitOutcome,
  { isInTheirRound }: { isInTheirRound: boolean },
): boolean => VISIT_LIFECYCLE[state].includes(outcome) && (outcome !== 'not_at_home' || isInTheirRound)

/** Wrong codes after which a visit card is locked and the counter is told. */
export const MAX_WRONG_VISIT_CODES = 3
