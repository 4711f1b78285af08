/** Where somebody types what they look for. */
export const SEARCH_ID = 'desk-search'

/** A phone has no keyboard shortcuts. */
export const focusSearch = (): void => undefined
