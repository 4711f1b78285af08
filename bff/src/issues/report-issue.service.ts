import type { NewIssue } from '@little-bench/shared/issues/contract'
import type { IssueSource } from '@little-bench/shared/issues/sources'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Moderation } from '../moderation/index.ts'
import { handOf } from '../platform/authority.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { takeReceiptNumber } from '../work-queue/index.ts'
import { examineIssue } from './examine-issue.ts'
import { checkIssue, excludedFrom, type ReportedIssue, writeIssue } from './write-issue.ts'

const sourceOf = ({ authority }: Viewer): IssueSource => {
  if (authority === null) return 'own'
  return authority.kind === 'grant' ? 'proxy' : authority.reason
}

/**
 * Reports an issue: it is on disk and in a queue when this returns, or nothing is written.
 * Errors: `not_found` (community), `unknown_service`, `person_report_refused`, `unknown_place`,
 * `position_outside_community`, `visibility_refused`, `unknown_staff`, `nobody_to_read`, `not_in_team`, `not_delegable`,
 * `words_refused`, `idempotency_key_reused`.
 */
export const reportIssue = async (
  engine: Moderation,
  viewer: Viewer,
  communityId: string,
  issue: NewIssue,
  write: Write,
): Promise<ReportedIssue> => {
  const checked = checkIssue(engine, communityId, issue)
  if (viewer.authority && !checked.entry.isDelegable) throw new AppError('not_delegable')
  const filing = {
    requesterId: viewer.personId,
    hand: handOf(viewer),
    // Staff beside somebody have the item in a queue of theirs, or it is none of their business.
    filedById: viewer.authority?.kind === 'grant' ? viewer.actorId : null,
    source: sourceOf(viewer),
    excludedStaffIds: await excludedFrom(engine, checked, issue),
    examination: await examineIssue(engine, viewer, { ...issue, isOwnHand: true }, write),
  }
  const now = engine.clock.now()
  const receiptNumber = await takeReceiptNumber(engine, checked.community, now)
  return inTransaction(engine.db, now, write, (trx) =>
    writeIssue(engine, trx, checked, issue, { ...filing, receiptNumber }, now),
  )
}
