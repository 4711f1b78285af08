import type { Language } from '@little-bench/shared/kernel/language'
import type { MyItem } from '@little-bench/shared/work-queue/contract'
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
  const date = dateInSentence(facts.dueAt)
  const promise = facts.isOverdue ? t('late', { date }) : t('promised', { date })
  return {
    word: t(facts.state),
    sentence: t(`${facts.state}Words`, { queue: facts.queueName }) + promise,
    tone: facts.isOverdue ? 'late' : 'waiting',
  }
}

const resolvedStatus = (facts: StatusFacts, t: Translate<typeof itemStatusText>): ItemStatus => {
  if (!facts.isYours) return { word: t('resolved'), sentence: t('resolvedForOthersWords'), tone: 'good' }
  if (facts.canRate) return { word: t('waitingForRating'), sentence: t('waitingForRatingWords'), tone: 'soon' }
  if (facts.ratedSolved === false) return { word: t('unsolved'), sentence: t('unsolvedWords'), tone: 'soon' }
  return { word: t('resolved'), sentence: t('resolvedWords', { queue: facts.queueName }), tone: 'good' }
}

const closedStatus = (facts: StatusFacts, t: Translate<typeof itemStatusText>): ItemStatus => {
  if (facts.canRate && facts.isYours)
    return { word: t('waitingForRating'), sentence: t('waitingForRatingWords'), tone: 'soon' }
  if (facts.outcome === null) return { word: t('solved'), sentence: t('closedWords'), tone: 'good' }
  if (facts.outcome === 'withdrawn' && !facts.isYours)
    return { word: t('withdrawn'), sentence: t('withdrawnByOtherWords'), tone: 'plain' }
  return {
    word: t(facts.outcome),
    sentence: t(`${facts.outcome}Words`),
    tone: facts.outcome === 'solved' ? 'good' : 'plain',
  }
}
