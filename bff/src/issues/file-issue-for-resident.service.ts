import type { NewAssistedIssue } from '@little-bench/shared/issues/contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Moderation } from '../moderation/index.ts'
import {
  assistedBy,
  assistsCommunity,
  hasAccount,
  makeCode,
  recordAct,
  registerCaller,
  type ShownCode,
  showCode,
} from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, isBarredFrom, takeReceiptNumber } from '../work-queue/index.ts'
import { examineIssue } from './examine-issue.ts'
import { categoryOf } from './issue.subject.ts'
import { checkIssue, excludedFrom, type ReportedIssue, writeIssue } from './write-issue.ts'

interface AssistedReport {
  issue: ReportedIssue
  /** Binds the receipt to an account, once; null for somebody who has one. */
  code: ShownCode | null
}

/**
 * Reports for somebody who came or called: for whom an assist session is open, or for somebody by name, who is registered
 * on the way. What only the person may say for themselves can be said here too, for they are there, but never to somebody
 * whose queue must not see it: a complaint about the counter is not filed at the counter.
 * Errors: `not_found` (a community that is not theirs), those of `checkIssue`, `not_delegable`; `assist_session_missing`, also
 * for a session that was opened for another reason than `source`.
 */
export const fileIssueForResident = async (
  engine: Moderation,
  viewer: Viewer,
  communityId: string,
  { resident, source, ...issue }: NewAssistedIssue,
  write: Write,
): Promise<AssistedReport> => {
  if (!assistsCommunity(viewer.roles, communityId)) throw new AppError('not_found')
  const checked = checkIssue(engine, communityId, issue)
  const { community, entry, gridCellId } = checked
  if (isBarredFrom(engine.config(), community, viewer.roles, { category: categoryOf(entry), gridCellId })) {
    throw new AppError('not_delegable')
  }
  const excludedStaffIds = await excludedFrom(engine, checked, issue)
  // Whom it is about, and who leads them, do not write it down.
  if (excludedStaffIds.includes(viewer.personId)) throw new AppError('not_delegable')
  const onBehalf =
    'residentId' in resident
      ? assistedBy({ staffId: viewer.personId, residentId: resident.residentId }, 'fileIssueForResident', [source])
      : null
  const examination = await examineIssue(engine, viewer, { ...issue, isOwnHand: false }, write)
  const now = engine.clock.now()
  const receiptNumber = await takeReceiptNumber(engine, community, now)
  const { issue: reported, made } = await inTransaction(engine.db, now, { once: write.once, onBehalf }, async (trx) => {
    const requesterId = await requesterOf(engine, trx, communityId, resident, now)
    const hand = { actorId: viewer.personId, actingForId: requesterId }
    const filing = { requesterId, hand, filedById: null, source, receiptNumber, excludedStaffIds, examination }
    const written = await writeIssue(engine, trx, checked, issue, filing, now)
    if (onBehalf === null) await recordFiling(trx, { viewer, requesterId, communityId, workItemId: written.id }, now)
    if (await hasAccount(trx, requesterId)) return { issue: written, made: null }
    const receipt = { purpose: 'receipt', communityId, subjectId: written.id, madeBy: viewer.personId } as const
    return { issue: written, made: await makeCode(engine, trx, receipt, now) }
  })
  return { issue: reported, code: made && showCode(engine, 'receipt', made) }
}

/** Without a session it stands in their list all the same: whoever the counter knows may read what it did in their name. */
const recordFiling = (
  trx: Trx,
  { viewer, requesterId, ...item }: { viewer: Viewer; requesterId: string; communityId: string; workItemId: string },
  now: Date,
): Promise<void> => {
  const act = { principalId: requesterId, actorId: viewer.personId, operation: 'fileIssueForResident' }
  return recordAct(trx, act, { ...item, eventKind: 'enqueued' }, now)
}

const requesterOf = async (
  engine: Engine,
  trx: Trx,
  communityId: string,
  resident: NewAssistedIssue['resident'],
  now: Date,
): Promise<string> =>
  'residentId' in resident ? resident.residentId : registerCaller(engine, trx, { ...resident, communityId }, now)
