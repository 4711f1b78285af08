import { AppError } from '@little-bench/shared/kernel/errors'
import { listHousemates } from '../people/index.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, holdSubjectItem, raise } from '../work-queue/index.ts'
import { deleteEndorsements, insertEndorsement, listEndorsedIssues, listEndorsers } from './endorsement.repository.ts'
import { type EndorsingHousehold, isPublic } from './issue.policy.ts'
import { findIssueById, type IssueRow } from './issue.repository.ts'
import { recountEndorsements } from './recount-endorsements.ts'

interface IssueAddress {
  communityId: string
  issueId: string
}
interface Endorsement {
  endorsements: number
  isEndorsed: boolean
}

/** What neighbours may know of, held with its item: it is neither withdrawn nor closed nor counted by anybody else meanwhile. */
const holdPublicIssue = async (trx: Trx, { communityId, issueId }: IssueAddress) => {
  const found = await findIssueById(trx, communityId, issueId)
  if (!found || !isPublic(found)) throw new AppError('not_found')
  const item = await holdSubjectItem(trx, communityId, found.work_item_id)
  const issue = await findIssueById(trx, communityId, issueId)
  if (!item || !issue || !isPublic(issue)) throw new AppError('not_found')
  return { issue, item }
}

/**
 * Says 我也一样 for the household of the viewer; said before, it stays once. Errors: `not_found` for what is private,
 * withdrawn or not there; `own_issue`, also of somebody in the household; `not_endorsable` when it is closed.
 */
export const endorseIssue = async (
  engine: Engine,
  viewer: Viewer,
  address: IssueAddress,
  write: Write,
): Promise<Endorsement> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const { issue, item } = await holdPublicIssue(trx, address)
    const housemates = await listHousemates(trx, viewer.personId)
    if (housemates.includes(issue.reporter_id)) throw new AppError('own_issue')
    if (item.state === 'closed') throw new AppError('not_endorsable')
    const endorsers = await listEndorsers(trx, address)
    const isNew = !endorsers.some((id) => housemates.includes(id))
    if (isNew) await insertEndorsement(trx, address, viewer.personId, now)
    const endorsements = await recountEndorsements(trx, address)
    await raise(engine, trx, item, endorsements, now)
    return { endorsements, isEndorsed: true }
  })
}

/** Takes 我也一样 back for the household: nobody of it is told any more. Errors: `not_found`. */
export const withdrawEndorsement = async (
  engine: Engine,
  viewer: Viewer,
  address: IssueAddress,
  write: Write,
): Promise<Endorsement> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const { item } = await holdPublicIssue(trx, address)
    await deleteEndorsements(trx, address, await listHousemates(trx, viewer.personId))
    const endorsements = await recountEndorsements(trx, address)
    // Closed as well: reopened, it goes where the count of then puts it.
    await raise(engine, trx, item, endorsements, now)
    return { endorsements, isEndorsed: false }
  })
}

/** The viewer's household beside each of these issues. */
export const householdsFor = async (
  db: Database,
  viewer: Viewer,
  issues: readonly IssueRow[],
): Promise<(issue: IssueRow) => EndorsingHousehold> => {
  const memberIds = await listHousemates(db, viewer.personId)
  const communityId = issues[0]?.community_id ?? ''
  const endorsed = await listEndorsedIssues(
    db,
    communityId,
    issues.map(({ id }) => id),
    memberIds,
  )
  return ({ id }) => ({ memberIds, hasEndorsed: endorsed.has(id) })
}
