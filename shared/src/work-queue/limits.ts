/** Longest note, reply or comment, in characters as textLength counts them. */
export const MAX_NOTE_LENGTH = 500
/** Longest name of a view, a template or a work of a split item. */
export const MAX_NAME_LENGTH = 40
/** A split item becomes this many works at most: two courtyards, four stairs, not a list of wishes. */
export const MAX_PARTS = 10
/** Units invited in one move. */
export const MAX_INVITED = 8
/** Days that one export of the ledger may span. */
export const MAX_LEDGER_DAYS = 366
