/** Where the words to the resident are written. */
export const REPLY_ID = 'item-reply'

/** Puts the keyboard where the reply is written, once it is drawn. */
export const focusReply = (): void => {
  setTimeout(() => {
    document.getElementById(REPLY_ID)?.querySelector('textarea')?.focus()
  })
}
