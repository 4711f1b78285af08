import { MAX_ROUNDS } from './kinds.ts'

/** A mediator as the rule sees them at the moment of choosing. */
export interface Candidate {
  id: string
  isOnLeave: boolean
  /** Cases that they have open now. */
  openCases: number
}

/** What both sides ticked, in one round or over both; nobody but this rule ever reads the two together. */
export interface Ticks {
  applicant: readonly string[]
  respondent: readonly string[]
}

/** What comes next while both sides choose. */
export type NextStep = { kind: 'offer'; mediatorId: string } | { kind: 'choose_again' } | { kind: 'committee_proposes' }

const trustedByBoth = ({ applicant, respondent }: Ticks): ReadonlySet<string> =>
  new Set(applicant.filter((id) => respondent.includes(id)))

/** Whoever has had a card longest stays before their equals: sorting keeps the order of what is equal. */
const byLoad = (a: Candidate, b: Candidate): number => a.openCases - b.openCases

/**
 * The published rule: of those whom both trust, who is not on leave and has not stepped back, whoever has the fewest open
 * cases; among equals the card that was made first, in which order they are given. One at a time. When there is nobody, both tick once more; after that the
 * committee proposes, and both must agree.
 */
export const nextStep = (
  ticks: Ticks,
  candidates: readonly Candidate[],
  { steppedBack, round }: { steppedBack: readonly string[]; round: number },
): NextStep => {
  const trusted = trustedByBoth(ticks)
  const [next] = candidates
    .filter(({ id, isOnLeave }) => trusted.has(id) && !isOnLeave && !steppedBack.includes(id))
    .toSorted(byLoad)
  if (next) return { kind: 'offer', mediatorId: next.id }
  return round < MAX_ROUNDS ? { kind: 'choose_again' } : { kind: 'committee_proposes' }
}

/** What a side is asked, or waits for, while a mediator is found. Nothing else about the other side ever reaches it. */
export type SideStage =
  | 'waiting_for_invitation'
  | 'waiting_for_other_side'
  | 'tick'
  | 'tick_again'
  | 'answer_proposal'
  | 'waiting_for_mediator'

/** Where one side stands, from its own answers and from what both have reached together. */
export const sideStage = (own: {
  isInvited: boolean
  round: number
  hasTicked: boolean
  isProposed: boolean
  hasAnsweredProposal: boolean
  isOrdered: boolean
}): SideStage => {
  if (!own.isInvited) return 'waiting_for_invitation'
  if (own.isOrdered) return 'waiting_for_mediator'
  if (own.isProposed) return own.hasAnsweredProposal ? 'waiting_for_other_side' : 'answer_proposal'
  if (own.hasTicked) return 'waiting_for_other_side'
  return own.round === 1 ? 'tick' : 'tick_again'
}
