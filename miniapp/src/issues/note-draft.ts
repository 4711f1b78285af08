/** The words that go with a move, kept on the phone until the move is made. */
export const EMPTY_NOTE = { note: '' }

export const noteForm = (move: 'withdraw' | 'reopen', workItemId: string) => `${move}.${workItemId}`
