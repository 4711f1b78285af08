import type { Sealer } from '../platform/crypto/sealer.ts'
import { sealedColumn } from '../platform/db/sealed-column.ts'

/** Where is kept what only whoever visits may read, and only on the day. */
export const SEALED = {
  door: sealedColumn('home_visit', 'sealed_door'),
  note: sealedColumn('home_visit', 'sealed_note'),
  reasons: sealedColumn('home_visit', 'sealed_reasons'),
  code: sealedColumn('home_visit', 'sealed_code'),
  outcomeNote: sealedColumn('home_visit_outcome', 'sealed_note'),
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
