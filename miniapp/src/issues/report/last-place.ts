import { readStored, writeStored } from '../../platform/storage'

const keyOf = (communityId: string) => `last-place.${communityId}`

/** Where the last report from this phone was, in this community. */
export const lastPlaceId = (communityId: string): string | undefined =>
  readStored(keyOf(communityId), (found) => (typeof found === 'string' ? found : undefined))

export const keepLastPlace = (communityId: string, placeId: string): void => {
  writeStored(keyOf(communityId), placeId)
}
