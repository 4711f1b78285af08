import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { SlotBatch } from '../platform/db/tables.generated.ts'

type Db = DbOf<'slot_batch'>
export type BatchRow = Selectable<SlotBatch>

/** What tells one batch of a community from another. */
export interface BatchKey {
  serviceCode: string
  resourceId: string
  kind: string
  on: string
}

export const findBatch = (db: Db, communityId: string, key: BatchKey): Promise<BatchRow | undefined> =>
  tables(db)
    .selectFrom('slot_batch')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('service_code', '=', key.serviceCode)
    .where('resource_id', '=', key.resourceId)
    .where('kind', '=', key.kind)
    .where('service_on', '=', key.on)
    .executeTakeFirst()

/** False when somebody else was first; whoever is at it at this moment is waited for. */
export const insertBatch = async (trx: Trx, batch: Insertable<SlotBatch>): Promise<boolean> => {
  const inserted = await tables<'slot_batch'>(trx)
    .insertInto('slot_batch')
    .values(batch)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The work item of a batch as the service's own pages name it. */
export interface BatchItem extends BatchKey {
  workItemId: string
  state: WorkItemState
  receiptNumber: string
  queueId: string
}

/** In no order; a batch that nobody has booked yet is left out. */
export const findBatchItems = async (
  db: DbOf<'slot_batch' | 'work_item'>,
  communityId: string,
  keys: readonly BatchKey[],
): Promise<BatchItem[]> => {
  if (keys.length === 0) return []
  const columnOf = (key: keyof BatchKey) => sql.val(keys.map((one) => one[key]))
  return tables(db)
    .selectFrom('slot_batch as batch')
    .innerJoin('work_item as item', (join) =>
      join.onRef('item.community_id', '=', 'batch.community_id').onRef('item.id', '=', 'batch.work_item_id'),
    )
    .select([
      'batch.service_code as serviceCode',
      'batch.resource_id as resourceId',
      'batch.kind',
      'batch.service_on as on',
      'item.id as workItemId',
      'item.state',
      'item.receipt_number as receiptNumber',
      'item.queue_id as queueId',
    ])
    .where('batch.community_id', '=', communityId)
    .where(
      sql<boolean>`(batch.service_code, batch.resource_id, batch.kind, batch.service_on) in (
        select * from unnest(${columnOf('serviceCode')}::text[], ${columnOf('resourceId')}::text[],
          ${columnOf('kind')}::text[], ${columnOf('on')}::date[]))`,
    )
    .execute()
}

/** Whether it ended at another time until now; one that is finished stays so. */
export const setBatchEnd = async (trx: Trx, communityId: string, key: BatchKey, dueAt: Date): Promise<boolean> => {
  const moved = await tables<'slot_batch'>(trx)
    .updateTable('slot_batch')
    .set({ due_at: dueAt.toISOString() })
    .where('community_id', '=', communityId)
    .where('service_code', '=', key.serviceCode)
    .where('resource_id', '=', key.resourceId)
    .where('kind', '=', key.kind)
    .where('service_on', '=', key.on)
    .where('finished_at', 'is', null)
    .where('due_at', '<>', dueAt.toISOString())
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}

/** Batches whose time was over at that instant, the longest over first. */
export const listUnfinishedBatches = (db: Db, over: Date, limit: number): Promise<BatchRow[]> =>
  tables(db)
    .selectFrom('slot_batch')
    .selectAll()
    .where('finished_at', 'is', null)
    .where('due_at', '<=', over.toISOString())
    .orderBy('due_at')
    .limit(limit)
    .execute()

/** False when somebody else has finished it. */
export const setFinished = async (
  trx: Trx,
  { communityId, id }: { communityId: string; id: string },
  now: Date,
): Promise<boolean> => {
  const finished = await tables<'slot_batch'>(trx)
    .updateTable('slot_batch')
    .set({ finished_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return finished !== undefined
}
