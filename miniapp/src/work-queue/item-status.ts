import { isOpen, type Outcome } from '@little-bench/shared/work-queue/lifecycle'
import { dateInSentence, spokenDateTime } from '../platform/dates'
import type { Translate } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { StatusTone } from '../ui/status-chip'
import { clockWords, dueClock } from './due-clock'
import type { QueueItem, WorkItem } from './work-item.api'
import type { WorkQueueText } from './work-queue.text'

interface StatusChipWords {
  word: string
  tone: StatusTone
  icon?: IconName
}

/** The clock while somebody must still do something; after that, how it stands. */
export const statusChip = (item: QueueItem, now: Date, t: Translate<WorkQueueText>): StatusChipWords => {
  if (item.state === 'resolved') return { word: t('resolved'), tone: 'good' }
  if (item.state === 'closed') return { word: t('closed'), tone: item.outcome === 'solved' ? 'good' : 'plain' }
  // While it waits for somebody else, nobody is late.
  if (item.pause !== null) return pauseChip(item.pause, t)
  const clock = dueClock(item, now)
  return { word: clockWords(clock, t), tone: clock.tone }
}

const pauseChip = (pause: NonNullable<QueueItem['pause']>, t: Translate<WorkQueueText>): StatusChipWords =>
  pause === 'suspended'
    ? { word: t('suspended'), tone: 'plain', icon: 'clock' }
    : { word: t('waitingForResident'), tone: 'plain', icon: 'speech' }

/** Who has it, in two or three words. */
export const assigneeWords = ({ state, assignee }: QueueItem, t: Translate<WorkQueueText>): string => {
  if (!assignee) return t('nobody')
  if (!assignee.isYou) return assignee.name
  return state === 'dispatched' ? t('yoursToAccept') : t('you')
}

/** 「11月24日 星期二 下午2:05前要办好」; once that has passed, 「…就该办好」. */
export const dueWords = ({ dueAt, isOverdue }: QueueItem, t: Translate<WorkQueueText>): string => {
  const date = { zh: spokenDateTime(dueAt, 'zh'), bo: spokenDateTime(dueAt, 'bo') }
  return t(isOverdue ? 'wasDue' : 'isDue', { date })
}

/** One sentence with the next date. */
export const statusSentence = (item: WorkItem, t: Translate<WorkQueueText>): string => {
  if (isOpen(item.state) && item.pause !== null) return pauseSentence(item, t)
  const due = dueWords(item, t)
  const name = item.assignee?.name ?? ''
  switch (item.state) {
    case 'queued':
      return t('queuedSentence', { due })
    case 'dispatched':
      return item.assignee?.isYou ? t('dispatchedToYou', { due }) : t('dispatchedTo', { name, due })
    case 'accepted':
      return item.assignee?.isYou ? t('acceptedByYou', { due }) : t('acceptedBy', { name, due })
    case 'resolved':
      return resolvedSentence(item, t)
    case 'closed':
      return outcomeSentence(item.outcome, t)
  }
}

/** Why the clock stands still and until when. */
const pauseSentence = ({ pause, suspension }: WorkItem, t: Translate<WorkQueueText>): string => {
  if (pause === 'waiting_for_resident') return t('waitingSentence')
  if (!suspension) return t('suspended')
  return t('suspendedSentence', { reason: t(suspension.reason), until: dateInSentence(suspension.until) })
}

const resolvedSentence = ({ rating }: WorkItem, t: Translate<WorkQueueText>) => {
  if (!rating) return t('waitsForRating')
  return rating.solved ? t('ratedSolved') : t('ratedUnsolved')
}

const KEY_OF_OUTCOME = {
  solved: 'outcomeSolved',
  not_ours: 'outcomeNotOurs',
  withdrawn: 'outcomeWithdrawn',
  rejected: 'outcomeRejected',
  merged: 'outcomeMerged',
  converted: 'outcomeConverted',
} as const satisfies Record<Outcome, keyof WorkQueueText>

const outcomeSentence = (outcome: Outcome | null, t: Translate<WorkQueueText>) =>
  outcome ? t(KEY_OF_OUTCOME[outcome]) : t('closed')
