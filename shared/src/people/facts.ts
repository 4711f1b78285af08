import { yearsOld } from '../kernel/age.ts'
import type { LocalText } from '../kernel/language.ts'
import type { ServiceDate } from '../kernel/time.ts'
import { addMonths } from './grants.ts'

/** What may be known about a person; nothing else is ever asked. No health record, no ID number, no belief. */
export const FACT_KINDS = [
  'birth_date',
  'residence',
  'workplace',
  'disability',
  'limited_mobility',
  'living_alone',
  'language',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** What each kind says. */
export interface FactValues {
  birth_date: { on: ServiceDate }
  residence: { communityId: string; placeId: string }
  workplace: { communityId: string; name: string }
  /** Only that there is a certificate: no service needs its kind or level. */
  disability: { hasCertificate: true }
  limited_mobility: { needsVisit: true }
  living_alone: { livesAlone: true }
  language: { language: 'zh' | 'bo'; needsInterpreter: boolean }
}
/** One kind with its value. */
export type FactContent = { [Kind in FactKind]: { kind: Kind; value: FactValues[Kind] } }[FactKind]

/** What was looked at when a fact was verified; never a copy of it. */
export const EVIDENCE = [
  'id_card',
  'household_register',
  'disability_certificate',
  'employment_letter',
  'lease',
  'home_visit',
  'own_word',
] as const
export type Evidence = (typeof EVIDENCE)[number]

/** As residents and staff both read it. */
export const EVIDENCE_TEXT: Record<Evidence, LocalText> = {
  id_card: { zh: '身份证' },
  household_register: { zh: '户口本' },
  disability_certificate: { zh: '残疾人证' },
  employment_letter: { zh: '单位证明' },
  lease: { zh: '租房合同' },
  home_visit: { zh: '上门看过' },
  own_word: { zh: '本人当面说的' },
}

/** Why a claim was not confirmed. */
export const FACT_REFUSALS = ['evidence_missing', 'does_not_match', 'not_this_community'] as const
export type FactRefusal = (typeof FACT_REFUSALS)[number]

export interface FactRule {
  name: LocalText
  /** What it is for, shown before anything is asked (PIPL 17). */
  purpose: LocalText
  /** What the person agrees to (PIPL 14; 29 where it is sensitive). */
  consent: LocalText
  /** PIPL 28: asked for on a screen of its own. */
  isSensitive: boolean
  evidence: readonly Evidence[]
  /** A verification counts this long; null counts for ever. */
  verifiedForMonths: number | null
}

/** Changed whenever a purpose or consent text changes: a consent names the words it was given to. */
export const CONSENT_VERSION = '2026-11-28'

/** What each kind of fact is for, how it is verified and for how long. */
export const FACT_RULES: Record<FactKind, FactRule> = {
  birth_date: {
    name: { zh: '出生日期' },
    purpose: { zh: '看您够不够年龄享受老人、孩子的服务。' },
    consent: { zh: '同意社区记下出生日期，只用来算年龄。' },
    isSensitive: false,
    evidence: ['id_card', 'household_register'],
    verifiedForMonths: null,
  },
  residence: {
    name: { zh: '住在哪里' },
    purpose: { zh: '找到您的网格员，看本社区的服务您能不能用。' },
    consent: { zh: '同意社区记下您住的院落，不记门牌号。' },
    isSensitive: false,
    evidence: ['id_card', 'household_register', 'lease', 'home_visit'],
    verifiedForMonths: 24,
  },
  workplace: {
    name: { zh: '在附近上班' },
    purpose: { zh: '不住本社区，但在附近上班的，也能用托育等服务。' },
    consent: { zh: '同意社区记下您单位的名字。' },
    isSensitive: false,
    evidence: ['employment_letter'],
    verifiedForMonths: 12,
  },
  disability: {
    name: { zh: '残疾人证' },
    purpose: { zh: '免费送餐、上门服务要看有没有证。' },
    consent: { zh: '这是敏感信息。同意社区加密记下「有证」，不记类别和等级；不同意也能用别的服务。' },
    isSensitive: true,
    evidence: ['disability_certificate'],
    verifiedForMonths: 24,
  },
  limited_mobility: {
    name: { zh: '行动不便' },
    purpose: { zh: '需要上门的事，安排人到家里来。' },
    consent: {
      zh: '这是敏感信息。同意社区加密记下「行动不便」，只给您的网格员和帮您办事的社区工作人员看；不同意也能用别的服务。',
    },
    isSensitive: true,
    evidence: ['home_visit', 'own_word'],
    verifiedForMonths: 12,
  },
  living_alone: {
    name: { zh: '一个人住' },
    purpose: { zh: '您愿意的话，约好的饭没来取时有人问一声。' },
    consent: {
      zh: '这是敏感信息。同意社区加密记下「一个人住」，只给您的网格员和帮您办事的社区工作人员看；不同意也能用别的服务。',
    },
    isSensitive: true,
    evidence: ['home_visit', 'own_word'],
    verifiedForMonths: 12,
  },
  language: {
    name: { zh: '说什么话' },
    purpose: { zh: '用您听得懂的话跟您说，需要时找人翻译。' },
    consent: { zh: '同意社区记下您说的话。' },
    isSensitive: false,
    evidence: ['own_word'],
    verifiedForMonths: null,
  },
}

/** What can become of a fact: `pending` is a claim that nobody has looked at; `expired` was verified and counts as a claim. */
export const FACT_STATES = ['pending', 'verified', 'expired', 'refused'] as const
export type FactState = (typeof FACT_STATES)[number]

export const FACT_STATE_TEXT: Record<FactState, LocalText> = {
  pending: { zh: '等核实' },
  verified: { zh: '核实过' },
  expired: { zh: '要再核实' },
  refused: { zh: '没能核实' },
}

/** Claimed by somebody, or verified by staff and not out of date. */
export type FactStanding = 'claimed' | 'verified'

/** One fact as it is kept, with the days between which it was so. */
export interface DatedFact {
  /** A UUIDv7: what was said later has the greater one. */
  id: string
  content: FactContent
  /** The first day on which it is so. */
  inForceFrom: ServiceDate
  /** The first day on which it is no longer so; null while it is. */
  endedOn: ServiceDate | null
  /** Null while nobody has verified it. */
  verifiedOn: ServiceDate | null
  /** The last day of the verification; null for ever. */
  verifiedUntil: ServiceDate | null
}

export type FactAt<Kind extends FactKind> = { id: string; value: FactValues[Kind]; standing: FactStanding }

/**
 * How much a fact can be relied on at a date: before it was verified, and once the verification has expired, it is a claim.
 * So a rule that is asked again about a day of the past answers what it answered then.
 */
export const standingAt = (
  { verifiedOn, verifiedUntil }: Pick<DatedFact, 'verifiedOn' | 'verifiedUntil'>,
  date: ServiceDate,
): FactStanding => {
  const isVerified = verifiedOn !== null && verifiedOn <= date && (verifiedUntil === null || date <= verifiedUntil)
  return isVerified ? 'verified' : 'claimed'
}

/**
 * What is known about a person at a date: the verified fact of that day before a claimed one, the later said before the
 * earlier. Every rule of eligibility asks here, with the date of the meal, the day of care or the visit.
 */
export const factAt = <Kind extends FactKind>(
  facts: readonly DatedFact[],
  kind: Kind,
  date: ServiceDate,
): FactAt<Kind> | undefined => {
  const inForce = facts.filter(
    ({ content, inForceFrom, endedOn }) =>
      content.kind === kind && inForceFrom <= date && (endedOn === null || date < endedOn),
  )
  const [best] = inForce
    .map((fact) => ({ fact, standing: standingAt(fact, date) }))
    .toSorted(
      (a, b) =>
        Number(b.standing === 'verified') - Number(a.standing === 'verified') || (a.fact.id < b.fact.id ? 1 : -1),
    )
  if (!best || best.fact.content.kind !== kind) return undefined
  // The kind was just compared; TypeScript does not carry that over to the value.
  return { id: best.fact.id, value: best.fact.content.value as FactValues[Kind], standing: best.standing }
}

/** Nobody alive was born before this many years. */
const OLDEST_YEARS = 130

/** Why a value cannot be true; undefined when it can. */
export const findImpossible = (
  content: FactContent,
  today: ServiceDate,
): 'in_the_future' | 'too_long_ago' | undefined => {
  if (content.kind !== 'birth_date') return undefined
  if (content.value.on > today) return 'in_the_future'
  return yearsOld(content.value.on, today) > OLDEST_YEARS ? 'too_long_ago' : undefined
}

/** From which day a fact is so: a birth date from birth, everything else from the day it was said. */
export const inForceFromOf = (content: FactContent, saidOn: ServiceDate): ServiceDate =>
  content.kind === 'birth_date' ? content.value.on : saidOn

/** The last day of a verification made today; null for ever. */
export const verifiedUntilOf = (kind: FactKind, today: ServiceDate): ServiceDate | null => {
  const months = FACT_RULES[kind].verifiedForMonths
  return months === null ? null : addMonths(today, months)
}
