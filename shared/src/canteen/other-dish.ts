import type { LocalText } from '../kernel/language.ts'
import type { DishTag } from './meals.ts'

interface Described {
  name: LocalText
  tags: readonly DishTag[]
}

/** What somebody may not bear; the other tags promise something. */
const WARNINGS: readonly DishTag[] = [
  'contains_dairy',
  'contains_egg',
  'contains_gluten',
  'contains_nuts',
  'contains_soy',
  'spicy',
]

/**
 * Whether a dish would not be what was ordered: another name, a warning more or a promise less. A name in the other
 * language, a promise more and a warning less take nothing from anybody.
 */
export const isOtherDish = (before: Described, after: Described): boolean =>
  before.name.zh !== after.name.zh ||
  after.tags.some((tag) => WARNINGS.includes(tag) && !before.tags.includes(tag)) ||
  before.tags.some((tag) => !WARNINGS.includes(tag) && !after.tags.includes(tag))
