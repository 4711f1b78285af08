import type { LoadedConfig } from '@little-bench/config/model'
import { SERVICES, type Service } from '@little-bench/shared/communities/duty'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { MyItem, MyQueue, QueueFilter, QueueItem, QueueView } from '@little-bench/shared/work-queue/item.contract'
import { raisedPriority } from '@little-bench/shared/work-queue/priority'
import type { z } from 'zod'
import { reaches } from '../platform/authority.ts'
import { idOfCursor, type Page, pageOfRows, rankInstantAndIdOfCursor } from '../platform/db/cursor.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { countByQueue } from './queue-counts.repository.ts'
import { listDoneByQueue, listOpenByQueue } from './queue-list.repository.ts'
import { namesFor, presentationFor } from './read-work-item.service.ts'
import { type ServedQueues, servedQueues } from './work-item.policy.ts'
import { presentMyItem, presentQueueItem } from './work-item.presenter.ts'
import { type ListedWorkItemRow, listByRequester } from './work-item.repository.ts'

interface PageRequest {
  cursor?: string | undefined
  limit: number
}
interface PageView<Item> {
  items: Item[]
  nextCursor: string | null
}

/** Acting for somebody, the services of the grant; null for everything, in one's own business. */
const servicesFor = (viewer: Viewer): Service[] | null =>
  viewer.authority === null ? null : SERVICES.filter((service) => reaches(viewer, service, 'read'))

/** What the viewer asked for, newest first. */
export const listMyItems = async (
  engine: Engine,
  viewer: Viewer,
  { cursor, limit }: PageRequest,
): Promise<PageView<z.input<typeof MyItem>>> => {
  const rows = await listByRequester(engine.db, viewer.personId, idOfCursor(cursor), limit, servicesFor(viewer))
  const page = pageOfRows(rows, limit, (row) => [row.id])
  const presentation = presentationFor(engine, viewer)
  return { items: page.rows.map((row) => presentMyItem(row, presentation)), nextCursor: page.nextCursor }
}

const LEVEL_ORDER = ['grid_cell', 'community', 'subdistrict', 'department']

const queuesOf = (served: ServedQueues, config: LoadedConfig) =>
  [...served.keys()]
    .flatMap((queueId) => config.queues.get(queueId) ?? [])
    .toSorted((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || (a.id < b.id ? -1 : 1))

/** The queues that the viewer serves, nearest to the courtyard first. */
export const listMyQueues = async (engine: Engine, viewer: Viewer): Promise<z.input<typeof MyQueue>[]> => {
  const served = servedQueues(viewer.roles, engine.config())
  const queues = queuesOf(served, engine.config())
  const now = engine.clock.now()
  const counts = await countByQueue(engine.db, {
    queueIds: queues.map(({ id }) => id),
    viewerId: viewer.personId,
    now,
    today: shanghaiTime(now).date,
  })
  const countsById = new Map(counts.map((row) => [row.queue_id, row]))
  return queues.map((queue) => {
    const count = countsById.get(queue.id)
    return {
      id: queue.id,
      name: inLanguage(queue.name, viewer.language),
      level: queue.level,
      communityId: queue.communityId,
      isLead: served.get(queue.id) ?? false,
      open: count?.open ?? 0,
      unclaimed: count?.unclaimed ?? 0,
      mine: count?.mine ?? 0,
      overdue: count?.overdue ?? 0,
      referredHere: count?.referred_here ?? 0,
      passedUp: count?.passed_up ?? 0,
      followUpsDue: count?.follow_ups_due ?? 0,
    }
  })
}

interface ViewRequest extends PageRequest, QueueFilterQuery {
  view: QueueView
}
/** A filter as it comes out of a query. */
type QueueFilterQuery = { [Field in keyof QueueFilter]: QueueFilter[Field] | undefined }

const pageOfView = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  { cursor, limit, view, ...filter }: ViewRequest,
): Promise<Page<ListedWorkItemRow>> => {
  const request = {
    queueId,
    viewerId: viewer.personId,
    now: engine.clock.now(),
    limit,
    serviceCode: filter.serviceCode ?? null,
    gridCellId: filter.gridCellId ?? null,
    communityId: filter.communityId ?? null,
    assigneeId: filter.assigneeId ?? (view === 'mine' ? viewer.personId : null),
  }
  if (view === 'resolved' || view === 'closed') {
    const rows = await listDoneByQueue(engine.db, view, request, idOfCursor(cursor))
    return pageOfRows(rows, limit, (row) => [row.id])
  }
  const after = rankInstantAndIdOfCursor(cursor)
  // What is mine is nobody else's.
  if (view === 'mine' && request.assigneeId !== viewer.personId) return { rows: [], nextCursor: null }
  const rows = await listOpenByQueue(engine.db, view, request, after)
  return pageOfRows(rows, limit, (row) => [row.due_at, row.id, String(-raisedPriority(row))])
}

/** One page of a queue. Errors: `not_served_queue` for a queue that is not there or not theirs. */
export const listQueueItems = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  request: ViewRequest,
): Promise<PageView<z.input<typeof QueueItem>>> => {
  if (!servedQueues(viewer.roles, engine.config()).has(queueId)) throw new AppError('not_served_queue')
  const { rows, nextCursor } = await pageOfView(engine, viewer, queueId, request)
  const names = await namesFor(engine, rows)
  const presentation = presentationFor(engine, viewer)
  return { items: rows.map((row) => presentQueueItem(row, names, presentation)), nextCursor }
}
