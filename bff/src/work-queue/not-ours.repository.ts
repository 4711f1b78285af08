import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { NotOursEntry } from '../platform/db/tables.generated.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/** Enters what was not ours into the register, once for each time it was closed so. */
export const insertNotOursEntry = async (
  db: DbOf<'not_ours_entry'>,
  entry: Insertable<NotOursEntry>,
): Promise<void> => {
  await tables(db).insertInto('not_ours_entry').values(entry).execute()
}

/** The entry of the item's present round. */
export const findNotOursEntry = (
  db: DbOf<'not_ours_entry'>,
  item: Pick<WorkItemRow, 'community_id' | 'id' | 'reopened_count'>,
): Promise<Pick<Selectable<NotOursEntry>, 'destination' | 'phone'> | undefined> =>
  tables(db)
    .selectFrom('not_ours_entry')
    .select(['destination', 'phone'])
    .where('community_id', '=', item.community_id)
    .where('work_item_id', '=', item.id)
    .where('round', '=', item.reopened_count)
    .executeTakeFirst()

export interface NotOursRow {
  work_item_id: string
  receipt_number: string
  title: string
  destination: string
  phone: string | null
  registered_at: string
}

export interface NotOursRequest {
  communityId: string
  viewerId: string
  /** The queues through which the viewer sees the register: an item kept away from all of them is not there. */
  queueIds: readonly string[]
  before: { at: string; id: string } | undefined
  limit: number
}

/** One page and one row more of the register, newest first. */
export const listNotOursEntries = (
  db: DbOf<'not_ours_entry' | 'work_item'>,
  { communityId, viewerId, queueIds, before, limit }: NotOursRequest,
): Promise<NotOursRow[]> =>
  tables(db)
    .selectFrom('not_ours_entry as entry')
    .innerJoin('work_item as item', (join) =>
      join.onRef('item.community_id', '=', 'entry.community_id').onRef('item.id', '=', 'entry.work_item_id'),
    )
    .select([
      'entry.work_item_id',
      'item.receipt_number',
      'item.title',
      'entry.destination',
      'entry.phone',
      'entry.registered_at',
    ])
    .where('entry.community_id', '=', communityId)
    .where(sql<boolean>`${viewerId}::uuid <> all(item.excluded_staff_ids)`)
    .where(sql<boolean>`not (item.barred_queue_ids @> ${[...queueIds]}::text[])`)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(entry.registered_at, entry.work_item_id) < (${before?.at ?? ''}::timestamptz, ${before?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy('entry.registered_at', 'desc')
    .orderBy('entry.work_item_id', 'desc')
    .limit(limit + 1)
    .execute()
