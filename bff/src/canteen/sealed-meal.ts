import { mealPurpose } from '../people/index.ts'
import type { Sealer } from '../platform/crypto/sealer.ts'

/** Which value of which row; it opens nowhere else. */
type Place = Parameters<typeof mealPurpose>

/** What was written into an order is sealed: a copied database must not say who lives behind which door. */
export const sealOrNull = (sealer: Sealer, text: string | null | undefined, place: Place): string | null =>
  text ? sealer.seal(text, mealPurpose(...place)) : null

export const openOrNull = (sealer: Sealer, sealed: string | null, place: Place): string | null =>
  sealed === null ? null : sealer.open(sealed, mealPurpose(...place))
