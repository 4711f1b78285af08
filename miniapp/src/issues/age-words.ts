import { daysAgo } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { issueText } from './issue.text'

/** How long ago somebody said it: 「今天」, 「昨天」, 「3天前」. */
export const ageWords = (createdAt: string, now: Date, t: Translate<typeof issueText>): string => {
  const count = daysAgo(createdAt, now)
  if (count === 0) return t('today')
  return count === 1 ? t('yesterday') : t('daysAgo', { count })
}
