/** Whether messages of WeChat can be agreed to here. */
export const canSubscribe = false

export type SubscribeAnswers = Readonly<Record<string, string>>

/** Nothing outside WeChat. */
export const askToSubscribe = async (_templateIds: readonly string[]): Promise<SubscribeAnswers | 'off' | undefined> =>
  undefined
