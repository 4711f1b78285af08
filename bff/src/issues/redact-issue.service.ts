import { AppError } from '@little-bench/shared/kernel/errors'
import type { Relation } from '@little-bench/shared/work-queue/lifecycle'
import { fileLinks, filesOf, hideFiles } from '../files/index.ts'
import { type Examination, endHolds, type Moderation, NOTHING_HELD } from '../moderation/index.ts'
import { recordReads } from '../people/index.ts'
import { concerns, inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  type Engine,
  holdSubjectItem,
  keepHeardWords,
  replaceSubjectWords,
  viewSubjectItem,
  within,
} from '../work-queue/index.ts'
import { examineIssue } from './examine-issue.ts'
import { holdChangedWords } from './hold-issue.ts'
import { publicStateOf, viewOfIssue } from './issue.policy.ts'
import { findIssueById } from './issue.repository.ts'
import { findOriginal, insertOriginal, replaceDescription } from './redaction.repository.ts'

interface IssueAddress {
  communityId: string
  issueId: string
}

const relationsTo = async (engine: Engine, viewer: Viewer, { communityId, issueId }: IssueAddress) =>
  (await viewSubjectItem(engine, viewer, viewer.language, communityId, issueId))?.relations ?? new Array<Relation>()

/**
 * Hides parts of one's own report from everybody, wherever its words were copied to; the first wording is kept for the
 * staff in charge. Errors: `not_found`; `redaction_empty` when nothing is hidden; `redaction_of_everything` when neither words
 * nor a file would be left; `unknown_file`, `words_refused`.
 */
export const redactIssue = async (
  engine: Moderation,
  viewer: Viewer,
  address: IssueAddress,
  { description, hiddenFileIds }: { description: string; hiddenFileIds: readonly string[] },
  write: Write,
): Promise<{ description: string; redactedAt: string }> => {
  const now = engine.clock.now()
  const { communityId, issueId } = address
  const examination = await examineChange(engine, viewer, address, description, write)
  return inTransaction(engine.db, now, write, async (trx) => {
    const found = await findIssueById(trx, communityId, issueId)
    // Whatever writes an issue or the words of its item holds the item first, in one order for all.
    const item = found ? await holdSubjectItem(trx, communityId, found.work_item_id) : undefined
    const issue = item ? await findIssueById(trx, communityId, issueId) : undefined
    const relations = issue ? await relationsTo(within(engine, trx), viewer, address) : []
    if (!item || !issue || viewOfIssue(issue, relations) !== 'own') throw new AppError('not_found')
    if (description === issue.description && hiddenFileIds.length === 0) throw new AppError('redaction_empty')
    const redactedAt = now.toISOString()
    await insertOriginal(trx, {
      community_id: communityId,
      issue_id: issueId,
      description: issue.description,
      redacted_by: viewer.actorId,
      redacted_at: redactedAt,
    })
    const isHeldAnew = publicStateOf(issue) !== 'private' && description !== issue.description
    const publicState = isHeldAnew ? await holdChangedWords(trx, issue, examination, now) : issue.public_state
    await replaceDescription(trx, communityId, issueId, { description, publicState }, now)
    await hideFiles(trx, { communityId, kind: 'report', id: issueId }, hiddenFileIds, now)
    await endHolds(trx, { communityId, subjectId: issueId }, { fileIds: hiddenFileIds }, now)
    const shown = await filesOf(trx, communityId, 'report', [issueId])
    if (description === '' && !shown.has(issueId)) throw new AppError('redaction_of_everything')
    await replaceSubjectWords(trx, communityId, issue.work_item_id, description)
    await keepHeardWords(trx, item)
    concerns(trx, { communityId, workItemId: issue.work_item_id, eventKind: 'redacted' })
    return { description, redactedAt }
  })
}

/** Only their own reporter learns what WeChat says of words; a stranger is answered as if nothing were there. */
const examineChange = async (
  engine: Moderation,
  viewer: Viewer,
  { communityId, issueId }: IssueAddress,
  description: string,
  write: Write,
): Promise<Examination> => {
  const issue = await findIssueById(engine.db, communityId, issueId)
  if (issue?.reporter_id !== viewer.personId || issue.description === description) return NOTHING_HELD
  // Of what was withdrawn neighbours read nothing more: nobody need look at its words.
  const visibility = publicStateOf(issue) === 'private' ? 'private' : 'public'
  return examineIssue(engine, viewer, { visibility, description, isOwnHand: true }, write)
}

/**
 * What a redacted report said at first, with all that was hidden of it, for staff in charge; who read it and why is written down in the same transaction.
 * Errors: `not_found`, also for its reporter and for what was never redacted.
 */
export const readOriginal = async (engine: Engine, viewer: Viewer, address: IssueAddress, reason: string) => {
  const now = engine.clock.now()
  const { communityId, issueId } = address
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const issue = await findIssueById(trx, communityId, issueId)
    const relations = issue ? await relationsTo(within(engine, trx), viewer, address) : []
    const original = await findOriginal(trx, communityId, issueId)
    if (!issue || !original || viewOfIssue(issue, relations) !== 'staff') throw new AppError('not_found')
    const reading = { communityId, readerId: viewer.actorId, what: 'issue_original', reason } as const
    await recordReads(trx, reading, [issue.reporter_id], now)
    const files = await filesOf(trx, communityId, 'report', [issueId], { withHidden: true })
    const hiddenFiles = (files.get(issueId) ?? []).filter(({ hidden_at }) => hidden_at !== null)
    const hidden = fileLinks(engine, viewer.actorId).attachments(hiddenFiles)
    return { description: original.description, hidden, redactedAt: original.redacted_at }
  })
}
