/** What somebody who asked for something writes to the staff: with a move, or to add something. */
export const RESIDENT_WORDS = ['withdraw', 'reopen', 'remind', 'answer', 'add'] as const
export type ResidentWords = (typeof RESIDENT_WORDS)[number]

/** The words that go with it, kept on the phone until they are sent. */
export const EMPTY_NOTE = { note: '' }

export const noteForm = (kind: ResidentWords, workItemId: string) => `${kind}.${workItemId}`

/** Without words these say nothing. */
export const needsWords = (kind: ResidentWords): boolean => kind === 'reopen' || kind === 'answer' || kind === 'add'

/** Photos and a voice note may say it with them. */
export const takesFiles = needsWords
