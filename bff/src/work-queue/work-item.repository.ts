import type { Outcome, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { WorkItemRating, WorkItem as WorkItemTable } from '../platform/db/tables.generated.ts'

type Db = DbOf<'work_item' | 'work_item_rating' | 'receipt_counter'>

export type WorkItemRow = Selectable<WorkItemTable>
export type RatingRow = Selectable<WorkItemRating>

/** What a row of a list shows; the rest of an item costs more to read than to show. */
const LISTED = [
  'id',
  'community_id',
  'receipt_number',
  'service',
  'service_code',
  'subject_id',
  'title',
  'state',
  'outcome',
  'queue_id',
  'grid_cell_id',
  'requester_id',
  'assignee_id',
  'priority',
  'due_at',
  'created_at',
  'version',
] as const
export type ListedWorkItemRow = Pick<WorkItemRow, (typeof LISTED)[number]>

/** The next number of a community's day; taken on its own, so a report that fails leaves a gap and never a double. */
export const takeReceiptCount = async (db: Db, communityId: string, day: string): Promise<number> => {
  const { last } = await tables(db)
    .insertInto('receipt_counter')
    .values({ community_id: communityId, day, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'day']).doUpdateSet({ last: sql<number>`receipt_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** The rating of the newest round comes with the item: every decision about moves asks for it. */
const items = (db: Db) =>
  tables(db)
    .selectFrom('work_item')
    .leftJoin('work_item_rating as rating', (join) =>
      join
        .onRef('rating.community_id', '=', 'work_item.community_id')
        .onRef('rating.work_item_id', '=', 'work_item.id')
        .onRef('rating.round', '=', 'work_item.reopened_count'),
    )
    .selectAll('work_item')
    .select(['rating.solved', 'rating.satisfaction', 'rating.comment', 'rating.rated_at'])

export type RatedWorkItemRow = WorkItemRow &
  Partial<{ [K in 'solved' | 'satisfaction' | 'comment' | 'rated_at']: RatingRow[K] | null }>

export const findWorkItemById = (db: Db, communityId: string, id: string): Promise<RatedWorkItemRow | undefined> =>
  items(db).where('work_item.community_id', '=', communityId).where('work_item.id', '=', id).executeTakeFirst()

/** The same, and nobody moves it until the transaction ends. */
export const lockWorkItemById = (trx: Trx, communityId: string, id: string): Promise<RatedWorkItemRow | undefined> =>
  items(trx)
    .where('work_item.community_id', '=', communityId)
    .where('work_item.id', '=', id)
    .forUpdate('work_item')
    .executeTakeFirst()

export const findWorkItemBySubject = (
  db: Db,
  communityId: string,
  subjectId: string,
): Promise<RatedWorkItemRow | undefined> =>
  items(db)
    .where('work_item.community_id', '=', communityId)
    .where('work_item.subject_id', '=', subjectId)
    .executeTakeFirst()

/** States for a list that a feature shows; the items of one community. */
export const listStates = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, { state: WorkItemState; outcome: Outcome | null }>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('work_item')
    .select(['id', 'state', 'outcome'])
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, state, outcome }) => [id, { state, outcome }]))
}

/** What the requester asked for, newest first. */
export const listByRequester = (
  db: Db,
  requesterId: string,
  beforeId: string | undefined,
  limit: number,
): Promise<RatedWorkItemRow[]> =>
  items(db)
    .where('work_item.requester_id', '=', requesterId)
    .$if(beforeId !== undefined, (query) => query.where('work_item.id', '<', beforeId ?? ''))
    .orderBy('work_item.id', 'desc')
    .limit(limit + 1)
    .execute()

/** Somebody whom an item is about does not even see that it is there: not in a list, a cursor or a count. */
const isShownTo = (personId: string) => sql<boolean>`${personId}::uuid <> all(work_item.excluded_staff_ids)`

/** Open items of a queue, what is due first; `assigneeId` narrows to one worker. */
export const listOpenByQueue = (
  db: Db,
  queueId: string,
  options: {
    viewerId: string
    assigneeId: string | undefined
    after: { at: string; id: string } | undefined
    limit: number
  },
): Promise<ListedWorkItemRow[]> => {
  const { viewerId, assigneeId, after, limit } = options
  return tables(db)
    .selectFrom('work_item')
    .select(LISTED)
    .where('queue_id', '=', queueId)
    .where('state', 'in', sql<WorkItemState>`('queued', 'dispatched', 'accepted')`)
    .where(isShownTo(viewerId))
    .$if(assigneeId !== undefined, (query) => query.where('assignee_id', '=', assigneeId ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('due_at', 'id'), '>', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Items of a queue in one finished state, newest first. */
export const listDoneByQueue = (
  db: Db,
  queueId: string,
  options: { viewerId: string; state: 'resolved' | 'closed'; beforeId: string | undefined; limit: number },
): Promise<ListedWorkItemRow[]> =>
  tables(db)
    .selectFrom('work_item')
    .select(LISTED)
    .where('queue_id', '=', queueId)
    .where('state', '=', options.state)
    // Repeats the condition of the index word for word, so that a generic plan can use it.
    .where('state', 'in', sql<WorkItemState>`('resolved', 'closed')`)
    .where(isShownTo(options.viewerId))
    .$if(options.beforeId !== undefined, (query) => query.where('id', '<', options.beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(options.limit + 1)
    .execute()

export interface QueueCountsRow {
  queue_id: string
  open: number
  unclaimed: number
  mine: number
  overdue: number
}

export const countOpenByQueue = (
  db: Db,
  queueIds: readonly string[],
  personId: string,
  now: Date,
): Promise<QueueCountsRow[]> =>
  tables(db)
    .selectFrom('work_item')
    .select(({ fn }) => [
      'queue_id',
      fn.countAll<number>().as('open'),
      fn.countAll<number>().filterWhere('state', '=', 'queued').as('unclaimed'),
      fn.countAll<number>().filterWhere('assignee_id', '=', personId).as('mine'),
      fn.countAll<number>().filterWhere('due_at', '<', now.toISOString()).as('overdue'),
    ])
    .where('queue_id', '=', sql<string>`any(${sql.val([...queueIds])}::text[])`)
    .where('state', 'in', sql<WorkItemState>`('queued', 'dispatched', 'accepted')`)
    .where(isShownTo(personId))
    .groupBy('queue_id')
    .execute()

export interface WorkItemChange {
  state: WorkItemState
  outcome: Outcome | null
  assigneeId: string | null
  resolvedAt: string | null
  closedAt: string | null
  dueAt: string
  reopenedCount: number
}

/** Checks and changes in one statement: undefined when somebody else moved the item since `version`. */
export const changeWorkItem = async (
  db: Db,
  item: Pick<WorkItemRow, 'community_id' | 'id' | 'state'>,
  version: number,
  change: WorkItemChange,
): Promise<number | undefined> => {
  const changed = await tables(db)
    .updateTable('work_item')
    .set({
      state: change.state,
      outcome: change.outcome,
      assignee_id: change.assigneeId,
      resolved_at: change.resolvedAt,
      closed_at: change.closedAt,
      due_at: change.dueAt,
      reopened_count: change.reopenedCount,
      version: version + 1,
    })
    .where('community_id', '=', item.community_id)
    .where('id', '=', item.id)
    .where('state', '=', item.state)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return changed?.version
}

/** False when this round was rated already. */
export const insertRating = async (
  db: Db,
  rating: Omit<RatingRow, 'comment'> & { comment: string | null },
): Promise<boolean> => {
  const inserted = await tables(db)
    .insertInto('work_item_rating')
    .values(rating)
    .onConflict((conflict) => conflict.doNothing())
    .returning('round')
    .executeTakeFirst()
  return inserted !== undefined
}
