import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import { LISTED, type ListedWorkItemRow } from './work-item.repository.ts'

type Db = DbOf<'work_item' | 'work_item_words'>

export type FoundItemRow = ListedWorkItemRow & {
  /** Number and title, what the subject says, and what was said about it; each a line or more. */
  label: string
  subject: string
  said: string
  /** What its voice notes say. */
  heard: string
}

export interface Search {
  /** Each of them must be there. */
  words: readonly string[]
  /** Whoever asks may open what one of these has, is asked to take, takes part in or supervises. */
  queueIds: readonly string[]
  viewerId: string
  beforeId: string | undefined
  limit: number
}

const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What a person types is never a pattern. */
const escaped = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

/** Items that hold all the words and that the viewer may open as staff, newest first, and one row more. */
export const searchItemRows = async (
  db: Db,
  { words, queueIds, viewerId, beforeId = AFTER_ALL, limit }: Search,
): Promise<FoundItemRow[]> => {
  const held = words.map((word) => sql`found.findable like '%' || findable(${escaped(word)}) || '%'`)
  const { rows } = await sql<FoundItemRow>`
    select ${sql.join(LISTED.map((column) => sql.ref(`item.${column}`)))}, found.label, found.subject, found.said, found.heard
    from work_item_words as found
    join work_item as item on item.community_id = found.community_id and item.id = found.work_item_id
    where ${sql.join(held, sql` and `)}
      and found.work_item_id < ${beforeId}::uuid
      and ${viewerId}::uuid <> all(item.excluded_staff_ids)
      and exists (
        select from unnest(${[...queueIds]}::text[]) as served (id)
        where served.id = any(
            array[item.queue_id, item.referred_queue_id] || item.participating_queue_ids || item.supervising_queue_ids)
          and served.id <> all(item.barred_queue_ids)
      )
    order by found.work_item_id desc
    limit ${limit + 1}`.execute(tables(db))
  return rows
}
