// The door of the communities: what other folders may use.
export { CommunityChoice } from './community-choice'
export { ContactCard } from './contact-card'
export { useMyPlace } from './my-place'
export { OfflineWay } from './offline-way'
export { type CommunityPlace, contactsFor, placesOf } from './places'
export { useCommunities, useCommunity, useMyCommunity } from './use-community'
