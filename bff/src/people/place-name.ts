import type { LoadedConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'

/** A courtyard as people call it; the community alone where the map has no such place any more. */
export const placeNameOf = (
  config: LoadedConfig,
  { communityId, placeId }: { communityId: string; placeId: string },
  language: Language,
): string => {
  const community = config.communities.get(communityId)
  const named = community && (findPlace(community, placeId) ?? community)
  return named ? inLanguage(named.name, language) : ''
}
