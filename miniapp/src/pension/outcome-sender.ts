import { VISIT_OUTCOMES } from '@little-bench/shared/pension/ways'
import { create } from 'zustand'
import type { WriteSender } from '../platform/waiting-writes'
import { type OutcomeAnswer, visitApi } from './round.api'

export const OUTCOME = 'visit-outcome'

/** What the server answered about each visit since the app was opened: the round is not read again for it. */
export const useAnsweredVisits = create<{ answers: Readonly<Record<string, OutcomeAnswer>> }>()(() => ({ answers: {} }))

/** Tells the server what became of a visit, and when; a phone without a network tells it later. */
export const sendOutcome: WriteSender = async ({ at, body: { communityId = '', visitId = '', ...said } }, options) => {
  const outcome = VISIT_OUTCOMES.find((each) => each === said.outcome)
  if (!outcome) throw new Error(`no such outcome: ${said.outcome}`)
  const body = { outcome, at, ...(said.note ? { note: said.note } : {}) }
  const answer = await visitApi.recordVisitOutcome({ params: { communityId, visitId }, body }, options)
  useAnsweredVisits.setState(({ answers }) => ({ answers: { ...answers, [visitId]: answer } }))
}
