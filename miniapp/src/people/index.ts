// The door of the people: what the services may use of who somebody is and whom they look after.
export { CHILDREN_KEY, type ChildFields, useChildReads, useChildren, useRemoveChild, useSaveChild } from './child.api'
export { childAge, PICK_UP_RELATIONS, type PickUpRelation, RELATION_TEXT } from './child-words'
export { SignedInOnly } from './components/signed-in-only'
