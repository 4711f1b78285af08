/** A browser asks for each permission itself. */
export const watchPrivacy = (): void => undefined

/** There is no guide of WeChat's here: nothing ever asks. */
export const openPrivacyGuide = (_onFail: () => void): void => undefined
