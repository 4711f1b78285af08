import type { LocalText } from '../kernel/language.ts'

/** Changed whenever the text changes: a consent names the words it was given to. */
export const VISIT_CONSENT_VERSION = '2026-11-28'

/** What somebody agrees to who says why they are visited (PIPL 29). */
export const VISIT_CONSENT: LocalText = {
  zh: '这是敏感信息。同意社区加密记下为什么要上门，只给上门的那个人在上门那天看；不同意也可以自己办，或者请家里人帮忙办。',
}
