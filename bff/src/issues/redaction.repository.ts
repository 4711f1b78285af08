import type { DisplayState } from '@little-bench/shared/moderation/holds'
import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { IssueRedaction } from '../platform/db/tables.generated.ts'

type Db = DbOf<'issue' | 'issue_redaction'>

/** Keeps what an issue said at first; what it said between two redactions is kept by nobody. */
export const insertOriginal = async (db: Db, original: Insertable<IssueRedaction>): Promise<void> => {
  await tables(db)
    .insertInto('issue_redaction')
    .values(original)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findOriginal = (
  db: Db,
  communityId: string,
  issueId: string,
): Promise<Selectable<IssueRedaction> | undefined> =>
  tables(db)
    .selectFrom('issue_redaction')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('issue_id', '=', issueId)
    .executeTakeFirst()

/** From now on it reads so, for everybody. */
export const replaceDescription = async (
  db: Db,
  communityId: string,
  id: string,
  { description, publicState }: { description: string; publicState: DisplayState },
  now: Date,
): Promise<void> => {
  await tables(db)
    .updateTable('issue')
    .set({ description, public_state: publicState, redacted_at: now.toISOString() })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}
