import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { EVIDENCE_TEXT, FACT_RULES, type FactKind } from '@little-bench/shared/people/facts'
import type { Fact } from '@little-bench/shared/people/profile.contract'
import { dayInSentence } from '../platform/dates'
import { translator } from '../platform/i18n/text'
import type { StatusTone } from '../ui/status-chip'
import { factsText } from './facts.text'

export const TONE_OF_FACT: Record<Fact['state'], StatusTone> = {
  pending: 'waiting',
  verified: 'good',
  expired: 'soon',
  refused: 'late',
}

/** What one may bring, in words: 「身份证或户口本」; empty where one's own word is enough. */
const evidenceWords = (kind: FactKind, language: Language): string => {
  const t = translator(factsText, language)
  return FACT_RULES[kind].evidence
    .flatMap((evidence) =>
      evidence === 'own_word' || evidence === 'home_visit' ? [] : [inLanguage(EVIDENCE_TEXT[evidence], language)],
    )
    .join(t('or'))
}

/** How a claim of the kind gets verified, in one or two sentences. */
export const howVerified = (kind: FactKind, language: Language): string => {
  const t = translator(factsText, language)
  const evidence = evidenceWords(kind, language)
  return evidence === '' ? t('pendingOwnWord') : t('pendingNext', { evidence })
}

/** What a fact's state means for the person and what to do next. */
export const nextOfFact = (fact: Fact, language: Language): string => {
  const t = translator(factsText, language)
  const evidence = evidenceWords(fact.kind, language)
  const until = fact.verifiedUntil
  switch (fact.state) {
    case 'verified':
      return until === null ? t('verifiedForEver') : t('verifiedUntil', { date: dayInSentence(until) })
    case 'expired':
      return evidence === '' || until === null
        ? t('pendingOwnWord')
        : t('expiredNext', { date: dayInSentence(until), evidence })
    case 'refused':
      return t(fact.refusal ?? 'does_not_match', { evidence })
    case 'pending':
      return howVerified(fact.kind, language)
  }
}
