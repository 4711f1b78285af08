/** Where the words to the resident are written. */
export const REPLY_ID = 'item-reply'

/** A phone has no keyboard shortcuts. */
export const focusReply = (): void => undefined
