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

/** Every move there is. A visit at which nobody was home is planned again. */
export const VISIT_LIFECYCLE: Record<VisitState, readonly VisitState[]> = {
  requested: ['planned', 'cancelled'],
  planned: ['planned', 'done', 'not_at_home', 'needs_hospital', 'refused', 'cancelled'],
  not_at_home: ['planned', 'cancelled'],
  needs_hospital: ['planned', 'cancelled'],
  done: [],
  refused: [],
  cancelled: [],
}

/** Wrong codes after which a visit card is locked and the counter is told. */
export const MAX_WRONG_VISIT_CODES = 3
