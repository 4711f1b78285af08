/** What tells who somebody is, and should not stand in a text that neighbours read. */
export const PERSONAL_DATA_KINDS = ['phone', 'id_number', 'name'] as const
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number]
