import { AppError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import { communityOf } from '../communities/index.ts'
import { fileLinks, filesForNeighbours, filesOf } from '../files/index.ts'
import { heldStandingOf, NOTHING_HELD_BACK } from '../moderation/index.ts'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type Engine, listItemStates, viewSubjectItem } from '../work-queue/index.ts'
import { householdsFor } from './endorse-issue.service.ts'
import { canEndorse, canRedact, viewOfIssue } from './issue.policy.ts'
import { presentIssue, presentPublicIssue } from './issue.presenter.ts'
import { findIssueById, listPublicIssueRows } from './issue.repository.ts'

/** One page of what neighbours may see. Errors: `not_found` for an unknown community. */
export const listPublicIssues = async (
  engine: Engine,
  communityId: string,
  language: Language,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) => {
  const community = communityOf(engine, communityId)
  const rows = await listPublicIssueRows(engine.db, communityId, idOfCursor(cursor), limit)
  const page = pageOfRows(rows, limit, (row) => [row.id])
  const states = await listItemStates(
    engine,
    communityId,
    page.rows.map((row) => row.work_item_id),
  )
  const ids = page.rows.map((row) => row.id)
  const [files, links] = [await filesForNeighbours(engine.db, communityId, 'report', ids), fileLinks(engine, null)]
  const items = page.rows.flatMap((row) => {
    const state = states.get(row.work_item_id)
    return state ? [presentPublicIssue(row, state, { files: files.get(row.id) ?? [], links }, community, language)] : []
  })
  return { items, nextCursor: page.nextCursor }
}

/** One issue. Errors: `not_found` when it is not there, and the same when it is not for this viewer. */
export const readIssue = async (
  engine: Engine,
  viewer: Viewer | null,
  language: Language,
  address: { communityId: string; issueId: string },
) => {
  const community = communityOf(engine, address.communityId)
  const issue = await findIssueById(engine.db, address.communityId, address.issueId)
  if (!issue) throw new AppError('not_found')
  const item = await viewSubjectItem(engine, viewer, language, address.communityId, issue.id)
  if (!item) throw new AppError('not_found')
  const view = viewOfIssue(issue, item.relations)
  if (view === 'none') throw new AppError('not_found')
  const isNeighbour = view === 'public'
  const readFiles = isNeighbour ? filesForNeighbours : filesOf
  const files = await readFiles(engine.db, issue.community_id, 'report', [issue.id])
  const held = isNeighbour
    ? NOTHING_HELD_BACK
    : await heldStandingOf(engine.db, { communityId: issue.community_id, subjectId: issue.id })
  // What everybody may see has the same address for everybody.
  const links = fileLinks(engine, isNeighbour ? null : (viewer?.actorId ?? null))
  const household = viewer && (await householdsFor(engine.db, viewer, [issue]))(issue)
  const standing = {
    view,
    canEndorse: viewer !== null && household !== null && canEndorse(issue, item.state, viewer, household),
    isEndorsed: household?.hasEndorsed ?? false,
    canRedact: canRedact(view, viewer),
    held,
  }
  return presentIssue(issue, item, standing, { files: files.get(issue.id) ?? [], links }, community, language)
}
