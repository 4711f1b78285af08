// The door of the communities: what other folders may use.
export { CommunityChoice } from './community-choice'
export { ContactCard } from './contact-card'
export { useMyPlace } from './my-place'
export { OfflineWay } from './offline-way'
export { PlaceHint } from './place-hint'
export { type CommunityPlace, contactsFor, placesOf } from './places'
export { useCommunities, useCommunity, useMyCommunity } from './use-community'
export { useContactBoard } from './use-contact-board'
