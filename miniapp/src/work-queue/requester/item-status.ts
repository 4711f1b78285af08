import type { Language } from '@little-bench/shared/kernel/language'
import type { MyItem, WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { dateInSentence } from '../../platform/dates'
import { type Translate, translator } from '../../platform/i18n/text'
import type { StatusTone } from '../../ui/status-chip'
import { itemStatusText } from './item-status.text'

export interface StatusFacts extends Pick<MyItem, 'state' | 'outcome' | 'dueAt' | 'isOverdue' | 'canRate'> {
  queueName: string
  /** The answer since it was last resolved; null while there is none. */
  ratedSolved: boolean | null
  /** Whether the reader is the one who asked for it. */
  isYours: boolean
  /** Why it stands still; a neighbour is not told. */
  pause?: MyItem['pause']
  /** The reason and the day, where they are known. */
  suspension?: WorkItem['suspension']
  /** Until when it can be rated, where that is known. */
  rateUntil?: WorkItem['rateUntil']
}

export interface ItemStatus {
  /** One word. */
  word: string
  /** One sentence with the next date. */
  sentence: string
  tone: StatusTone
}

/** 「处理中 · 八廓街道网格一队已接单，正在办，预计11月24日 星期二前答复」 */
export const itemStatus = (facts: StatusFacts, language: Language): ItemStatus => {
  const t = translator(itemStatusText, language)
  if (facts.state === 'closed') return closedStatus(facts, t)
  if (facts.state === 'resolved') return resolvedStatus(facts, t)
  if (facts.pause) return pausedStatus(facts, t)
  const date = dateInSentence(facts.dueAt)
  const promise = facts.isOverdue ? t('late', { date }) : t('promised', { date })
  return {
    word: t(facts.state),
    sentence: t(`${facts.state}Words`, { queue: facts.queueName }) + promise,
    tone: facts.isOverdue ? 'late' : 'waiting',
  }
}

/** Whose turn it is, and from which day it goes on. */
const pausedStatus = (
  { pause, suspension, queueName, isYours }: StatusFacts,
  t: Translate<typeof itemStatusText>,
): ItemStatus => {
  if (pause === 'waiting_for_resident') {
    return isYours
      ? { word: t('waitingForAnswer'), sentence: t('waitingForAnswerWords'), tone: 'soon' }
      : { word: t('waitingForOther'), sentence: t('waitingForOtherWords'), tone: 'waiting' }
  }
  if (!suspension) return { word: t('suspended'), sentence: t('suspendedWords', { queue: queueName }), tone: 'waiting' }
  const date = dateInSentence(suspension.until)
  return { word: t('suspended'), sentence: t(`${suspension.reason}Words`, { date }), tone: 'waiting' }
}

const ratingSentence = ({ rateUntil }: StatusFacts, t: Translate<typeof itemStatusText>): string =>
  rateUntil ? t('rateUntilWords', { date: dateInSentence(rateUntil) }) : t('waitingForRatingWords')

const resolvedStatus = (facts: StatusFacts, t: Translate<typeof itemStatusText>): ItemStatus => {
  if (!facts.isYours) return { word: t('resolved'), sentence: t('resolvedForOthersWords'), tone: 'good' }
  if (facts.canRate) return { word: t('waitingForRating'), sentence: ratingSentence(facts, t), tone: 'soon' }
  if (facts.ratedSolved === false) return { word: t('unsolved'), sentence: t('unsolvedWords'), tone: 'soon' }
  return { word: t('resolved'), sentence: t('resolvedWords', { queue: facts.queueName }), tone: 'good' }
}

const closedStatus = (facts: StatusFacts, t: Translate<typeof itemStatusText>): ItemStatus => {
  if (facts.canRate && facts.isYours)
    return { word: t('waitingForRating'), sentence: ratingSentence(facts, t), tone: 'soon' }
  if (facts.outcome === null) return { word: t('solved'), sentence: t('closedWords'), tone: 'good' }
  if (facts.outcome === 'withdrawn' && !facts.isYours)
    return { word: t('withdrawn'), sentence: t('withdrawnByOtherWords'), tone: 'plain' }
  return {
    word: t(facts.outcome),
    sentence: t(`${facts.outcome}Words`),
    tone: facts.outcome === 'solved' ? 'good' : 'plain',
  }
}
