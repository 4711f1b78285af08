import type { Translate } from '../platform/i18n/text'
import type { IconName } from '../ui/icon'
import type { StatusTone } from '../ui/status-chip'
import type { InboxText } from './inbox.text'
import type { QueueItem } from './work-item.api'

interface RowMark {
  word: string
  icon: IconName
  tone: StatusTone
}

/** What a row says beside its clock: what waits for somebody else, and what has been asked for more than once. */
export const rowMarks = (item: QueueItem, t: Translate<InboxText>): RowMark[] => {
  const { referredTo, reminders, reopenedCount, isChild } = item
  const marks: RowMark[] = []
  if (referredTo) marks.push({ word: t('referredTo', { name: referredTo.name }), icon: 'forward', tone: 'waiting' })
  if (reminders > 0) marks.push({ word: t('reminded', { count: reminders }), icon: 'bell', tone: 'soon' })
  if (reopenedCount > 0) marks.push({ word: t('again', { count: reopenedCount + 1 }), icon: 'refresh', tone: 'soon' })
  if (isChild) marks.push({ word: t('isChild'), icon: 'list', tone: 'plain' })
  return marks
}
