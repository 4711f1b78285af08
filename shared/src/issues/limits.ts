/** Longest description of an issue, in characters as textLength counts them. */
export const MAX_DESCRIPTION_LENGTH = 1000
