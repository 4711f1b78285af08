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

/** Why a meal that no rule makes free is: never a word about whoever eats it. */
export const FREE_REASONS = ['our_mistake', 'volunteer_meal', 'community_pays', 'other'] as const
export type FreeReason = (typeof FREE_REASONS)[number]

export const FREE_REASON_TEXT: Record<FreeReason, LocalText> = {
  our_mistake: { zh: '食堂的差错' },
  volunteer_meal: { zh: '志愿者的工作餐' },
  community_pays: { zh: '社区出这一餐' },
  other: { zh: '别的原因，负责人同意' },
}

/** How somebody was found on the list when they came. Never by their face. */
export const CHECK_IN_WAYS = ['code', 'name', 'paper'] as const
export type CheckInWay = (typeof CHECK_IN_WAYS)[number]

export const DELIVERY_OUTCOMES = ['delivered', 'refused', 'nobody_home'] as const
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number]

/** Whom somebody wants asked after them when they twice do not come. */
export const ABSENCE_CHECKERS = ['family', 'grid_worker'] as const
export type AbsenceChecker = (typeof ABSENCE_CHECKERS)[number]

/** What became of a standing order on one day; `had_one`: they had ordered themselves. */
export const STANDING_OUTCOMES = ['ordered', 'waiting', 'had_one', 'refused'] as const
export type StandingOutcome = (typeof STANDING_OUTCOMES)[number]

/** A dish of an order, with name and price as they were when it was ordered. */
export interface OrderedDish {
  dishId: string
  name: LocalText
  priceCents: number
  quantity: number
}

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

/** Short enough to stand beside a dish. */
export const DISH_TAG_TEXT: Record<DishTag, LocalText> = {
  soft: { zh: '软' },
  low_salt: { zh: '低盐' },
  no_sugar: { zh: '无糖' },
  meatless: { zh: '素' },
  contains_dairy: { zh: '含奶' },
  contains_egg: { zh: '含蛋' },
  contains_gluten: { zh: '含麸质' },
  contains_nuts: { zh: '含坚果' },
  contains_soy: { zh: '含大豆' },
  spicy: { zh: '辣' },
}
