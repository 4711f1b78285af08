import type { QueueView } from '@little-bench/shared/work-queue/item.contract'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Kysely, sql } from 'kysely'
import type { DbOf } from '../platform/db/database.ts'
import { prepared, type Slot } from '../platform/db/prepared.ts'
import type { DB } from '../platform/db/tables.generated.ts'
import { isLate, isShown, OPEN, RANK } from './shown-items.ts'
import { LISTED, type ListedWorkItemRow } from './work-item.repository.ts'

/** What narrows a page; null leaves it open. */
export interface QueueListFilter {
  serviceCode: string | null
  gridCellId: string | null
  assigneeId: string | null
  communityId: string | null
}

export interface QueueListRequest extends QueueListFilter {
  queueId: string
  viewerId: string
  now: Date
  limit: number
}

type Field = keyof QueueListFilter
const COLUMN_OF = {
  serviceCode: 'service_code',
  gridCellId: 'grid_cell_id',
  assigneeId: 'assignee_id',
  communityId: 'community_id',
} as const satisfies Record<Field, string>
const FIELDS = ['serviceCode', 'gridCellId', 'assigneeId', 'communityId'] as const satisfies readonly Field[]

type Name = Field | 'queueId' | 'viewerId' | 'now' | 'afterRank' | 'afterDue' | 'afterId'
type Items = Kysely<Pick<DB, 'work_item'>>
type Statement = (db: DbOf<'work_item'>, values: Readonly<Record<Name, unknown>>) => Promise<ListedWorkItemRow[]>

/**
 * What a statement must say in its text, because a plan that is made once knows no values: which filters there are, and
 * after how many rows it may stop. Without that it sorts all that a queue ever had.
 */
interface Shape {
  filters: readonly Field[]
  rows: number
}
/** Few sizes, so that few statements are prepared: one row more than a page, which tells whether there is a next one. */
const SIZES = [21, 51] as const

const shapeOf = (filter: QueueListFilter, limit: number): Shape => ({
  filters: FIELDS.filter((field) => filter[field] !== null),
  rows: SIZES.find((size) => size > limit) ?? 51,
})

/** The first page begins after a value that is before all others, so that every page has the same text. */
const BEFORE_ALL = { afterRank: -100, afterDue: '-infinity', afterId: '00000000-0000-0000-0000-000000000000' }
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const filtered = (db: Items, slot: Slot<Name>, { filters, rows }: Shape) =>
  filters.reduce(
    (items, field) => items.where(COLUMN_OF[field], '=', slot(field)),
    db
      .selectFrom('work_item')
      .select(LISTED)
      .where(isShown(slot('viewerId'), slot('queueId')))
      .limit(sql.lit(rows)),
  )

type Narrow = (items: ReturnType<typeof filtered>, slot: Slot<Name>) => ReturnType<typeof filtered>

/** Open items, the highest priority first, and of each what is due first. */
const dueFirst = (narrow: Narrow, shape: Shape): Statement =>
  prepared<ListedWorkItemRow, Name, 'work_item'>((db, slot) =>
    narrow(filtered(db, slot, shape), slot)
      .where(
        sql<boolean>`(${RANK}, due_at, id) > (${slot('afterRank')}::integer, ${slot('afterDue')}::timestamptz, ${slot('afterId')}::uuid)`,
      )
      .orderBy(RANK)
      .orderBy('due_at')
      .orderBy('id'),
  )

/** Finished items, newest first. */
const newestFirst = (state: 'resolved' | 'closed', shape: Shape): Statement =>
  prepared<ListedWorkItemRow, Name, 'work_item'>((db, slot) =>
    filtered(db, slot, shape)
      .where('queue_id', '=', slot('queueId'))
      .where('state', '=', sql.lit(state))
      .where('id', '<', slot('afterId'))
      .orderBy('id', 'desc'),
  )

const inQueue: Narrow = (items, slot) => items.where('queue_id', '=', slot('queueId'))
const openIn: Narrow = (items, slot) => inQueue(items, slot).where('state', 'in', OPEN)

export type DueFirstView = Exclude<QueueView, 'resolved' | 'closed'>

/** Each view in the words of its index; a state that is said twice would make the planner expect fewer rows. */
const NARROW: Record<DueFirstView, Narrow> = {
  open: openIn,
  mine: (items, slot) => inQueue(items, slot).where('state', 'in', sql<WorkItemState>`('dispatched', 'accepted')`),
  unclaimed: (items, slot) => inQueue(items, slot).where('state', '=', sql.lit('queued' as const)),
  late: (items, slot) => openIn(items, slot).where(isLate(slot('now'))),
  referred_here: (items, slot) => items.where('referred_queue_id', '=', slot('queueId')).where('state', 'in', OPEN),
  following: (items, slot) =>
    items
      .where(sql<boolean>`participating_queue_ids <> '{}'`)
      .where(sql<boolean>`participating_queue_ids @> array[${slot('queueId')}::text]`)
      .where('queue_id', '<>', slot('queueId'))
      .where('state', 'in', OPEN),
  passed_up: (items, slot) =>
    items
      .where(sql<boolean>`supervising_queue_ids <> '{}'`)
      .where(sql<boolean>`supervising_queue_ids @> array[${slot('queueId')}::text]`)
      .where('state', 'in', OPEN),
}

const statements = new Map<string, Statement>()

const statementOf = (view: QueueView, shape: Shape): Statement => {
  const key = [view, shape.rows, ...shape.filters].join()
  const known = statements.get(key)
  if (known) return known
  const isDone = view === 'resolved' || view === 'closed'
  const statement = isDone ? newestFirst(view, shape) : dueFirst(NARROW[view], shape)
  statements.set(key, statement)
  return statement
}

/** One page and one row more of open items, in the order of their queue. */
export const listOpenByQueue = (
  db: DbOf<'work_item'>,
  view: DueFirstView,
  { limit, now, ...request }: QueueListRequest,
  after: { rank: number; at: string; id: string } | undefined,
): Promise<ListedWorkItemRow[]> => {
  // What is in somebody's hands is found by that.
  const found = view === 'open' && request.assigneeId !== null ? 'mine' : view
  const values = {
    ...request,
    ...(after ? { afterRank: after.rank, afterDue: after.at, afterId: after.id } : BEFORE_ALL),
    now: now.toISOString(),
  }
  return upTo(limit, statementOf(found, shapeOf(request, limit))(db, values))
}

/** One page and one row more of finished items, newest first. */
export const listDoneByQueue = (
  db: DbOf<'work_item'>,
  state: 'resolved' | 'closed',
  { limit, ...request }: QueueListRequest,
  beforeId: string | undefined,
): Promise<ListedWorkItemRow[]> => {
  const values = { ...request, afterRank: null, afterDue: null, afterId: beforeId ?? AFTER_ALL }
  return upTo(limit, statementOf(state, shapeOf(request, limit))(db, values))
}

const upTo = async (limit: number, rows: Promise<ListedWorkItemRow[]>): Promise<ListedWorkItemRow[]> =>
  (await rows).slice(0, limit + 1)
