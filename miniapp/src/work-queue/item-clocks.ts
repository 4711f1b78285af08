import { dateInSentence } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { StatusTone } from '../ui/status-chip'
import { clockWords, dueClock } from './due-clock'
import type { ItemText } from './item.text'
import type { WorkItem } from './work-item.api'
import type { WorkQueueText } from './work-queue.text'

export type ClockView = WorkItem['clocks'][number]

export interface ClockWords {
  /** 「按时」, 「晚了」, 「先不算」 or what is left. */
  word: string
  tone: StatusTone
  icon?: IconName
  /** When it ended, or by when it must. */
  date: string
}

/** How one promise stands: kept, broken, standing still, or running. */
export const clockStanding = (
  { clock, dueAt, endedAt, isLate }: ClockView,
  { pause }: Pick<WorkItem, 'pause'>,
  now: Date,
  { t, due }: { t: Translate<ItemText>; due: Translate<WorkQueueText> },
): ClockWords => {
  if (endedAt !== null) {
    const date = t('clockEnded', { date: dateInSentence(endedAt) })
    return isLate ? { word: t('late'), tone: 'late', date } : { word: t('inTime'), tone: 'good', date }
  }
  const date = t('clockDue', { date: dateInSentence(dueAt) })
  // Only the promise to resolve waits for somebody else.
  if (clock === 'resolve' && pause !== null) return { word: t('paused'), tone: 'plain', icon: 'clock', date }
  const running = dueClock({ dueAt, isOverdue: isLate }, now)
  return { word: clockWords(running, due), tone: running.tone, date }
}
