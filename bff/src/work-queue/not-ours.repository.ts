import type { Insertable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { NotOursEntry } from '../platform/db/tables.generated.ts'

/** Enters what was not ours into the register, once for each time it was closed so. */
export const insertNotOursEntry = async (
  db: DbOf<'not_ours_entry'>,
  entry: Insertable<NotOursEntry>,
): Promise<void> => {
  await tables(db).insertInto('not_ours_entry').values(entry).execute()
}
