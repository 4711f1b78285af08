import type { LocalText } from '../kernel/language.ts'

/** Changed whenever the text changes: a consent names the words it was given to. */
export const ACTIVITY_CONSENT_VERSION = '2026-11-28'

/** What a guardian agrees to for each activity of a child. */
export const ACTIVITY_CONSENT_TEXT: LocalText = {
  zh: '我是孩子的监护人，同意孩子参加这次活动。开始前送到，结束时来接。',
}
