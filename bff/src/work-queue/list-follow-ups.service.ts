import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { FollowUp } from '@little-bench/shared/work-queue/desk.contract'
import type { z } from 'zod'
import { idOfCursor, instantAndIdOfCursor, type Page, pageOfRows } from '../platform/db/cursor.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { type FollowUpRow, listDoneFollowUps, listDueFollowUps, listItemsOfFollowUps } from './follow-up.repository.ts'
import { namesFor, presentationFor } from './read-work-item.service.ts'
import { servedQueues } from './work-item.policy.ts'
import { presentQueueItem } from './work-item.presenter.ts'
import type { WorkItemRow } from './work-item.repository.ts'

export type FollowUpView = z.input<typeof FollowUp>

/** One page of the calls of a queue: due first, or those made, newest first. Errors: `not_served_queue`. */
export const listFollowUps = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  request: { isDone: boolean; cursor?: string | undefined; limit: number },
): Promise<{ items: FollowUpView[]; nextCursor: string | null }> => {
  if (!servedQueues(viewer.roles, engine.config()).has(queueId)) throw new AppError('not_served_queue')
  const { rows, nextCursor } = await pageOfFollowUps(engine, viewer, queueId, request)
  const items = await listItemsOfFollowUps(
    engine.db,
    rows.map((row) => row.work_item_id),
  )
  return { items: await presentFollowUps(engine, viewer, rows, items), nextCursor }
}

const pageOfFollowUps = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  { isDone, cursor, limit }: { isDone: boolean; cursor?: string | undefined; limit: number },
): Promise<Page<FollowUpRow>> => {
  const viewerId = viewer.personId
  if (isDone) {
    const rows = await listDoneFollowUps(engine.db, queueId, { viewerId, beforeId: idOfCursor(cursor), limit })
    return pageOfRows(rows, limit, (row) => [row.id])
  }
  const position = instantAndIdOfCursor(cursor)
  const after = position && { dueOn: position.at.slice(0, 10), id: position.id }
  const today = shanghaiTime(engine.clock.now()).date
  const rows = await listDueFollowUps(engine.db, queueId, { viewerId, today, after, limit })
  return pageOfRows(rows, limit, (row) => [`${row.due_on}T00:00:00.000Z`, row.id])
}

/** Calls as their queue sees them; `items` are those they speak of. */
export const presentFollowUps = async (
  engine: Engine,
  viewer: Viewer,
  rows: readonly FollowUpRow[],
  items: readonly WorkItemRow[],
): Promise<FollowUpView[]> => {
  const presentation = presentationFor(engine, viewer)
  const names = await namesFor(engine, items)
  const today = shanghaiTime(presentation.now).date
  const itemsById = new Map(items.map((item) => [item.id, item]))
  return rows.flatMap((row) => {
    const item = itemsById.get(row.work_item_id)
    if (!item) return []
    return {
      id: row.id,
      communityId: row.community_id,
      workItemId: row.work_item_id,
      dueOn: row.due_on,
      isLate: row.result === null && row.due_on < today,
      item: presentQueueItem(item, names, presentation),
      result: row.result,
    }
  })
}
