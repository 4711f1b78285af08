import { monthsOld, yearsOld } from '@little-bench/shared/kernel/age'
import type { LocalText } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { countedFrom, type PickUpRelation } from '@little-bench/shared/people/children'

/** What somebody who may fetch a child is to it, as families and staff read it. */
export const RELATION_TEXT = {
  grandparent: { zh: '爷爷奶奶、外公外婆' },
  parent: { zh: '爸爸妈妈' },
  sibling: { zh: '哥哥姐姐' },
  relative: { zh: '亲戚' },
  friend: { zh: '朋友' },
} as const satisfies Record<PickUpRelation, LocalText>

const MONTHS = 12
/** Below three years people count months. */
const COUNTED_IN_MONTHS = 36

/** 「13个月」, and from three years on 「4岁」. */
export const childAge = (months: number): LocalText =>
  months < COUNTED_IN_MONTHS ? { zh: `${months}个月` } : { zh: `${Math.floor(months / MONTHS)}岁` }

/** Whole months on a day: born in May is six months old in November. */
export const monthsOn = (bornIn: string, on: ServiceDate): number => monthsOld(countedFrom(bornIn), on)

/** Whole years on a day. */
export const yearsOn = (bornIn: string, on: ServiceDate): number => yearsOld(countedFrom(bornIn), on)
