import type { DishTag } from '@little-bench/shared/canteen/meals'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { clockInSentence, dateInSentence, dateTimeInSentence } from '../platform/dates'

const DAY_MS = 86_400_000

/** 「今天」, 「明天」, else the spoken date: for a sentence. */
export const dayOfMeal = (on: string, now: Date): LocalText => {
  const today = shanghaiTime(now).date
  if (on === today) return { zh: '今天', bo: 'དེ་རིང་།' }
  const isTomorrow = Date.parse(on) - Date.parse(today) === DAY_MS
  return isTomorrow ? { zh: '明天', bo: 'སང་ཉིན།' } : dateInSentence(on)
}

/** Until when it can be ordered: the hour alone while that is today. */
export const cutoffInSentence = (cutoffAt: string, now: Date): LocalText =>
  shanghaiTime(new Date(cutoffAt)).date === shanghaiTime(now).date
    ? clockInSentence(cutoffAt)
    : dateTimeInSentence(cutoffAt)

/** What somebody may not bear stands out; what is good to know does not. */
export const isWarning = (tag: DishTag): boolean => tag.startsWith('contains_') || tag === 'spicy'
