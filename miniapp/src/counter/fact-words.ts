import { inLanguage } from '@little-bench/shared/kernel/language'
import { FACT_RULES, type FactKind, type FactRule } from '@little-bench/shared/people/facts'
import { useDisplaySettings } from '../platform/display-settings'

/** The rule of a kind with its name, purpose and consent text as this person reads them. */
export const useFactRule = (): ((kind: FactKind) => Pick<FactRule, 'evidence' | 'isSensitive'> & FactWords) => {
  const language = useDisplaySettings((settings) => settings.language)
  return (kind) => {
    const { name, purpose, consent, evidence, isSensitive } = FACT_RULES[kind]
    return {
      name: inLanguage(name, language),
      purpose: inLanguage(purpose, language),
      consent: inLanguage(consent, language),
      evidence,
      isSensitive,
    }
  }
}

interface FactWords {
  name: string
  purpose: string
  consent: string
}
