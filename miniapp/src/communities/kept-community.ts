import type { Community, CommunitySummary } from '@little-bench/shared/communities/contract'
import type { Language } from '@little-bench/shared/kernel/language'
import { readStored, writeStored } from '../platform/storage'

const keyOf = (communityId: string, language: Language) => `community.${communityId}.${language}`

/** The community as it was when the phone last had a network: with it one can write a report without one. */
export const readKeptCommunity = (communityId: string, language: Language): Community | undefined =>
  readStored(keyOf(communityId, language), (found) => (isCommunity(found) ? found : undefined))

export const keepCommunity = (community: Community, language: Language): void => {
  writeStored(keyOf(community.id, language), community)
}

/** Which communities are served: who has chosen none is shown the first, also without a network. */
export const readKeptCommunities = (language: Language): CommunitySummary[] | undefined =>
  readStored(`communities.${language}`, (found) => (areCommunities(found) ? found : undefined))

export const keepCommunities = (communities: readonly CommunitySummary[], language: Language): void => {
  writeStored(`communities.${language}`, communities)
}

// Only keepCommunity writes here; an older version of the app may have kept fewer fields.
const isCommunity = (found: unknown): found is Community =>
  typeof found === 'object' &&
  found !== null &&
  ['gridCells', 'catalogue', 'contacts', 'services'].every((field) => Array.isArray(Reflect.get(found, field)))

const areCommunities = (found: unknown): found is CommunitySummary[] =>
  Array.isArray(found) && found.every((each: unknown) => typeof each === 'object' && each !== null && 'id' in each)
