import type { Work, workContract } from '@little-bench/shared/issues/work.contract'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { fileLinks } from '../files/index.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, findSubjectWork, listSubjectWorks } from '../work-queue/index.ts'
import { findIssueById } from './issue.repository.ts'
import { hasSomethingToShow, worksFor } from './work.policy.ts'
import { presentWork } from './work.presenter.ts'
import { insertWorkRow, listWorkRows } from './work.repository.ts'
import { attachWorkPhotos, filesOfWorks } from './work-files.ts'

interface IssueAddress {
  communityId: string
  issueId: string
}

type WorkView = z.input<typeof Work>
type WorkBody = z.output<typeof workContract.saveWork.body>

/** What is built or mended for an issue. Errors: `not_found`, also when the issue is not for this viewer. */
export const listWorks = async (
  engine: Engine,
  viewer: Viewer | null,
  language: Language,
  { communityId, issueId }: IssueAddress,
): Promise<WorkView[]> => {
  const community = communityOf(engine, communityId)
  const issue = await findIssueById(engine.db, communityId, issueId)
  const works = issue ? worksFor(issue, await listSubjectWorks(engine, viewer, communityId, issueId)) : []
  if (!issue || works.length === 0) throw new AppError('not_found')
  const rows = await listWorkRows(engine.db, communityId, issueId)
  const shown = works.filter((work) => hasSomethingToShow(work, works, rows.has(work.id)))
  const files = await filesOfWorks(
    engine.db,
    communityId,
    shown.map(({ id }) => id),
  )
  return shown.map((work) => {
    // What anybody may see has an address for anybody: one picture for all who look.
    const links = fileLinks(engine, work.isNeighbour ? null : (viewer?.actorId ?? null))
    const { isNeighbour } = work
    return presentWork(work, rows.get(work.id), issue, files(work.id), { community, language, isNeighbour, links })
  })
}

/**
 * Records what a work costs, beside what was recorded before. Errors: `not_found`, also for the resident, who has no part
 * in it; `work_not_possible` for staff who may only read, or when it was withdrawn; `stale_version`, `unknown_file`, `too_many_files`.
 */
export const saveWork = async (
  engine: Engine,
  viewer: Viewer,
  { communityId, issueId, workItemId }: IssueAddress & { workItemId: string },
  { version, costFen, fundSource, decidedOn, beforeIds, afterIds }: WorkBody,
  write: Write,
): Promise<WorkView> => {
  const community = communityOf(engine, communityId)
  const now = engine.clock.now()
  const { work, row, issue } = await inTransaction(engine.db, now, write, async (trx) => {
    // Held, so that two people who save at once read the same latest record one after the other.
    const found = await findSubjectWork(engine, trx, viewer, { communityId, subjectId: issueId, workItemId })
    const reported = await findIssueById(trx, communityId, issueId)
    if (!reported || !found?.relations.some((relation) => relation !== 'requester')) throw new AppError('not_found')
    if (!found.canRecord) throw new AppError('work_not_possible')
    const before = (await listWorkRows(trx, communityId, issueId)).get(workItemId)
    if ((before?.version ?? 0) !== version) throw new AppError('stale_version')
    const photos = { communityId, workItemId, ownerId: viewer.personId, beforeIds, afterIds }
    await attachWorkPhotos(trx, photos, now)
    const saved = await insertWorkRow(trx, {
      community_id: communityId,
      issue_id: issueId,
      work_item_id: workItemId,
      version: version + 1,
      place_id: before?.place_id ?? null,
      cost_fen: costFen,
      fund_source: fundSource,
      decided_on: decidedOn,
      before_ids: beforeIds,
      after_ids: afterIds,
      saved_by: viewer.personId,
      saved_at: now.toISOString(),
    })
    return { work: found, row: saved, issue: { place_id: reported.place_id } }
  })
  // What is kept for a phone that sends it again names the photos; addresses are good for minutes only.
  const files = await filesOfWorks(engine.db, communityId, [workItemId])
  const links = fileLinks(engine, viewer.actorId)
  const viewing = { community, language: viewer.language, isNeighbour: false, links }
  return presentWork(work, row, issue, files(workItemId), viewing)
}
