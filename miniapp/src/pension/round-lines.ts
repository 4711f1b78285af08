import { VISIT_OUTCOMES } from '@little-bench/shared/pension/ways'
import type { WaitingWrite } from '../platform/waiting-writes'
import type { OutcomeAnswer, RoundVisit, VisitOutcome, VisitRound } from './round.api'

/** One visit of the round: what the server says of it, and what this phone has written down since. */
export interface RoundLine {
  visit: RoundVisit
  /** What counts, or will as far as this phone knows. */
  outcome: VisitOutcome | null
  /** What waits here, or was not taken. */
  write: WaitingWrite | undefined
  /** Another telephone was first with another word; this one's stays beside it. */
  conflict: { yours: VisitOutcome; theirs: NonNullable<RoundVisit['outcome']> } | undefined
}

export interface CourtyardLines {
  placeName: string
  lines: RoundLine[]
}

/** Nobody needs to go there any more, and nothing was written down here that waits. */
export const isCalledOff = ({ visit, write }: RoundLine): boolean => visit.state === 'cancelled' && write === undefined

type Answers = Readonly<Record<string, OutcomeAnswer>>

export const linesOf = (round: VisitRound, writes: readonly WaitingWrite[], answers: Answers): CourtyardLines[] =>
  round.courtyards.map(({ placeName, visits }) => ({
    placeName,
    lines: visits.map((visit) => lineOf(visit, writes, answers[visit.id])),
  }))

const lineOf = (read: RoundVisit, writes: readonly WaitingWrite[], answer: OutcomeAnswer | undefined): RoundLine => {
  const write = writes.filter(({ body }) => body.visitId === read.id).at(-1)
  // Whichever is later: the round may have been read again since.
  const visit = answer && answer.visit.version >= read.version ? { ...read, ...answer.visit } : read
  const said = write && write.state !== 'refused' ? outcomeOf(write) : undefined
  return { visit, write, outcome: visit.outcome?.outcome ?? said ?? null, conflict: conflictOf(visit, write, answer) }
}

const conflictOf = (
  { outcome: theirs }: RoundVisit,
  write: WaitingWrite | undefined,
  answer: OutcomeAnswer | undefined,
): RoundLine['conflict'] => {
  const yours = write?.state === 'sent' ? outcomeOf(write) : undefined
  if (yours === undefined || theirs === null) return undefined
  const wasSecond = answer?.hasWon === false || !theirs.isYours || theirs.outcome !== yours
  return wasSecond ? { yours, theirs } : undefined
}

const outcomeOf = ({ body }: WaitingWrite): VisitOutcome | undefined =>
  VISIT_OUTCOMES.find((each) => each === body.outcome)

/** Ids of writes that the round shows by now; those that came second stay until somebody has read that. */
export const settledWrites = (courtyards: readonly CourtyardLines[]): string[] =>
  courtyards
    .flatMap(({ lines }) => lines)
    .filter(({ visit, write, conflict }) => write?.state === 'sent' && visit.outcome !== null && !conflict)
    .flatMap(({ write }) => write?.id ?? [])
