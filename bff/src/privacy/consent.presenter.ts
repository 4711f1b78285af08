import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { CONSENT_RULES, type ConsentPurpose, POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import type { Consent } from '@little-bench/shared/privacy/contract'
import type { z } from 'zod'
import type { ConsentStanding } from '../people/index.ts'

export type ConsentView = z.input<typeof Consent>

export const presentConsent = (
  purpose: ConsentPurpose,
  { given, withdrawnAt }: ConsentStanding,
  language: Language,
): ConsentView => {
  const { name, words, isSensitive, withdrawal, afterwards } = CONSENT_RULES[purpose]
  return {
    purpose,
    name: inLanguage(name, language),
    words: inLanguage(words, language),
    isSensitive,
    version: POLICY_VERSION,
    given,
    withdrawnAt,
    withdrawal,
    afterwards: inLanguage(afterwards, language),
  }
}
