import type { FollowUpResult } from '@little-bench/shared/work-queue/events'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { FollowUp } from '../platform/db/tables.generated.ts'
import type { WorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'follow_up' | 'work_item'>
export type FollowUpRow = Selectable<FollowUp>

/** A call on the same day of the same round is the same call. */
export const insertFollowUp = async (db: Db, followUp: Insertable<FollowUp>): Promise<void> => {
  await tables(db)
    .insertInto('follow_up')
    .values(followUp)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Nobody needs to call any more: the resident has said it, or the item is worked on again. */
export const cancelFollowUps = async (db: Db, item: Pick<WorkItemRow, 'community_id' | 'id'>): Promise<void> => {
  await tables(db)
    .updateTable('follow_up')
    .set({ is_cancelled: true })
    .where('community_id', '=', item.community_id)
    .where('work_item_id', '=', item.id)
    .where('result', 'is', null)
    .execute()
}

export const findFollowUpById = (db: Db, communityId: string, id: string): Promise<FollowUpRow | undefined> =>
  tables(db)
    .selectFrom('follow_up')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Somebody whom an item is about does not even see that it is there. */
const followUpsFor = (db: Db, queueId: string, viewerId: string) =>
  tables(db)
    .selectFrom('follow_up')
    .innerJoin('work_item', (join) =>
      join
        .onRef('work_item.community_id', '=', 'follow_up.community_id')
        .onRef('work_item.id', '=', 'follow_up.work_item_id'),
    )
    .selectAll('follow_up')
    .where('follow_up.queue_id', '=', queueId)
    .where(sql<boolean>`${viewerId}::uuid <> all(work_item.excluded_staff_ids)`)

/** Calls that are due on that day or were due before it, due first. */
export const listDueFollowUps = (
  db: Db,
  queueId: string,
  options: { viewerId: string; today: string; after: { dueOn: string; id: string } | undefined; limit: number },
): Promise<FollowUpRow[]> => {
  const { viewerId, today, after, limit } = options
  return followUpsFor(db, queueId, viewerId)
    .where('follow_up.result', 'is', null)
    .where(sql<boolean>`not follow_up.is_cancelled`)
    .where('follow_up.due_on', '<=', today)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('follow_up.due_on', 'follow_up.id'), '>', tuple(after?.dueOn ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('follow_up.due_on')
    .orderBy('follow_up.id')
    .limit(limit + 1)
    .execute()
}

/** Calls that were made, newest first. */
export const listDoneFollowUps = (
  db: Db,
  queueId: string,
  options: { viewerId: string; beforeId: string | undefined; limit: number },
): Promise<FollowUpRow[]> =>
  followUpsFor(db, queueId, options.viewerId)
    .where('follow_up.result', 'is not', null)
    .$if(options.beforeId !== undefined, (query) => query.where('follow_up.id', '<', options.beforeId ?? ''))
    .orderBy('follow_up.id', 'desc')
    .limit(options.limit + 1)
    .execute()

/** The items that a page of calls speaks of. */
export const listItemsOfFollowUps = (db: Db, itemIds: readonly string[]): Promise<WorkItemRow[]> =>
  tables(db)
    .selectFrom('work_item')
    .selectAll()
    .where('id', '=', sql<string>`any(${sql.val([...itemIds])}::uuid[])`)
    .execute()

/** Checks and changes in one statement: undefined when it was recorded before, or is not needed any more. */
export const recordResult = (
  db: Db,
  followUp: Pick<FollowUpRow, 'community_id' | 'id'>,
  record: { result: FollowUpResult; doneBy: string; doneAt: Date },
): Promise<FollowUpRow | undefined> =>
  tables(db)
    .updateTable('follow_up')
    .set({ result: record.result, done_by: record.doneBy, done_at: record.doneAt.toISOString() })
    .where('community_id', '=', followUp.community_id)
    .where('id', '=', followUp.id)
    .where('result', 'is', null)
    .where('is_cancelled', '=', false)
    .returningAll()
    .executeTakeFirst()

/** Calls of one round, made or not. */
export const countFollowUps = async (
  db: Db,
  { community_id: communityId, work_item_id: workItemId, round }: FollowUpRow,
): Promise<number> => {
  const { calls } = await tables(db)
    .selectFrom('follow_up')
    .select(({ fn }) => fn.countAll<number>().as('calls'))
    .where('community_id', '=', communityId)
    .where('work_item_id', '=', workItemId)
    .where('round', '=', round)
    .executeTakeFirstOrThrow()
  return calls
}
