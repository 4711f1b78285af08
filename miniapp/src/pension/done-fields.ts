import { addDays, type ServiceDate } from '@little-bench/shared/kernel/time'
import { EVIDENCE_OF } from '@little-bench/shared/pension/evidence'
import type { ProofEvidence } from '@little-bench/shared/pension/ways'
import type { ProofDone } from './proof.api'

export const DONE_DAYS = ['today', 'yesterday', 'otherDay'] as const
export type DoneDay = (typeof DONE_DAYS)[number]

/** What somebody can know of themselves, and what somebody can who speaks for another. A visitor says it elsewhere. */
export const evidenceFor = (isActing: boolean): readonly ProofEvidence[] => EVIDENCE_OF[isActing ? 'proxy' : 'person']

export interface DoneFields {
  day: DoneDay | null
  /** `2026-11-23`, when it was neither today nor yesterday. */
  otherOn: string
  evidence: ProofEvidence | null
}

export const EMPTY_DONE: DoneFields = { day: 'today', otherOn: '', evidence: null }

export interface DoneMistakes {
  day?: 'dayMissing' | 'dayInFuture'
  evidence?: 'howMissing'
}

const onOf = ({ day, otherOn }: DoneFields, today: ServiceDate): ServiceDate => {
  if (day === 'otherDay') return otherOn
  return day === 'yesterday' ? addDays(today, -1) : today
}

export const doneMistakes = (fields: DoneFields, today: ServiceDate): DoneMistakes => {
  const on = onOf(fields, today)
  return {
    ...(on === '' ? { day: 'dayMissing' } : on > today ? { day: 'dayInFuture' } : {}),
    ...(fields.evidence === null ? { evidence: 'howMissing' } : {}),
  }
}

/** What goes out; undefined while something is missing. */
export const doneOf = (fields: DoneFields, today: ServiceDate): ProofDone | undefined => {
  const { evidence } = fields
  if (evidence === null || Object.keys(doneMistakes(fields, today)).length > 0) return undefined
  return { on: onOf(fields, today), evidence }
}
