/** Longest note or comment, in characters as textLength counts them. */
export const MAX_NOTE_LENGTH = 500
