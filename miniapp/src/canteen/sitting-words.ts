import type { DishTag } from '@little-bench/shared/canteen/meals'
import type { LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { clockInSentence, dateInSentence } from '../platform/dates'

const DAY_MS = 86_400_000

/** 「今天」, 「明天」, else the spoken date: for a sentence. */
export const dayOfMeal = (on: string, now: Date): LocalText => {
  const today = shanghaiTime(now).date
  if (on === today) return { zh: '今天', bo: 'དེ་རིང་།' }
  const isTomorrow = Date.parse(on) - Date.parse(today) === DAY_MS
  return isTomorrow ? { zh: '明天', bo: 'སང་ཉིན།' } : dateInSentence(on)
}

/** Until when it can be ordered: 「今天下午8:00」. The day is always said, since the card is about another day. */
export const cutoffInSentence = (cutoffAt: string, now: Date): LocalText => {
  const day = dayOfMeal(shanghaiTime(new Date(cutoffAt)).date, now)
  const clock = clockInSentence(cutoffAt)
  return { zh: dayBefore(day.zh) + clock.zh, bo: `${day.bo} ${clock.bo}` }
}

/** A word for a day stands close to its hour, a date apart from it. */
const dayBefore = (day: string) => (day.length > 2 ? `${day} ` : day)

/** What somebody may not bear stands out; what is good to know does not. */
export const isWarning = (tag: DishTag): boolean => tag.startsWith('contains_') || tag === 'spicy'
