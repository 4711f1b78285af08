import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { CaseDue } from '../platform/db/tables.generated.ts'
import type { CaseAddress } from './case.repository.ts'

type Db = DbOf<'case_due'>
export type DueRow = Selectable<CaseDue>

/** Something happens with the case by itself at that instant. */
export const insertDue = async (
  db: Db,
  { communityId, caseId, kind }: CaseAddress & Pick<DueRow, 'kind'>,
  at: Date,
): Promise<void> => {
  await tables(db)
    .insertInto('case_due')
    .values({ community_id: communityId, id: uuidv7(), case_id: caseId, kind, due_at: at.toISOString() })
    .execute()
}

/** What has come, the oldest first; so many at once. */
export const listDue = (db: Db, now: Date, limit: number): Promise<DueRow[]> =>
  tables(db)
    .selectFrom('case_due')
    .selectAll()
    .where('done_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .limit(limit)
    .execute()

/** False when another process has done it. */
export const takeDue = async (db: Db, { community_id: communityId, id }: DueRow, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('case_due')
    .set({ done_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const putOffDue = async (db: Db, { community_id: communityId, id }: DueRow, until: Date): Promise<void> => {
  await tables(db)
    .updateTable('case_due')
    .set({ due_at: until.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}

/** What was to happen after an agreement that does not hold happens no more. */
export const dropDue = async (db: Db, { communityId, caseId }: CaseAddress, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('case_due')
    .set({ done_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('done_at', 'is', null)
    .where('kind', '<>', sql.lit('answer' as const))
    .execute()
}
