import type { Sealer } from '../platform/crypto/sealer.ts'

/** What was written into an order that a copied database must not give away. */
export type SealedField = 'door' | 'note'
type SealedTable = 'meal_order' | 'standing_order'

/** A value that is copied to another row or column does not open there. */
export const mealPurpose = (table: SealedTable, id: string, field: SealedField): string => `${table}:${id}:${field}`

export const sealOrNull = (
  sealer: Sealer,
  text: string | null | undefined,
  [table, id, field]: [SealedTable, string, SealedField],
): string | null => (text ? sealer.seal(text, mealPurpose(table, id, field)) : null)

export const openOrNull = (
  sealer: Sealer,
  sealed: string | null,
  [table, id, field]: [SealedTable, string, SealedField],
): string | null => (sealed === null ? null : sealer.open(sealed, mealPurpose(table, id, field)))
