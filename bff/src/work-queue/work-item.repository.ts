import type { Service } from '@little-bench/shared/communities/duty'
import type { Outcome, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type Database, type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { WorkItemRating, WorkItem as WorkItemTable } from '../platform/db/tables.generated.ts'

type Db = DbOf<'work_item' | 'work_item_rating'>

export type WorkItemRow = Selectable<WorkItemTable>
export type RatingRow = Selectable<WorkItemRating>

/** What a row of a list shows; the rest of an item costs more to read than to show. */
export const LISTED = [
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
  'raised_by',
  'due_at',
  'created_at',
  'version',
  'pause',
  'reminders',
  'reopened_count',
  'referred_queue_id',
  'parent_id',
] as const
export type ListedWorkItemRow = Pick<WorkItemRow, (typeof LISTED)[number]>

/**
 * The next number of a community's day; taken on its own, so a report that fails leaves a gap and never a double. It does
 * not wait for the disk: what is written to the log later, the report with this number, is never there without it. Within
 * a transaction all else that it writes would not wait for the disk either: what was answered could be gone.
 */
export const takeReceiptCount = async (db: Database, communityId: string, day: string): Promise<number> => {
  // A transaction has the type of a database too.
  if (db.isTransaction) throw new Error('a receipt is counted before the transaction of its report begins')
  const { rows } = await sql<{ last: number }>`
    insert into receipt_counter (community_id, day, last)
    select ${communityId}, ${day}::date, 1 from set_config('synchronous_commit', 'off', true)
    on conflict (community_id, day) do update set last = receipt_counter.last + 1
    returning last`.execute(db)
  const [row] = rows
  if (!row) throw new Error('the counter of receipts answered nothing')
  return row.last
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

/** PostgreSQL's lock_not_available. */
export const LOCK_NOT_AVAILABLE = '55P03'

/** The same, and nobody moves it until the transaction ends. */
export const lockWorkItemById = (trx: Trx, communityId: string, id: string): Promise<RatedWorkItemRow | undefined> =>
  items(trx)
    .where('work_item.community_id', '=', communityId)
    .where('work_item.id', '=', id)
    .forNoKeyUpdate('work_item')
    .executeTakeFirst()

export const findWorkItemBySubject = (
  db: Db,
  communityId: string,
  subjectId: string,
): Promise<RatedWorkItemRow | undefined> =>
  items(db)
    .where('work_item.community_id', '=', communityId)
    .where('work_item.subject_id', '=', subjectId)
    // The works of a split item are about the same subject.
    .where('work_item.parent_id', 'is', null)
    .executeTakeFirst()

export interface ItemState {
  receiptNumber: string
  state: WorkItemState
  outcome: Outcome | null
  dueAt: string
  resolvedAt: string | null
  closedAt: string | null
}

/** States for a list that a feature shows; the items of one community. */
export const listStates = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<Map<string, ItemState>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('work_item')
    .select([
      'id',
      'receipt_number as receiptNumber',
      'state',
      'outcome',
      'due_at as dueAt',
      'resolved_at as resolvedAt',
      'closed_at as closedAt',
    ])
    .where('community_id', '=', communityId)
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...state }) => [id, state]))
}

type DescribedWorkItemRow = Pick<
  WorkItemRow,
  'id' | 'community_id' | 'receipt_number' | 'service' | 'subject_id' | 'title' | 'is_delegable'
>

/** What a list says of items in several communities. */
export const listDescriptions = (
  db: Db,
  addresses: readonly { communityId: string; workItemId: string }[],
): Promise<DescribedWorkItemRow[]> =>
  tables(db)
    .selectFrom('work_item')
    .select(['id', 'community_id', 'receipt_number', 'service', 'subject_id', 'title', 'is_delegable'])
    .where('community_id', '=', sql<string>`any(${sql.val(addresses.map(({ communityId }) => communityId))}::text[])`)
    .where('id', '=', sql<string>`any(${sql.val(addresses.map(({ workItemId }) => workItemId))}::uuid[])`)
    .execute()

/** What the requester asked for, newest first. */
export const listByRequester = (
  db: Db,
  requesterId: string,
  beforeId: string | undefined,
  limit: number,
  /** Only these, and only what is delegable: as somebody who acts for the requester may know it. */
  delegated: readonly Service[] | null,
): Promise<RatedWorkItemRow[]> =>
  items(db)
    .where('work_item.requester_id', '=', requesterId)
    .$if(delegated !== null, (query) =>
      query.where('work_item.is_delegable', '=', true).where('work_item.service', 'in', [...(delegated ?? [])]),
    )
    // Of a split item the requester sees the whole.
    .where('work_item.parent_id', 'is', null)
    .$if(beforeId !== undefined, (query) => query.where('work_item.id', '<', beforeId ?? ''))
    .orderBy('work_item.id', 'desc')
    .limit(limit + 1)
    .execute()

/** Everything of an item that a step may change; all of it is written each time, so that one statement is prepared. */
const mutable = (item: WorkItemRow) => ({
  service_code: item.service_code,
  title: item.title,
  confidentiality: item.confidentiality,
  grid_cell_id: item.grid_cell_id,
  queue_id: item.queue_id,
  assignee_id: item.assignee_id,
  priority: item.priority,
  raised_by: item.raised_by,
  is_delegable: item.is_delegable,
  state: item.state,
  outcome: item.outcome,
  version: item.version,
  reopened_count: item.reopened_count,
  route_rule_id: item.route_rule_id,
  routed_because: JSON.stringify(item.routed_because),
  config_hash: item.config_hash,
  resolved_at: item.resolved_at,
  closed_at: item.closed_at,
  deadline_class: item.deadline_class,
  round_started_at: item.round_started_at,
  acceptance_due_at: item.acceptance_due_at,
  acceptance_ended_at: item.acceptance_ended_at,
  first_reply_due_at: item.first_reply_due_at,
  first_reply_ended_at: item.first_reply_ended_at,
  due_at: item.due_at,
  resolve_ended_at: item.resolve_ended_at,
  pause: item.pause,
  paused_at: item.paused_at,
  suspension_reason: item.suspension_reason,
  suspended_until: item.suspended_until,
  suspensions: item.suspensions,
  asked_again: item.asked_again,
  touched_at: item.touched_at,
  is_untouched: item.is_untouched,
  climbed_at: item.climbed_at,
  referred_queue_id: item.referred_queue_id,
  participating_queue_ids: item.participating_queue_ids,
  supervising_queue_ids: item.supervising_queue_ids,
  barred_queue_ids: item.barred_queue_ids,
  reminded_at: item.reminded_at,
  reminders: item.reminders,
  open_children: item.open_children,
  merged_into_id: item.merged_into_id,
  is_asked_to_rate: item.is_asked_to_rate,
  former_handler_id: item.former_handler_id,
  next_timer_at: item.next_timer_at,
})

/** A row made in memory, as it is inserted; a rating that came along with another row stays behind. */
export const insertableOf = (item: WorkItemRow): Insertable<WorkItemTable> => ({
  ...mutable(item),
  community_id: item.community_id,
  id: item.id,
  receipt_number: item.receipt_number,
  service: item.service,
  subject_id: item.subject_id,
  requester_id: item.requester_id,
  filed_by_id: item.filed_by_id,
  excluded_staff_ids: item.excluded_staff_ids,
  round_started_at: item.round_started_at,
  parent_id: item.parent_id,
  created_at: item.created_at,
})

/** Checks and changes in one statement: false when somebody else changed the item since `before` was read. */
export const updateWorkItem = async (
  db: Db,
  after: WorkItemRow,
  before: Pick<WorkItemRow, 'state' | 'version'>,
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('work_item')
    .set(mutable(after))
    .where('community_id', '=', after.community_id)
    .where('id', '=', after.id)
    .where('state', '=', before.state)
    .where('version', '=', before.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** One work of a split item is done; whoever looks at the whole looks at something new. */
export const countChildDone = async (db: Db, communityId: string, parentId: string): Promise<void> => {
  await tables(db)
    .updateTable('work_item')
    .set(({ eb }) => ({ open_children: eb('open_children', '-', 1), version: eb('version', '+', 1) }))
    .where('community_id', '=', communityId)
    .where('id', '=', parentId)
    .execute()
}

/** Holds the works of a split item, always in the same order. */
export const lockWorksOf = async (trx: Trx, communityId: string, parentId: string): Promise<void> => {
  await tables<'work_item'>(trx)
    .selectFrom('work_item')
    .select('id')
    .where('community_id', '=', communityId)
    .where('parent_id', '=', parentId)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Whoever takes over an item takes over its works; no step changes whose it is. */
export const changeRequester = async (
  db: Db,
  { community_id: communityId, id }: WorkItemRow,
  requesterId: string,
): Promise<void> => {
  await tables(db)
    .updateTable('work_item')
    .set({ requester_id: requesterId })
    .where('community_id', '=', communityId)
    .where((item) => item.or([item('id', '=', id), item('parent_id', '=', id)]))
    .execute()
}

/**
 * The item with this number, held. Whoever holds another item already does not wait for it: two people merging two items
 * crosswise would wait for each other for ever. Fails with LOCK_NOT_AVAILABLE while somebody else holds it.
 */
export const lockWorkItemByReceipt = (
  trx: Trx,
  communityId: string,
  receiptNumber: string,
): Promise<RatedWorkItemRow | undefined> =>
  items(trx)
    .where('work_item.community_id', '=', communityId)
    .where('work_item.receipt_number', '=', receiptNumber)
    .forNoKeyUpdate('work_item')
    .noWait()
    .executeTakeFirst()

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
