/** Where somebody types what they look for. */
export const SEARCH_ID = 'desk-search'

/** Puts the keyboard there. */
export const focusSearch = (): void => document.getElementById(SEARCH_ID)?.querySelector('input')?.focus()
