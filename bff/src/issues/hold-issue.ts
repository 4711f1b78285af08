import type { DisplayState } from '@little-bench/shared/moderation/holds'
import { filesOf, holdFiles } from '../files/index.ts'
import {
  type Examination,
  endHolds,
  type HeldOf,
  holdPictures,
  holdWords,
  type Moderation,
} from '../moderation/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { IssueRow } from './issue.repository.ts'

/** What of its words neighbours have at first. */
export const publicStateAtFirst = ({ words }: Examination): DisplayState => (words === null ? 'shown' : 'waiting')

/** Keeps from neighbours what somebody must look at first, of an issue that was just written. */
export const holdIssue = async (
  moderation: Moderation,
  trx: Trx,
  issue: HeldOf,
  { words, pictures }: Examination,
  now: Date,
): Promise<void> => {
  if (words !== null) await holdWords(trx, 'issue_words', issue, words, now)
  if (pictures === null) return
  const files = (await filesOf(trx, issue.communityId, 'report', [issue.subjectId])).get(issue.subjectId) ?? []
  const fileIds = files.flatMap(({ id, kind }) => (kind === 'photo' ? [id] : []))
  if (fileIds.length === 0) return
  await holdFiles(trx, { communityId: issue.communityId, kind: 'report', id: issue.subjectId }, fileIds, now)
  await holdPictures(moderation, trx, 'issue_photo', { ...issue, fileIds }, pictures, now)
}

/** The same of words that took the place of others; answers what neighbours have of them. */
export const holdChangedWords = async (
  trx: Trx,
  issue: IssueRow,
  { words }: Examination,
  now: Date,
): Promise<DisplayState> => {
  const of = { communityId: issue.community_id, subjectId: issue.id }
  await endHolds(trx, of, { kind: 'issue_words' }, now)
  // What a person refused no machine shows again: a person looks at what became of it.
  const why = words ?? (issue.public_state === 'refused' ? 'unsure' : null)
  if (why === null) return 'shown'
  await holdWords(trx, 'issue_words', { ...of, workItemId: issue.work_item_id, authorId: issue.reporter_id }, why, now)
  return 'waiting'
}
