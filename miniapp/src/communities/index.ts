// The door of the communities: what other folders may use.
export { CategoryChoice } from './category-choice'
export { CommunityChoice } from './community-choice'
export { ContactCard } from './contact-card'
export { useMyPlace } from './my-place'
export { OfflineWay } from './offline-way'
export { PlaceChoice } from './place-choice'
