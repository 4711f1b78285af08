import type { Language } from '@little-bench/shared/kernel/language'
import { fillTemplate } from '@little-bench/shared/work-queue/reply-template'
import { spokenDate } from '../platform/dates'
import type { WorkItem } from './work-item.api'

interface FillOptions {
  language: Language
  /** Whose name stands under it. */
  workerName: string
}

/** The words of a template with what is true of this item; still to be read and changed before it leaves. */
export const filledTemplate = (
  template: { zh: string; bo: string | null },
  item: Pick<WorkItem, 'title' | 'receiptNumber' | 'queue' | 'communityName' | 'dueAt'>,
  { language, workerName }: FillOptions,
): string => {
  const spoken: Language = language === 'bo' && template.bo !== null ? 'bo' : 'zh'
  return fillTemplate(spoken === 'bo' ? (template.bo ?? template.zh) : template.zh, {
    title: item.title,
    receiptNumber: item.receiptNumber,
    queueName: item.queue.name,
    communityName: item.communityName,
    dueOn: spokenDate(item.dueAt, spoken),
    workerName,
  })
}
