import type { Sealer } from '../platform/crypto/sealer.ts'
import { sealedColumn } from '../platform/db/sealed-column.ts'

/** Where whatever somebody says of a case is kept. */
export const SEALED = {
  statement: sealedColumn('mediation_case', 'sealed_statement'),
  words: sealedColumn('mediation_case', 'sealed_words'),
  name: sealedColumn('case_party', 'sealed_name'),
  phone: sealedColumn('case_party', 'sealed_phone'),
  reason: sealedColumn('case_event', 'sealed_reason'),
  text: sealedColumn('case_message', 'sealed_text'),
  summary: sealedColumn('case_session', 'sealed_summary'),
  dispute: sealedColumn('case_agreement', 'sealed_dispute'),
  terms: sealedColumn('case_agreement', 'sealed_terms'),
  performance: sealedColumn('case_agreement', 'sealed_performance'),
  note: sealedColumn('case_follow_up', 'sealed_note'),
} as const
type Place = keyof typeof SEALED

/** `id` is that of the row: elsewhere the words do not open. */
export const sealAt = (sealer: Sealer, place: Place, id: string, text: string): string =>
  sealer.seal(text, SEALED[place].purposeOf(id))

export const sealAtOrNull = (sealer: Sealer, place: Place, id: string, text: string | undefined): string | null =>
  text === undefined || text === '' ? null : sealAt(sealer, place, id, text)

export const openAt = (sealer: Sealer, place: Place, id: string, sealed: string): string =>
  sealer.open(sealed, SEALED[place].purposeOf(id))

export const openAtOrNull = (sealer: Sealer, place: Place, id: string, sealed: string | null): string | null =>
  sealed === null ? null : openAt(sealer, place, id, sealed)
