import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Translate } from '../platform/i18n/text'
import type { WorkQueueText } from './work-queue.text'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** What is due within this time is soon, also across midnight. */
const SOON_MS = 4 * HOUR_MS

export interface DueClock {
  tone: 'late' | 'soon' | 'waiting'
  unit: 'Minutes' | 'Hours' | 'Days'
  count: number
}

interface Due {
  dueAt: string
  /** The server's word; a phone whose clock is slow does not overrule it. */
  isOverdue: boolean
}

/** How long is left or how late it is, in whole minutes, hours or days, rounded down so that nobody is promised more. */
export const dueClock = ({ dueAt, isOverdue }: Due, now: Date): DueClock => {
  const due = new Date(dueAt)
  const left = due.getTime() - now.getTime()
  const isLate = isOverdue || left <= 0
  const distance = isLate ? Math.max(-left, 0) : left
  const tone = isLate ? 'late' : isSoon(due, now) ? 'soon' : 'waiting'
  if (distance >= DAY_MS) return { tone, unit: 'Days', count: Math.floor(distance / DAY_MS) }
  if (distance >= HOUR_MS) return { tone, unit: 'Hours', count: Math.floor(distance / HOUR_MS) }
  return { tone, unit: 'Minutes', count: Math.max(1, Math.floor(distance / MINUTE_MS)) }
}

/** 「还剩3小时」, 「晚了1天」 */
export const clockWords = ({ tone, unit, count }: DueClock, t: Translate<WorkQueueText>): string =>
  tone === 'late' ? t(`late${unit}`, { count }) : t(`left${unit}`, { count })

const isSoon = (due: Date, now: Date) =>
  due.getTime() - now.getTime() <= SOON_MS || shanghaiTime(due).date === shanghaiTime(now).date
