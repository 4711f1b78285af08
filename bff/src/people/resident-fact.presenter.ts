import type { LoadedConfig } from '@little-bench/config/model'
import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { FACT_KINDS, type FactContent, type FactStanding, standingAt } from '@little-bench/shared/people/facts'
import type { Fact } from '@little-bench/shared/people/profile.contract'
import type { z } from 'zod'
import { placeNameOf } from './place-name.ts'
import type { OpenedFact } from './sealed-fact.ts'

export type FactView = z.input<typeof Fact>

/** For whom a fact is put into words, and when. */
export interface Reader {
  config: LoadedConfig
  language: Language
  today: ServiceDate
}

const YES: Record<'disability' | 'limited_mobility' | 'living_alone', LocalText> = {
  disability: { zh: '有残疾人证' },
  limited_mobility: { zh: '行动不便，需要上门' },
  living_alone: { zh: '一个人住' },
}
const LANGUAGE_NAME: Record<Language, LocalText> = { zh: { zh: '说汉语' }, bo: { zh: '说藏语' } }
const WITH_INTERPRETER: LocalText = { zh: '，要人翻译' }

const spokenDate = (date: ServiceDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** The value of a fact in words. */
export const saidOf = (content: FactContent, { config, language }: Omit<Reader, 'today'>): string => {
  const say = (text: LocalText): string => inLanguage(text, language)
  switch (content.kind) {
    case 'birth_date':
      return spokenDate(content.value.on)
    case 'residence':
      return placeNameOf(config, content.value, language)
    case 'workplace':
      return content.value.name
    case 'language':
      return say(LANGUAGE_NAME[content.value.language]) + (content.value.needsInterpreter ? say(WITH_INTERPRETER) : '')
    case 'disability':
    case 'limited_mobility':
    case 'living_alone':
      return say(YES[content.kind])
  }
}

const standingOn = (fact: OpenedFact, today: ServiceDate): FactStanding =>
  standingAt({ verifiedOn: fact.verified_on, verifiedUntil: fact.verified_until }, today)

const stateOf = (fact: OpenedFact, today: ServiceDate): FactView['state'] => {
  if (fact.refusal !== null) return 'refused'
  if (fact.verified_on === null) return 'pending'
  return standingOn(fact, today) === 'verified' ? 'verified' : 'expired'
}

/** Whether a verified fact counts until this claim is decided on. */
const isCorrection = (fact: OpenedFact, others: readonly OpenedFact[], today: ServiceDate): boolean =>
  fact.verified_on === null &&
  others.some(
    (other) =>
      other.person_id === fact.person_id &&
      other.kind === fact.kind &&
      other.ended_on === null &&
      standingOn(other, today) === 'verified',
  )

/** A fact for whoever may read its value; `others` are what else is known now, of the same person among them. */
export const presentFact = (fact: OpenedFact, others: readonly OpenedFact[], reader: Reader): FactView => ({
  id: fact.id,
  kind: fact.kind,
  content: fact.content,
  said: saidOf(fact.content, reader),
  state: stateOf(fact, reader.today),
  isCorrection: isCorrection(fact, others, reader.today),
  claimedAt: fact.claimed_at,
  verifiedOn: fact.verified_on,
  verifiedUntil: fact.verified_until,
  refusal: fact.refusal,
})

const place = ({ kind }: OpenedFact): number => FACT_KINDS.indexOf(kind)

/** All of one person, by kind; what was refused disappears when it is said again. */
export const presentFacts = (facts: readonly OpenedFact[], reader: Reader): FactView[] => {
  const isSaidAgain = (refused: OpenedFact): boolean =>
    facts.some(({ kind, id, refusal }) => kind === refused.kind && id > refused.id && refusal === null)
  return facts
    .filter((fact) => fact.refusal === null || !isSaidAgain(fact))
    .toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1))
    .map((fact) => presentFact(fact, facts, reader))
}
