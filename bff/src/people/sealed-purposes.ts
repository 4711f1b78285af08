import type { FactKind } from '@little-bench/shared/people/facts'

/**
 * What each sealed value is sealed for. The purpose is part of the seal: a value that is copied to another row, another
 * column or another person does not open there.
 */
export const contactPurpose = (personId: string, field: 'name' | 'phone'): string =>
  `person_contact:${personId}:${field}`

export const factPurpose = (id: string, kind: FactKind): string => `resident_fact:${id}:${kind}`

export const childPurpose = (id: string, field: 'nickname' | 'born_in' | 'allergies'): string => `child:${id}:${field}`

export const pickUpPurpose = (id: string, field: 'name' | 'phone'): string => `child_pick_up:${id}:${field}`

/** What a family adds to a booking of childcare. */
export const childcareNotePurpose = (bookingId: string): string => `childcare_booking:${bookingId}:note`

/** Where somebody's meals are brought, and what the kitchen should know. */
export const mealPurpose = (table: 'meal_order' | 'standing_order', id: string, field: 'door' | 'note'): string =>
  `${table}:${id}:${field}`
