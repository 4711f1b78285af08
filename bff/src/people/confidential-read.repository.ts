import type { Insertable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { ConfidentialRead } from '../platform/db/tables.generated.ts'

/** Lines of who read what is not theirs; when they cannot be written, the read fails. */
export const insertConfidentialReads = async (
  db: DbOf<'confidential_read'>,
  lines: readonly Insertable<ConfidentialRead>[],
): Promise<void> => {
  if (lines.length === 0) return
  await tables(db)
    .insertInto('confidential_read')
    .values([...lines])
    .execute()
}
