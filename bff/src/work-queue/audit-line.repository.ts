import type { Insertable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { AuditLine } from '../platform/db/tables.generated.ts'

/** What reaches a whole community at once leaves a line that nothing ever changes. */
export const insertAuditLine = async (db: DbOf<'audit_line'>, line: Insertable<AuditLine>): Promise<void> => {
  await tables(db).insertInto('audit_line').values(line).execute()
}
