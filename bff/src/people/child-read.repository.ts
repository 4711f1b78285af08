import type { Insertable, Selectable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ChildRead } from '../platform/db/tables.generated.ts'

type Db = DbOf<'child_read'>
export type ChildReadRow = Selectable<ChildRead>

/** The newest that are shown; older ones stay on record. */
const SHOWN = 200

export const insertChildReads = async (trx: Trx, lines: readonly Insertable<ChildRead>[]): Promise<void> => {
  if (lines.length === 0) return
  await tables<'child_read'>(trx)
    .insertInto('child_read')
    .values([...lines])
    .execute()
}

export const listReadsOfChild = (db: Db, communityId: string, childId: string): Promise<ChildReadRow[]> =>
  tables(db)
    .selectFrom('child_read')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('child_id', '=', childId)
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute()
