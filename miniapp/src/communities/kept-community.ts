import type { Community } from '@little-bench/shared/communities/contract'
import type { Language } from '@little-bench/shared/kernel/language'
import { readStored, writeStored } from '../platform/storage'

const keyOf = (communityId: string, language: Language) => `community.${communityId}.${language}`

/** The community as it was when the phone last had a network: with it one can write a report without one. */
export const readKeptCommunity = (communityId: string, language: Language): Community | undefined =>
  readStored(keyOf(communityId, language), (found) => (isCommunity(found) ? found : undefined))

export const keepCommunity = (community: Community, language: Language): void => {
  writeStored(keyOf(community.id, language), community)
}

// Only keepCommunity writes here; an older version of the app may have kept fewer fields.
const isCommunity = (found: unknown): found is Community =>
  typeof found === 'object' &&
  found !== null &&
  ['gridCells', 'catalogue', 'contacts', 'services'].every((field) => Array.isArray(Reflect.get(found, field)))
