import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import type { PartyRow } from './case.repository.ts'

/** How one side wants to be spoken to. */
export interface Spoken {
  needsInterpreter: boolean
  language?: MediationLanguage | undefined
}

export const NOT_SAID: Spoken = { needsInterpreter: false }

/** The columns that keep it. */
export const spokenAs = ({ needsInterpreter, language }: Spoken): Pick<PartyRow, 'needs_interpreter' | 'language'> => ({
  needs_interpreter: needsInterpreter,
  language: language ?? null,
})
