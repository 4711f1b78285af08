import type { Language } from '@little-bench/shared/kernel/language'
import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import type { z } from 'zod'
import type { InboxMessageRow } from './inbox.repository.ts'
import { noticeText } from './notice-text.ts'

/** A notice in the reader's language. */
export const presentInboxMessage = (row: InboxMessageRow, language: Language): z.input<typeof InboxMessage> => ({
  id: row.id,
  kind: row.kind,
  text: noticeText(row.kind, row.details, language),
  communityId: row.community_id,
  workItemId: row.work_item_id,
  subjectId: row.subject_id,
  createdAt: row.created_at,
  readAt: row.read_at,
})
