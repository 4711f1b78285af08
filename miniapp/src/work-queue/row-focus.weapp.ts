/** The id of a row in the page. */
export const rowIdOf = (itemId: string): string => `row-${itemId}`

/** WeChat has no keyboard to move. */
export const focusRow = (_itemId: string): void => {}
