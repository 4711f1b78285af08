import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import { lockWorkItemById, type RatedWorkItemRow, type WorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'work_item' | 'work_item_event'>
export type ItemAddress = Pick<WorkItemRow, 'community_id' | 'id'>

/** Items of every community whose next timer has come, the longest overdue first. */
export const listDueItems = (db: Db, now: Date, limit: number): Promise<ItemAddress[]> =>
  tables(db)
    .selectFrom('work_item')
    .select(['community_id', 'id'])
    .where('next_timer_at', '<=', now.toISOString())
    .orderBy('next_timer_at')
    .limit(limit)
    .execute()

/** The item while its timer is still due and nobody else is at it: another process then does what there is to do. */
export const lockDueItem = async (
  trx: Trx,
  { community_id: communityId, id }: ItemAddress,
  now: Date,
): Promise<RatedWorkItemRow | undefined> => {
  const locked = await tables<'work_item'>(trx)
    .selectFrom('work_item')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('next_timer_at', '<=', now.toISOString())
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return locked && lockWorkItemById(trx, communityId, id)
}

/** When to look at the item again; a date kept for the engine alone, so the version stays. */
export const storeNextTimer = async (db: Db, item: ItemAddress, at: Date | null): Promise<void> => {
  await tables(db)
    .updateTable('work_item')
    .set({ next_timer_at: at?.toISOString() ?? null })
    .where('community_id', '=', item.community_id)
    .where('id', '=', item.id)
    .execute()
}

/** When the requester was last asked again to answer a question; undefined when never. */
export const lastAskedAgainAt = async (db: Db, item: ItemAddress): Promise<Date | undefined> => {
  const row = await tables(db)
    .selectFrom('work_item_event')
    .select('created_at')
    .where('community_id', '=', item.community_id)
    .where('work_item_id', '=', item.id)
    .where('kind', '=', 'asked_again')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && new Date(row.created_at)
}
