import type { LocalText } from '../kernel/language.ts'

/** The sittings of a day; the word in code is also the `kind` of the slot. */
export const SITTINGS = ['breakfast', 'lunch', 'dinner'] as const
export type Sitting = (typeof SITTINGS)[number]

/** How somebody gets the meal. */
export const FULFILMENTS = ['dine_in', 'pick_up', 'delivery'] as const
export type Fulfilment = (typeof FULFILMENTS)[number]

/** What to know of a dish: soft and low in salt for elders, and what somebody may not bear. */
export const DISH_TAGS = [
  'soft',
  'low_salt',
  'no_sugar',
  'meatless',
  'contains_dairy',
  'contains_egg',
  'contains_gluten',
  'contains_nuts',
  'contains_soy',
  'spicy',
] as const
export type DishTag = (typeof DISH_TAGS)[number]

/** How a meal was paid; no money moves through here. */
export const PAYMENT_STATES = ['unpaid', 'paid', 'free'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export const SITTING_TEXT: Record<Sitting, LocalText> = {
  breakfast: { zh: '早餐' },
  lunch: { zh: '午餐' },
  dinner: { zh: '晚餐' },
}

export const FULFILMENT_TEXT: Record<Fulfilment, LocalText> = {
  dine_in: { zh: '在食堂吃' },
  pick_up: { zh: '自己来取' },
  delivery: { zh: '送到家' },
}

/** Portions of one dish in one order. */
export const MAX_PORTIONS = 10
/** Dishes in one order. */
export const MAX_DISHES = 12
