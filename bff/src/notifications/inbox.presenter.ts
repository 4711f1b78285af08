import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import { NOTICE_TEXT } from '@little-bench/shared/notifications/notices'
import { actText } from '@little-bench/shared/people/acts'
import { FACT_KINDS, FACT_RULES } from '@little-bench/shared/people/facts'
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
  const { dueAt, untilAt, factKind, operation, eventKind } = row.details
  const kind = FACT_KINDS.find((known) => known === factKind)
  return {
    id: row.id,
    kind: row.kind,
    text: fill(inLanguage(text, language), {
      ...row.details,
      ...(dueAt !== undefined && { dueOn: spokenDate(dueAt) }),
      ...(untilAt !== undefined && { untilOn: spokenDate(untilAt) }),
      ...(kind && { factName: inLanguage(FACT_RULES[kind].name, language) }),
      ...(operation !== undefined && { act: inLanguage(actText(operation, eventKind), language) }),
    }),
    communityId: row.community_id,
    workItemId: row.work_item_id,
    subjectId: row.subject_id,
    createdAt: row.created_at,
    readAt: row.read_at,
  }
}
