import { type LocalText } from '@little-bench/shared/kernel/language'
import { instantOf, type ServiceDate } from '@little-bench/shared/kernel/time'
import type { ProofStatus } from '@little-bench/shared/pension/windows'
import { clockInSentence, dateInSentence, dayInSentence } from '../platform/dates'
import type { StatusTone } from '../ui/status-chip'
import type { ProofOfLife } from './proof.api'

export const TONE_OF_PROOF: Record<ProofStatus, StatusTone> = { valid: 'good', due: 'soon', lapsed: 'late' }

const DAY_MS = 86_400_000

/** Whole days from one day to another. */
export const daysUntil = (on: ServiceDate, today: ServiceDate): number =>
  Math.round((Date.parse(on) - Date.parse(today)) / DAY_MS)

/** With its weekday in this year, with its year in another. */
export const dayWords = (on: ServiceDate, today: ServiceDate): LocalText =>
  on.slice(0, 4) === today.slice(0, 4) ? dateInSentence(on) : dayInSentence(on)

/** 「上午9:30」 of a minute of any day. */
export const minuteWords = (minute: number): LocalText => clockInSentence(instantOf('2026-01-01', minute))

/** What there is to do first: one thing, the others stand below it. */
export type NextStep = 'visit' | 'way' | 'steps' | 'ask' | 'none'

const IS_OPEN_VISIT = new Set(['requested', 'planned', 'not_at_home', 'needs_hospital'])

export const hasOpenVisit = ({ visit }: ProofOfLife): boolean => visit !== null && IS_OPEN_VISIT.has(visit.state)

export const nextStepOf = (proof: ProofOfLife): NextStep => {
  if (hasOpenVisit(proof)) return 'visit'
  if (proof.status === 'valid') return 'none'
  if (proof.way === null) return 'way'
  return proof.way === 'visit' ? 'ask' : 'steps'
}
