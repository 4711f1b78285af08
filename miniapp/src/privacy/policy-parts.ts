import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { POLICY } from '@little-bench/shared/privacy/policy'
import { KEPT_OTHERWISE, RETENTION } from '@little-bench/shared/privacy/retention'
import { translator } from '../platform/i18n/text'
import { policyText } from './policy.text'

export interface PolicyLine {
  /** What it is about; alone it is a sentence. */
  words: string
  /** What is said of it, one below another. */
  more: readonly string[]
  /** Why it is needed although it is sensitive. */
  whySensitive?: string
}

interface PolicyPart {
  title: string
  lines: readonly PolicyLine[]
}

const YEAR = 365

/** The policy in the reader's language, part by part. */
export const policyParts = (language: Language): PolicyPart[] => {
  const t = translator(policyText, language)
  const say = (text: LocalText) => inLanguage(text, language)
  const alone = (texts: readonly LocalText[]) => texts.map((text) => ({ words: say(text), more: [] }))
  return [
    { title: t('handler'), lines: [{ words: say(POLICY.handler.name), more: [say(POLICY.handler.contact)] }] },
    {
      title: t('kept'),
      lines: POLICY.kept.map(({ what, purpose, whySensitive }) => ({
        words: say(what),
        more: [t('purpose', { purpose })],
        ...(whySensitive && { whySensitive: say(whySensitive) }),
      })),
    },
    { title: t('neverTaken'), lines: alone(POLICY.neverTaken) },
    {
      title: t('recipients'),
      lines: POLICY.recipients.map(({ who, gets, when }) => ({
        words: say(who),
        more: [t('gets', { what: gets }), t('when', { when })],
      })),
    },
    { title: t('howLong'), lines: howLong(language) },
    { title: t('rights'), lines: POLICY.rights.map(({ what, how }) => ({ words: say(what), more: [say(how)] })) },
    { title: t('children'), lines: alone(POLICY.children) },
    { title: t('protection'), lines: alone(POLICY.protection) },
    { title: t('changes'), lines: alone([POLICY.changes]) },
  ]
}

/** The very numbers of the nightly job. */
const howLong = (language: Language): PolicyLine[] => {
  const t = translator(policyText, language)
  const counted = Object.values(RETENTION).map(({ name, days, after, rows }) => ({
    words: inLanguage(name, language),
    more: [
      days % YEAR === 0
        ? t('forYears', { after, years: days / YEAR, what: policyText[rows] })
        : t('forDays', { after, days, what: policyText[rows] }),
    ],
  }))
  const others = KEPT_OTHERWISE.map(({ name, until }) => ({
    words: inLanguage(name, language),
    more: [t('until', { until })],
  }))
  return [...counted, ...others]
}
