import { type DbOf, tables } from '../platform/db/database.ts'
import type { WorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'work_item'>

/** What one item shows of another. */
const RELATED = [
  'id',
  'community_id',
  'receipt_number',
  'title',
  'state',
  'outcome',
  'requester_id',
  'subject_id',
  'service',
  'queue_id',
  'parent_id',
  'merged_into_id',
  'excluded_staff_ids',
] as const
export type RelatedItemRow = Pick<WorkItemRow, (typeof RELATED)[number]>

const related = (db: Db, communityId: string) =>
  tables(db).selectFrom('work_item').select(RELATED).where('community_id', '=', communityId)

/** Items that ended in this one. */
export const listDuplicates = (db: Db, communityId: string, primaryId: string): Promise<RelatedItemRow[]> =>
  related(db, communityId).where('merged_into_id', '=', primaryId).orderBy('id').execute()

/** The item's parent and primary, its works and its duplicates, oldest first: one look-up for all of them. */
export const listRelatedItems = (
  db: Db,
  item: Pick<WorkItemRow, 'community_id' | 'id' | 'parent_id' | 'merged_into_id'>,
): Promise<RelatedItemRow[]> =>
  related(db, item.community_id)
    .where((other) =>
      other.or([
        other('parent_id', '=', item.id),
        other('merged_into_id', '=', item.id),
        other('id', '=', item.parent_id),
        other('id', '=', item.merged_into_id),
      ]),
    )
    .orderBy('id')
    .execute()

export const countChildren = async (db: Db, communityId: string, parentId: string): Promise<number> => {
  const { count } = await tables(db)
    .selectFrom('work_item')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .where('parent_id', '=', parentId)
    .executeTakeFirstOrThrow()
  return count
}

/** Whoever ended in an item that now ends in another goes on with that one. */
export const repointDuplicates = async (db: Db, communityId: string, fromId: string, toId: string): Promise<void> => {
  await tables(db)
    .updateTable('work_item')
    .set({ merged_into_id: toId })
    .where('community_id', '=', communityId)
    .where('merged_into_id', '=', fromId)
    .execute()
}

/** Open items of the same category in these queues, newest first: what a duplicate probably duplicates. */
export const listLikelyDuplicates = (
  db: Db,
  item: Pick<WorkItemRow, 'community_id' | 'id' | 'service_code' | 'confidentiality'>,
  options: { queueIds: readonly string[]; viewerId: string; limit: number },
): Promise<Pick<WorkItemRow, 'receipt_number' | 'title' | 'created_at'>[]> =>
  tables(db)
    .selectFrom('work_item')
    .select(['receipt_number', 'title', 'created_at'])
    .where('community_id', '=', item.community_id)
    .where('queue_id', 'in', [...options.queueIds])
    .where('state', 'in', ['queued', 'dispatched', 'accepted'])
    .where('service_code', '=', item.service_code)
    .where('confidentiality', '=', item.confidentiality)
    .where('parent_id', 'is', null)
    .where('id', '<>', item.id)
    .where(({ eb, fn, val }) => eb(val(options.viewerId), '<>', fn<string>('all', ['excluded_staff_ids'])))
    .orderBy('id', 'desc')
    .limit(options.limit)
    .execute()
