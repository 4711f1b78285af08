import type { LoadedConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { MyItem, MyQueue, QUEUE_VIEWS, QueueItem } from '@little-bench/shared/work-queue/contract'
import type { z } from 'zod'
import { idOfCursor, instantAndIdOfCursor, type Page, pageOfRows } from '../platform/db/cursor.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { namesFor, presentationFor } from './read-work-item.service.ts'
import { servedQueues } from './work-item.policy.ts'
import { presentMyItem, presentQueueItem } from './work-item.presenter.ts'
import {
  countOpenByQueue,
  type ListedWorkItemRow,
  listByRequester,
  listDoneByQueue,
  listOpenByQueue,
} from './work-item.repository.ts'

interface PageRequest {
  cursor?: string | undefined
  limit: number
}
interface PageView<Item> {
  items: Item[]
  nextCursor: string | null
}

/** What the viewer asked for, newest first. */
export const listMyItems = async (
  engine: Engine,
  viewer: Viewer,
  { cursor, limit }: PageRequest,
): Promise<PageView<z.input<typeof MyItem>>> => {
  const rows = await listByRequester(engine.db, viewer.personId, idOfCursor(cursor), limit)
  const page = pageOfRows(rows, limit, (row) => [row.id])
  const presentation = presentationFor(engine, viewer)
  return { items: page.rows.map((row) => presentMyItem(row, presentation)), nextCursor: page.nextCursor }
}

const LEVEL_ORDER = ['grid_cell', 'community', 'subdistrict', 'department']

const queuesOf = (viewer: Viewer, config: LoadedConfig) =>
  [...servedQueues(viewer.roles, config).keys()]
    .flatMap((queueId) => config.queues.get(queueId) ?? [])
    .toSorted((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || (a.id < b.id ? -1 : 1))

/** The queues that the viewer serves, nearest to the courtyard first. */
export const listMyQueues = async (engine: Engine, viewer: Viewer): Promise<z.input<typeof MyQueue>[]> => {
  const queues = queuesOf(viewer, engine.config())
  const ids = queues.map(({ id }) => id)
  const counts = await countOpenByQueue(engine.db, ids, viewer.personId, engine.clock.now())
  const countsById = new Map(counts.map((row) => [row.queue_id, row]))
  return queues.map((queue) => {
    const { open = 0, unclaimed = 0, mine = 0, overdue = 0 } = countsById.get(queue.id) ?? {}
    return {
      id: queue.id,
      name: inLanguage(queue.name, viewer.language),
      level: queue.level,
      open,
      unclaimed,
      mine,
      overdue,
    }
  })
}

type QueueView = (typeof QUEUE_VIEWS)[number]

const pageOfView = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  { cursor, limit, view }: PageRequest & { view: QueueView },
): Promise<Page<ListedWorkItemRow>> => {
  const viewerId = viewer.personId
  if (view === 'resolved' || view === 'closed') {
    const rows = await listDoneByQueue(engine.db, queueId, {
      viewerId,
      state: view,
      beforeId: idOfCursor(cursor),
      limit,
    })
    return pageOfRows(rows, limit, (row) => [row.id])
  }
  const assigneeId = view === 'mine' ? viewerId : undefined
  const rows = await listOpenByQueue(engine.db, queueId, {
    viewerId,
    assigneeId,
    after: instantAndIdOfCursor(cursor),
    limit,
  })
  return pageOfRows(rows, limit, (row) => [row.due_at, row.id])
}

/** One page of a queue. Errors: `not_served_queue` for a queue that is not there or not theirs. */
export const listQueueItems = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  request: PageRequest & { view: QueueView },
): Promise<PageView<z.input<typeof QueueItem>>> => {
  if (!servedQueues(viewer.roles, engine.config()).has(queueId)) throw new AppError('not_served_queue')
  const { rows, nextCursor } = await pageOfView(engine, viewer, queueId, request)
  const names = await namesFor(engine, rows)
  const presentation = presentationFor(engine, viewer)
  return { items: rows.map((row) => presentQueueItem(row, names, presentation)), nextCursor }
}
