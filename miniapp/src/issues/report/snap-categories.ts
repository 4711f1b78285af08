import type { CatalogueEntry } from '@little-bench/shared/communities/contract'

/** What people meet in the street and photograph, the most dangerous first. */
const USUAL = [
  'manhole_cover',
  'private_wiring',
  'fire_lane_blocked',
  'wall_or_sign_loose',
  'standing_water',
  'road_surface',
  'street_light',
  'garbage',
]
const SUGGESTED = 6

/** The few categories that a photo of a hazard usually shows; where this community has fewer of them, other places follow. */
export const suggestedCategories = (catalogue: readonly CatalogueEntry[]): CatalogueEntry[] => {
  const usual = USUAL.flatMap((code) => catalogue.filter(({ serviceCode }) => serviceCode === code))
  const others = catalogue.filter((entry) => entry.duty === 'perform' && entry.canBePublic && !usual.includes(entry))
  return [...usual, ...others].slice(0, SUGGESTED)
}
