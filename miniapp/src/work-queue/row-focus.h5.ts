const ROW = 'row-'

/** The id of a row in the page. */
export const rowIdOf = (itemId: string): string => `${ROW}${itemId}`

/** The item whose row has the keyboard. */
export const focusedRow = (): string | undefined =>
  document.activeElement?.closest(`[id^="${ROW}"]`)?.id.slice(ROW.length)

/** Moves the keyboard to a row; the browser brings it into view. */
export const focusRow = (itemId: string): void =>
  document.getElementById(rowIdOf(itemId))?.querySelector<HTMLElement>('[role="button"]')?.focus()
