import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import { DISPUTE_KIND_TEXT, MEDIATOR_ROLE_TEXT } from '@little-bench/shared/mediation/kinds'
import type { Translate } from '../platform/i18n/text'
import type { MediatorCard } from './case.api'
import type { RequestText } from './request.text'

/** The list of the contract, which itself must not be loaded on a phone. */
export const LANGUAGES = ['zh', 'bo', 'other'] as const satisfies readonly MediationLanguage[]

/** A card's name with its role; on a card that carries no name the role stands once. */
export const mediatorName = ({ name, role }: MediatorCard, language: Language): string => {
  const said = inLanguage(MEDIATOR_ROLE_TEXT[role], language)
  return name.includes(said) ? name : `${name}，${said}`
}

/** What helps to choose somebody: tongues, kinds, where, how busy. */
export const mediatorLines = (card: MediatorCard, t: Translate<RequestText>, language: Language): string[] => {
  const kinds = card.kinds.map((kind) => inLanguage(DISPUTE_KIND_TEXT[kind], language))
  return [
    ...(card.about === null ? [] : [card.about]),
    t('speaks', { languages: card.languages.map((each) => t(each)).join('、') }),
    t('goodAt', { kinds: kinds.join('、') }),
    ...(card.gridCellNames.length === 0 ? [] : [t('cells', { cells: card.gridCellNames.join('、') })]),
    card.openCases === 0 ? t('loadLight') : t('load', { count: card.openCases }),
  ]
}
