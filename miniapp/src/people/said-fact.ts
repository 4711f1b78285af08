import type { Community } from '@little-bench/shared/communities/contract'
import { yearsOld } from '@little-bench/shared/kernel/age'
import type { Language } from '@little-bench/shared/kernel/language'
import type { FactContent } from '@little-bench/shared/people/facts'
import { placesOf } from '../communities'
import { dayInSentence } from '../platform/dates'
import { translator } from '../platform/i18n/text'
import { claimText } from './facts.text'

/** What somebody filled in, as a sentence to check: an age shows a wrong year at once. */
export const saidFact = (
  content: FactContent,
  { community, today, language }: { community: Community | undefined; today: string; language: Language },
): string => {
  const t = translator(claimText, language)
  switch (content.kind) {
    case 'birth_date': {
      const { on } = content.value
      return t('bornOn', { date: dayInSentence(on), age: yearsOld(on, today) })
    }
    case 'residence': {
      const { placeId } = content.value
      const place = community && placesOf(community).find(({ id }) => id === placeId)
      return [community?.name, place?.name].filter(Boolean).join(' · ')
    }
    case 'workplace':
      return content.value.name
    case 'language': {
      const said = t(content.value.language)
      return content.value.needsInterpreter ? `${said}，${t('needsInterpreter')}` : said
    }
    default:
      return t(`yes_${content.kind}`)
  }
}
