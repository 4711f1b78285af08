import type { QueueView } from '@little-bench/shared/work-queue/item.contract'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Kysely, sql } from 'kysely'
import type { DbOf } from '../platform/db/database.ts'
import { prepared, type Slot } from '../platform/db/prepared.ts'
import type { DB } from '../platform/db/tables.generated.ts'
import { isLate, isShown, OPEN } from './shown-items.ts'
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

type Name = keyof QueueListFilter | 'queueId' | 'viewerId' | 'now' | 'limit' | 'afterDue' | 'afterId'
type Items = Kysely<Pick<DB, 'work_item'>>

/**
 * Statements for lists say in words of the index what they look for, and keep one text for all filters and pages: the
 * first page begins after a value that is before all others. So each is planned once and every plan uses the index.
 */
const BEFORE_ALL = { afterDue: '-infinity', afterId: '00000000-0000-0000-0000-000000000000' }
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const HELD = sql<WorkItemState>`('dispatched', 'accepted')`

const filtered = (db: Items, slot: Slot<Name>) =>
  db
    .selectFrom('work_item')
    .select(LISTED)
    .where(isShown(slot('viewerId'), slot('queueId')))
    .where(sql<boolean>`(${slot('serviceCode')}::text is null or service_code = ${slot('serviceCode')}::text)`)
    .where(sql<boolean>`(${slot('gridCellId')}::text is null or grid_cell_id = ${slot('gridCellId')}::text)`)
    .where(sql<boolean>`(${slot('assigneeId')}::uuid is null or assignee_id = ${slot('assigneeId')}::uuid)`)
    .where(sql<boolean>`(${slot('communityId')}::text is null or community_id = ${slot('communityId')}::text)`)
    .limit(sql<number>`${slot('limit')}::bigint`)

type Narrow = (items: ReturnType<typeof filtered>, slot: Slot<Name>) => ReturnType<typeof filtered>

/** Open items, what is due first. */
const dueFirst = (narrow: Narrow) =>
  prepared<ListedWorkItemRow, Name, 'work_item'>((db, slot) =>
    narrow(filtered(db, slot), slot)
      .where('state', 'in', OPEN)
      .where(sql<boolean>`(due_at, id) > (${slot('afterDue')}::timestamptz, ${slot('afterId')}::uuid)`)
      .orderBy('due_at')
      .orderBy('id'),
  )

/** Finished items, newest first. */
const newestFirst = (state: 'resolved' | 'closed') =>
  prepared<ListedWorkItemRow, Name, 'work_item'>((db, slot) =>
    filtered(db, slot)
      .where('queue_id', '=', slot('queueId'))
      .where('state', '=', sql.lit(state))
      .where('state', 'in', sql<WorkItemState>`('resolved', 'closed')`)
      .where('id', '<', slot('afterId'))
      .orderBy('id', 'desc'),
  )

const inQueue: Narrow = (items, slot) => items.where('queue_id', '=', slot('queueId'))

const openItems = dueFirst(inQueue)
/** The items in one person's hands: few, whatever the queue has. */
const heldItems = dueFirst((items, slot) =>
  inQueue(items, slot).where('state', 'in', HELD).where('assignee_id', '=', slot('assigneeId')),
)
const unclaimedItems = dueFirst((items, slot) => inQueue(items, slot).where('state', '=', sql.lit('queued' as const)))
const lateItems = dueFirst((items, slot) => inQueue(items, slot).where(isLate(slot('now'))))
const referredItems = dueFirst((items, slot) => items.where('referred_queue_id', '=', slot('queueId')))
const followedItems = dueFirst((items, slot) =>
  items
    .where(sql<boolean>`participating_queue_ids <> '{}'`)
    .where(sql<boolean>`participating_queue_ids @> array[${slot('queueId')}::text]`)
    .where('queue_id', '<>', slot('queueId')),
)
const passedUpItems = dueFirst((items, slot) =>
  items
    .where(sql<boolean>`supervising_queue_ids <> '{}'`)
    .where(sql<boolean>`supervising_queue_ids @> array[${slot('queueId')}::text]`),
)
const doneItems = { resolved: newestFirst('resolved'), closed: newestFirst('closed') }

export type DueFirstView = Exclude<QueueView, 'resolved' | 'closed'>

const statementOf = (view: DueFirstView, filter: QueueListFilter) => {
  switch (view) {
    case 'open':
      return filter.assigneeId === null ? openItems : heldItems
    case 'mine':
      return heldItems
    case 'unclaimed':
      return unclaimedItems
    case 'late':
      return lateItems
    case 'referred_here':
      return referredItems
    case 'following':
      return followedItems
    case 'passed_up':
      return passedUpItems
  }
}

/** One page and one row more of open items, what is due first. */
export const listOpenByQueue = (
  db: DbOf<'work_item'>,
  view: DueFirstView,
  request: QueueListRequest,
  after: { at: string; id: string } | undefined,
): Promise<ListedWorkItemRow[]> =>
  statementOf(view, request)(db, {
    ...request,
    ...(after ? { afterDue: after.at, afterId: after.id } : BEFORE_ALL),
    now: request.now.toISOString(),
    limit: request.limit + 1,
  })

/** One page and one row more of finished items, newest first. */
export const listDoneByQueue = (
  db: DbOf<'work_item'>,
  state: 'resolved' | 'closed',
  request: QueueListRequest,
  beforeId: string | undefined,
): Promise<ListedWorkItemRow[]> =>
  doneItems[state](db, {
    ...request,
    afterDue: null,
    afterId: beforeId ?? AFTER_ALL,
    now: null,
    limit: request.limit + 1,
  })
