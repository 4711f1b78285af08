import { listHousemates } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type Engine, holdSubjectItem, type MovedItem, raise } from '../work-queue/index.ts'
import { copyEndorsements, listEndorsers } from './endorsement.repository.ts'
import { isPublic } from './issue.policy.ts'
import { findIssueById, type IssueRow } from './issue.repository.ts'
import { recountEndorsements } from './recount-endorsements.ts'

/**
 * Whoever said 我也一样 to what ended in another is told that it goes on there, counts there and is told of it from then on.
 * Of one that neighbours may not see they are told only that it goes on. What they said here stays: it may be reopened.
 */
export const mergeEndorsers = async (engine: Engine, trx: Trx, item: MovedItem, now: Date): Promise<void> => {
  const { community_id: communityId, parent_id: parentId, merged_into_id: mergedInto } = item
  const issue = parentId === null ? await findIssueById(trx, communityId, item.subject_id) : undefined
  if (!issue || !isPublic(issue) || issue.endorsements === 0 || mergedInto === null) return
  const followers = await listEndorsers(trx, { communityId, issueId: issue.id })
  const goesOnIn = await endorseInstead(engine, trx, { issue, mergedInto }, now)
  const kind = goesOnIn === null ? 'endorsed_merged_unseen' : 'endorsed_merged'
  const notice = { kind, communityId, workItemId: null, subjectId: goesOnIn ?? issue.id } as const
  await engine.notifications.notifyAll(trx, { ...notice, details: { title: item.title } }, followers)
}

/** Answers the issue that they endorse from now on; null when it is not public. */
const endorseInstead = async (
  engine: Engine,
  trx: Trx,
  { issue, mergedInto }: { issue: IssueRow; mergedInto: string },
  now: Date,
): Promise<string | null> => {
  const { community_id: communityId } = issue
  const primary = await holdSubjectItem(trx, communityId, mergedInto)
  const other = primary && (await findIssueById(trx, communityId, primary.subject_id))
  if (!primary || !other || !isPublic(other)) return null
  const to = { communityId, issueId: other.id }
  // Nobody endorses what their own household reported.
  await copyEndorsements(trx, { fromId: issue.id, to, except: await listHousemates(trx, other.reporter_id) }, now)
  const endorsements = await recountEndorsements(trx, to)
  await raise(engine, trx, primary, endorsements, now)
  return other.id
}
