import { monthsOld, yearsOld } from '../kernel/age.ts'
import type { LocalText } from '../kernel/language.ts'
import type { ServiceDate } from '../kernel/time.ts'

/** What the rules may know of whoever is to eat, play or learn, on the day of the slot. */
export interface Applicant {
  /** Null while nobody has said it. */
  bornOn: ServiceDate | null
  isBirthVerified: boolean
  livesHere: boolean
  worksNearby: boolean
  /** Somebody has looked at the certificate. */
  hasDisability: boolean
  /** They say that there is one, whether or not anybody has looked at it. */
  saysDisability?: boolean
}

export type Condition =
  | { kind: 'age_from_years'; years: number }
  | { kind: 'age_months'; from: number; below: number }
  | { kind: 'lives_here' }
  | { kind: 'lives_or_works_here' }
  | { kind: 'has_disability' }
  | { kind: 'birth_verified' }

/** A rule with the days on which it is in force; a change is a new rule, so a past day is decided as it was then. */
export interface DatedRule<Effect> {
  id: string
  from: ServiceDate
  /** The last day; null while it lasts. */
  until: ServiceDate | null
  /** All must hold. */
  when: readonly Condition[]
  effect: Effect
  /** Why, as everybody may read it; to the person it is said with their age. */
  because: LocalText
}

/** Whether one condition holds on a day. What nobody has said does not hold. */
export const holds = (condition: Condition, applicant: Applicant, on: ServiceDate): boolean => {
  const { bornOn } = applicant
  switch (condition.kind) {
    case 'age_from_years':
      return bornOn !== null && yearsOld(bornOn, on) >= condition.years
    case 'age_months': {
      if (bornOn === null || bornOn > on) return false
      const months = monthsOld(bornOn, on)
      return months >= condition.from && months < condition.below
    }
    case 'lives_here':
      return applicant.livesHere
    case 'lives_or_works_here':
      return applicant.livesHere || applicant.worksNearby
    case 'has_disability':
      return applicant.hasDisability
    case 'birth_verified':
      return applicant.isBirthVerified
  }
}

/** Whether a rule counts on a day. */
export const isInForce = (
  { from, until }: { from: ServiceDate; until: ServiceDate | null },
  on: ServiceDate,
): boolean => from <= on && (until === null || on <= until)

/** The first rule in force on the day whose conditions all hold. */
export const decidedBy = <Effect>(
  rules: readonly DatedRule<Effect>[],
  applicant: Applicant,
  on: ServiceDate,
): DatedRule<Effect> | undefined =>
  rules.find((rule) => isInForce(rule, on) && rule.when.every((condition) => holds(condition, applicant, on)))

/** Why a rule holds for somebody: 「您82岁，70岁以上免费」 where it asks how old they are. */
export const becauseFor = (
  { because, when }: Pick<DatedRule<unknown>, 'because' | 'when'>,
  { bornOn }: Applicant,
  on: ServiceDate,
): LocalText =>
  bornOn !== null && when.some(({ kind }) => kind === 'age_from_years')
    ? { ...because, zh: `您${yearsOld(bornOn, on)}岁，${because.zh}` }
    : because

/** The conditions of a rule that do not hold, so that the person learns what is missing. */
export const missingFor = (
  { when }: Pick<DatedRule<unknown>, 'when'>,
  applicant: Applicant,
  on: ServiceDate,
): Condition[] => when.filter((condition) => !holds(condition, applicant, on))
