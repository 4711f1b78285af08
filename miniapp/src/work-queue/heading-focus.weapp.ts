export const HEADING_ID = 'item-heading'

export const headingFocusable = {}

/** WeChat moves the reader's focus by itself. */
export const useHeadingFocus = (_item: { id: string; version: number }): void => {}
