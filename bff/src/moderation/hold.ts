import { answerDueAt, type HeldKind, type HoldReason } from '@little-bench/shared/moderation/holds'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { endHeldContents, insertHeldContents } from './held-content.repository.ts'
import type { Moderation } from './moderation.ts'
import { CHECK_PICTURE, type PictureToCheck } from './picture-job.ts'

/** Whose what is held is, and on which item somebody works. */
export interface HeldOf {
  communityId: string
  subjectId: string
  workItemId: string
  authorId: string
}

const newRow = (kind: HeldKind, of: HeldOf, now: Date) => ({
  community_id: of.communityId,
  id: uuidv7(),
  kind,
  subject_id: of.subjectId,
  work_item_id: of.workItemId,
  author_id: of.authorId,
  held_at: now.toISOString(),
})

/** Holds words until a person has looked at them. */
export const holdWords = (trx: Trx, kind: HeldKind, of: HeldOf, why: HoldReason, now: Date): Promise<void> =>
  insertHeldContents(trx, [{ ...newRow(kind, of, now), file_id: null, state: 'waiting', why }])

/** Holds pictures until WeChat has let them pass, or a person has. */
export const holdPictures = async (
  { jobs }: Moderation,
  trx: Trx,
  kind: HeldKind,
  { fileIds, ...of }: HeldOf & { fileIds: readonly string[] },
  why: HoldReason | 'ask',
  now: Date,
): Promise<void> => {
  const held =
    why === 'ask'
      ? ({ state: 'asked', why: null, answer_due_at: answerDueAt(now).toISOString() } as const)
      : ({ state: 'waiting', why, answer_due_at: null } as const)
  const rows = fileIds.map((file_id) => ({ ...newRow(kind, of, now), file_id, ...held }))
  await insertHeldContents(trx, rows)
  if (why !== 'ask') return
  for (const { id } of rows) {
    await jobs.enqueue<PictureToCheck>(trx, CHECK_PICTURE, { communityId: of.communityId, id })
  }
}

/** The words are others now, or neighbours will never read any of it: there is nothing left to decide. */
export const endHolds = endHeldContents
