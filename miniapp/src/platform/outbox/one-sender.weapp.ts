/** WeChat opens a mini-program once. */
export const asOneSender = (send: () => Promise<void>): Promise<void> => send()
