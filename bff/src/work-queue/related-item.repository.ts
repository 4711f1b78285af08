import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import { OPEN } from './shown-items.ts'
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
  'filed_by_id',
  'is_delegable',
  'subject_id',
  'service',
  'queue_id',
  'parent_id',
  'merged_into_id',
  'excluded_staff_ids',
  'assignee_id',
  'referred_queue_id',
  'participating_queue_ids',
  'supervising_queue_ids',
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

/** Everything that is about one subject: its item and the parts of it, oldest first. */
export const listItemsOfSubject = (db: Db, communityId: string, subjectId: string): Promise<RelatedItemRow[]> =>
  related(db, communityId).where('subject_id', '=', subjectId).orderBy('id').execute()

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

/** Whoever would merge: leading a queue they may end what is in it, serving one what is in their own hands. */
export interface Merger {
  viewerId: string
  ledQueueIds: readonly string[]
  servedQueueIds: readonly string[]
}

type MergeableItem = Pick<
  WorkItemRow,
  'community_id' | 'id' | 'service' | 'service_code' | 'confidentiality' | 'barred_queue_ids' | 'excluded_staff_ids'
>

const inHandsOf = ({ viewerId, servedQueueIds }: Merger) =>
  sql<boolean>`(assignee_id = ${viewerId}::uuid and state = 'accepted' and queue_id = any(${[...servedQueueIds]}::text[]))`
const ledBy = ({ ledQueueIds }: Merger) => sql<boolean>`queue_id = any(${[...ledQueueIds]}::text[])`

/** What an item may be merged with by this person: as `merge` itself decides it, but for whose it is. */
const mergeable = (db: Db, item: MergeableItem, viewerId: string) =>
  tables(db)
    .selectFrom('work_item')
    .where('community_id', '=', item.community_id)
    .where('state', 'in', OPEN)
    .where('service', '=', item.service)
    .where('confidentiality', '=', item.confidentiality)
    .where('parent_id', 'is', null)
    .where('requester_id', 'is not', null)
    .where('referred_queue_id', 'is', null)
    .where('open_children', '=', 0)
    .where('id', '<>', item.id)
    .where(sql<boolean>`barred_queue_ids @> ${item.barred_queue_ids}::text[]`)
    .where(sql<boolean>`barred_queue_ids <@ ${item.barred_queue_ids}::text[]`)
    .where(sql<boolean>`excluded_staff_ids @> ${item.excluded_staff_ids}::uuid[]`)
    .where(sql<boolean>`excluded_staff_ids <@ ${item.excluded_staff_ids}::uuid[]`)
    .where(sql<boolean>`${viewerId}::uuid <> all(excluded_staff_ids)`)

/** Whether there is anything that an item may be merged with; two questions, each of which an index answers. */
export const hasMergeable = async (db: Db, item: MergeableItem, merger: Merger): Promise<boolean> => {
  const isThere = async (whose: typeof inHandsOf): Promise<boolean> => {
    const found = mergeable(db, item, merger.viewerId).select('id').where(whose(merger)).limit(1)
    return (await found.executeTakeFirst()) !== undefined
  }
  return (await isThere(inHandsOf)) || (merger.ledQueueIds.length > 0 && (await isThere(ledBy)))
}

/** Of those the ones of the same category, newest first: what a duplicate probably duplicates. */
export const listLikelyDuplicates = (
  db: Db,
  item: MergeableItem,
  merger: Merger,
  limit: number,
): Promise<Pick<WorkItemRow, 'receipt_number' | 'title' | 'created_at'>[]> =>
  mergeable(db, item, merger.viewerId)
    .select(['receipt_number', 'title', 'created_at'])
    .where('service_code', '=', item.service_code)
    .where(sql<boolean>`(${inHandsOf(merger)} or ${ledBy(merger)})`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
