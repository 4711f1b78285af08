import { yearsOld } from '../kernel/age.ts'
import type { LocalText } from '../kernel/language.ts'
import type { ServiceDate } from '../kernel/time.ts'
import {
  type Applicant,
  becauseFor,
  type Condition,
  type DatedRule,
  decidedBy,
  isInForce,
  missingFor,
} from '../scheduling/eligibility.ts'
import type { Fulfilment } from './meals.ts'

/** What a rule of the canteen gives: the meal itself up to a sum, something off it, or its way to the door. */
export type MealEffect =
  | { kind: 'meal_free'; upToCents: number }
  | { kind: 'meal_off'; cents: number }
  | { kind: 'delivery_free' }
export type MealRule = DatedRule<MealEffect>

/** One line of an order. */
export interface PricedDish {
  priceCents: number
  quantity: number
}

export interface MealPrice {
  /** Dishes and delivery, before anything is taken off. */
  totalCents: number
  /** What is taken off; the rest is paid at the counter. */
  subsidyCents: number
  /** How it came about, in the order in which it is read. */
  reasons: LocalText[]
  /** The rules that decided, by id. */
  ruleIds: string[]
}

/** `1250` → 「12.5元」. */
export const yuan = (cents: number): string => `${Number((cents / 100).toFixed(2))}元`

const isMealRule = ({ effect }: MealRule): boolean => effect.kind !== 'delivery_free'

/** Of a meal one portion of each dish can be subsidised, for one person and sitting; what they order beyond it they pay. */
const oneMealCents = (dishes: readonly PricedDish[]): number =>
  dishes.reduce((sum, { priceCents }) => sum + priceCents, 0)

const offOf = (effect: MealEffect, mealCents: number): number => {
  if (effect.kind === 'meal_free') return Math.min(effect.upToCents, mealCents)
  return effect.kind === 'meal_off' ? Math.min(effect.cents, mealCents) : 0
}

/** Whether somebody ordered more than is subsidised: of a free meal beyond its sum, of any beyond one portion. */
const isBeyond = (effect: MealEffect, dishCents: number, mealCents: number): boolean =>
  dishCents > (effect.kind === 'meal_free' ? offOf(effect, mealCents) : mealCents)

/** What a rule would have given: 「免」 the meal, or 「免送餐费」. */
type Gain = '免' | '免送餐费'

const lackOf = (condition: Condition, applicant: Applicant, on: ServiceDate, gain: Gain): string | undefined => {
  switch (condition.kind) {
    case 'age_from_years':
      return applicant.bornOn === null
        ? `没有登记出生日期，${condition.years}岁以上才${gain}`
        : `那天您${yearsOld(applicant.bornOn, on)}岁，${condition.years}岁以上才${gain}`
    case 'lives_here':
      return `登记的住处不在本社区，住在本社区才${gain}`
    case 'lives_or_works_here':
      return `没有登记住在本社区或在附近上班，登记了才${gain}`
    case 'has_disability':
      return applicant.saysDisability ? `残疾人证还没核实，核实后再${gain}` : `没有登记残疾人证，登记、核实了才${gain}`
    case 'birth_verified':
      return `出生日期还没核实，核实后再${gain}`
    case 'age_months':
      return undefined
  }
}

/** Why no rule that others have holds for somebody on the day: so nobody wonders in silence. */
const whyNot = (rules: readonly MealRule[], applicant: Applicant, on: ServiceDate, gain: Gain): LocalText[] => {
  const lacks = rules
    .filter((rule) => isInForce(rule, on))
    .map((rule) =>
      missingFor(rule, applicant, on)
        .map((condition) => lackOf(condition, applicant, on, gain))
        .find((lack) => lack !== undefined),
    )
  const lack = lacks.find((one) => one !== undefined)
  return lack === undefined ? [] : [{ zh: lack }]
}

/**
 * What a meal costs on its day and how that came about. `alreadySubsidised`: the person has another subsidised meal in
 * this sitting. Cents throughout; a rule that changes later changes nothing that was booked, because this is kept with it.
 */
export const mealPrice = (
  dishes: readonly PricedDish[],
  { fulfilment, deliveryCents }: { fulfilment: Fulfilment; deliveryCents: number },
  rules: readonly MealRule[],
  { applicant, on, alreadySubsidised }: { applicant: Applicant; on: ServiceDate; alreadySubsidised: boolean },
): MealPrice => {
  const dishCents = dishes.reduce((sum, { priceCents, quantity }) => sum + priceCents * quantity, 0)
  const wayCents = fulfilment === 'delivery' ? deliveryCents : 0
  const mealRules = rules.filter(isMealRule)
  const wayRules = wayCents > 0 ? rules.filter((rule) => !isMealRule(rule)) : []
  const meal = alreadySubsidised ? undefined : decidedBy(mealRules, applicant, on)
  const way = decidedBy(wayRules, applicant, on)
  const mealCents = oneMealCents(dishes)
  const mealOff = meal ? offOf(meal.effect, mealCents) : 0
  const reasons: LocalText[] = [
    ...(meal ? [becauseFor(meal, applicant, on)] : []),
    ...(meal && isBeyond(meal.effect, dishCents, mealCents) ? [{ zh: '补一份，多点的自付' }] : []),
    ...(alreadySubsidised ? [{ zh: '这一餐已经补过一份，每人每餐补一份' }] : []),
    ...(meal || alreadySubsidised ? [] : whyNot(mealRules, applicant, on, '免')),
    ...(way ? [becauseFor(way, applicant, on)] : whyNot(wayRules, applicant, on, '免送餐费')),
    { zh: `菜${yuan(dishCents)}${wayCents > 0 ? `，送餐${yuan(wayCents)}` : ''}` },
  ]
  return {
    totalCents: dishCents + wayCents,
    subsidyCents: mealOff + (way ? wayCents : 0),
    reasons,
    ruleIds: [meal, way].flatMap((rule) => (rule ? [rule.id] : [])),
  }
}
