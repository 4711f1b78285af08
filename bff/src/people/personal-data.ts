import type { PersonalData } from '../platform/db/personal-data.ts'
import { ACCOUNT_DATA } from './account-data.ts'
import { ACTING_DATA } from './acting-data.ts'
import { FAMILY_DATA } from './family-data.ts'

/** What refers to something stands before it: it goes first. The account itself is last. */
export const PEOPLE_DATA: readonly PersonalData[] = [...FAMILY_DATA, ...ACTING_DATA, ...ACCOUNT_DATA]
