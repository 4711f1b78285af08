import type { Notice } from '@little-bench/shared/notifications/notices'
import type { Trx } from '../platform/db/database.ts'

/** One thing to tell one person; labels, names that are masked, and dates, never a person's free text. */
export interface PersonNotice {
  kind: Notice
  personId: string
  communityId: string
  workItemId: string | null
  subjectId: string | null
  details: Record<string, string>
}

/** Tells a person by their own channel, once the caller's transaction has committed. */
export type TellPerson = (trx: Trx, notice: PersonNotice) => Promise<void>
