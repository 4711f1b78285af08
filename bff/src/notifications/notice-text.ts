import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { REFUSAL_REASON_TEXT, REFUSAL_REASONS } from '@little-bench/shared/moderation/holds'
import { type CallNotice, NOTICE_TEXT, SAID_TEXT } from '@little-bench/shared/notifications/notices'
import { VISIT_CHANGE_TEXT, VISIT_CHANGES } from '@little-bench/shared/notifications/visit-changes'
import { actText } from '@little-bench/shared/people/acts'
import { FACT_KINDS, FACT_RULES } from '@little-bench/shared/people/facts'

const spokenDate = (instant: string): string => {
  const { month, day } = shanghaiTime(new Date(instant))
  return `${month}月${day}日`
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** 「11月28日 9:30」 */
const spokenTime = (instant: string): string => {
  const { minute } = shanghaiTime(new Date(instant))
  return `${spokenDate(instant)} ${Math.floor(minute / 60)}:${twoDigits(minute % 60)}`
}

const fill = (template: string, details: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_whole, name: string) => details[name] ?? '')

/** A notice in the reader's language, with its dates spoken. */
export const noticeText = (kind: CallNotice, details: Record<string, string>, language: Language): string =>
  worded(NOTICE_TEXT[kind], details, language)

/** The same for whoever says it on the telephone. */
export const saidText = (kind: CallNotice, details: Record<string, string>, language: Language): string =>
  worded(SAID_TEXT[kind] ?? NOTICE_TEXT[kind], details, language)

const worded = (text: LocalText, details: Record<string, string>, language: Language): string => {
  const { dueAt, untilAt, at, operation, eventKind, factKind, visitChange, refusalReason } = details
  const kindOfFact = FACT_KINDS.find((known) => known === factKind)
  const change = VISIT_CHANGES.find((known) => known === visitChange)
  const refusal = REFUSAL_REASONS.find((known) => known === refusalReason)
  return fill(inLanguage(text, language), {
    ...details,
    ...(dueAt !== undefined && { dueOn: spokenDate(dueAt) }),
    ...(untilAt !== undefined && { untilOn: spokenDate(untilAt), untilTime: spokenTime(untilAt) }),
    ...(at !== undefined && { atTime: spokenTime(at) }),
    ...(change && { visitChange: inLanguage(VISIT_CHANGE_TEXT[change], language) }),
    ...(refusal && { refusal: inLanguage(REFUSAL_REASON_TEXT[refusal], language) }),
    ...(kindOfFact && { factName: inLanguage(FACT_RULES[kindOfFact].name, language) }),
    ...(operation !== undefined && { act: inLanguage(actText(operation, eventKind), language) }),
  })
}
