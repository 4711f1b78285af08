// The door of the people: what the services may use of who somebody is and whom they look after.
export { CHILDREN_KEY, type ChildFields, useChildReads, useChildren, useRemoveChild, useSaveChild } from './child.api'
export { childAge, monthsOn, RELATION_TEXT, yearsOn } from './child-words'
export { ActFor } from './components/act-for'
export { LockedDesk } from './components/locked-desk'
export { SignedInOnly } from './components/signed-in-only'
export { StaffOnly } from './components/staff-only'
export { CONSENTS_KEY, type Consent, useConsents, useGiveConsent, useWithdrawConsent } from './consent.api'
export { useWorkCommunityId } from './use-work-community'
