import type { CodePurpose } from '@little-bench/shared/people/codes'
import type { Insertable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { OneTimeCode } from '../platform/db/tables.generated.ts'

type Db = DbOf<'one_time_code'>

export const insertCode = async (db: Db, code: Insertable<OneTimeCode>): Promise<void> => {
  await tables(db).insertInto('one_time_code').values(code).execute()
}

/** Checks and uses in one statement: of two who enter it at once, one is too late. */
export const takeCode = (
  db: Db,
  { codeHash, purpose, usedBy, now }: { codeHash: string; purpose: CodePurpose; usedBy: string; now: Date },
): Promise<{ community_id: string | null; subject_id: string; made_by: string | null } | undefined> =>
  tables(db)
    .updateTable('one_time_code')
    .set({ used_at: now.toISOString(), used_by: usedBy })
    .where('code_hash', '=', codeHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning(['community_id', 'subject_id', 'made_by'])
    .executeTakeFirst()

/** Codes that nobody has used for something open it no more. */
export const endCodes = async (
  db: Db,
  { purpose, subjectId }: { purpose: CodePurpose; subjectId: string },
  now: Date,
): Promise<void> => {
  await tables(db)
    .updateTable('one_time_code')
    .set({ expires_at: now.toISOString() })
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .execute()
}

/** Codes that can open nothing any more. */
export const deleteExpiredCodes = async (db: Db, now: Date): Promise<void> => {
  await tables(db).deleteFrom('one_time_code').where('expires_at', '<', now.toISOString()).execute()
}
