/** The id of a row in the page. */
export const rowIdOf = (itemId: string): string => `row-${itemId}`
