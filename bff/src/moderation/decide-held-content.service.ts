import { AppError } from '@little-bench/shared/kernel/errors'
import type { RefusalReason } from '@little-bench/shared/moderation/holds'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { holdSubjectItem, insertAuditLine, type MovedItem } from '../work-queue/index.ts'
import { describeHeld } from './describe-held.ts'
import { decide, findHeldContent, type HeldContentRow } from './held-content.repository.ts'
import { decidesFor } from './moderation.policy.ts'
import type { Moderation } from './moderation.ts'

interface Decision {
  isShown: boolean
  reason?: RefusalReason | undefined
  seenDecisionAt: string | null
}

/**
 * Shows something to neighbours, or does not and tells its reporter why; the issue itself goes on either way.
 * Errors: `not_found`, also for whom it is about and for its reporter; `held_content_decided` when somebody else was faster.
 */
export const decideHeldContent = (
  moderation: Moderation,
  viewer: Viewer,
  { communityId, heldContentId }: { communityId: string; heldContentId: string },
  { isShown, reason = 'other', seenDecisionAt }: Decision,
  write: Write,
) => {
  if (!decidesFor(viewer.roles, communityId)) throw new AppError('not_found')
  const now = moderation.clock.now()
  const address = { communityId, id: heldContentId }
  return inTransaction(moderation.db, now, write, async (trx) => {
    const found = await findHeldContent(trx, address)
    if (!found) throw new AppError('not_found')
    const item = await holdSubjectItem(trx, communityId, found.work_item_id)
    if (!item || isKept(item, viewer)) throw new AppError('not_found')
    const decision = { reason: isShown ? null : reason, by: viewer.personId, seenDecisionAt }
    const row = await decide(trx, address, decision, now)
    if (!row) throw new AppError('held_content_decided')
    const held = { communityId, subjectId: row.subject_id, fileId: row.file_id }
    await moderation.contents.of(row.kind).show(trx, held, isShown, now)
    await writeDown(trx, row, now)
    if (!isShown) await tellReporter(moderation, trx, item, row)
    const [shown] = await describeHeld({ ...moderation, db: trx }, viewer, communityId, [row])
    if (!shown) throw new AppError('not_found')
    return shown
  })
}

/** Whom an item is about, and whose it is, does not decide about it. */
const isKept = (item: MovedItem, { personId }: Viewer): boolean =>
  item.excluded_staff_ids.includes(personId) || item.requester_id === personId

const writeDown = (trx: Trx, row: HeldContentRow, now: Date): Promise<void> =>
  insertAuditLine(trx, {
    id: uuidv7(),
    at: now.toISOString(),
    actor_id: row.decided_by ?? '',
    community_id: row.community_id,
    action: 'content_decided',
    details: JSON.stringify({ heldContentId: row.id, decision: row.state, reason: row.reason ?? '' }),
  })

const tellReporter = async (
  { notifications }: Moderation,
  trx: Trx,
  item: MovedItem,
  row: HeldContentRow,
): Promise<void> => {
  if (item.requester_id === null) return
  await notifications.notify(trx, {
    kind: 'not_shown',
    personId: item.requester_id,
    communityId: item.community_id,
    workItemId: item.id,
    subjectId: item.subject_id,
    details: { title: item.title, receiptNumber: item.receipt_number, refusalReason: row.reason ?? 'other' },
  })
}
