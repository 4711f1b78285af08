import type { Translate } from '../platform/i18n/text'
import type { issueText } from './issue.text'

/** What one star to five stars mean, in words. */
export const satisfactionMeanings = (t: Translate<typeof issueText>): [string, string, string, string, string] => [
  t('star1'),
  t('star2'),
  t('star3'),
  t('star4'),
  t('star5'),
]

/** `satisfaction` is 1–5. */
export const satisfactionMeaning = (satisfaction: number, t: Translate<typeof issueText>): string =>
  satisfactionMeanings(t)[satisfaction - 1] ?? ''
