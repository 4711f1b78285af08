/** Longest description of an issue, in characters as textLength counts them. */
export const MAX_DESCRIPTION_LENGTH = 1000
/** Metres within which an issue of the same category is likely the same one. */
export const DUPLICATE_METRES = 250
export const MAX_DUPLICATES = 5
