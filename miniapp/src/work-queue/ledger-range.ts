import { addDays } from '@little-bench/shared/kernel/time'
import { MAX_LEDGER_DAYS } from '@little-bench/shared/work-queue/limits'

export type LedgerMistake = 'missingDay' | 'backwards' | 'tooLong'

/** What keeps a range of days from being exported; undefined when nothing does. Days are `2026-11-23`, both included. */
export const ledgerMistake = (from: string, to: string): LedgerMistake | undefined => {
  if (from === '' || to === '') return 'missingDay'
  if (to < from) return 'backwards'
  return to > addDays(from, MAX_LEDGER_DAYS - 1) ? 'tooLong' : undefined
}
