import type { CatalogueEntry } from '@little-bench/shared/communities/contract'

/** Whether the one who writes may not say this for the other: family matters and the like are never delegated. */
export const isOnlyInPerson = (category: CatalogueEntry, actingFor: object | null): boolean =>
  // What the phone kept from an older version does not know; the server does.
  actingFor !== null && category.isDelegable === false
