import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import { NOTICE_TEXT } from '@little-bench/shared/notifications/notices'
import type { z } from 'zod'
import type { InboxMessageRow } from './inbox.repository.ts'

const spokenDate = (instant: string): string => {
  const { month, day } = shanghaiTime(new Date(instant))
  return `${month}月${day}日`
}

const fill = (template: string, details: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_whole, name: string) => details[name] ?? '')

/** A notice in the reader's language. */
export const presentInboxMessage = (row: InboxMessageRow, language: Language): z.input<typeof InboxMessage> => {
  const text: LocalText = NOTICE_TEXT[row.kind]
  const { dueAt, untilAt } = row.details
  return {
    id: row.id,
    kind: row.kind,
    text: fill(inLanguage(text, language), {
      ...row.details,
      ...(dueAt !== undefined && { dueOn: spokenDate(dueAt) }),
      ...(untilAt !== undefined && { untilOn: spokenDate(untilAt) }),
    }),
    communityId: row.community_id,
    workItemId: row.work_item_id,
    subjectId: row.subject_id,
    createdAt: row.created_at,
    readAt: row.read_at,
  }
}
