/** Whether this is the mini-program inside WeChat. */
export const isInWechat = false

/** What WeChat gives for its server, to say who holds this phone; nothing outside WeChat. */
export const takeWechatCode = async (): Promise<string | undefined> => undefined
