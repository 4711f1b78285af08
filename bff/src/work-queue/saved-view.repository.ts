import { type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { SavedView } from '../platform/db/tables.generated.ts'

type Db = DbOf<'saved_view'>
export type SavedViewRow = Pick<Selectable<SavedView>, 'id' | 'name' | 'queue_id' | 'view' | 'filter'>

const SHOWN = ['id', 'name', 'queue_id', 'view', 'filter'] as const

/** Somebody's own views, the oldest first. */
export const listSavedViewsOf = (db: Db, personId: string): Promise<SavedViewRow[]> =>
  tables(db)
    .selectFrom('saved_view')
    .select(SHOWN)
    .where('person_id', '=', personId)
    .orderBy('saved_at')
    .orderBy('id')
    .execute()

/** From here on nobody else changes this person's views until the transaction ends, so that they can be counted. */
export const lockSavedViewsOf = async (trx: Trx, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('saved_view' || ${personId}::text, 0))`.execute(trx)
}

/** Writes a view, or writes it over; the place in the list stays. */
export const upsertSavedView = async (db: Db, personId: string, view: SavedViewRow, savedAt: Date): Promise<void> => {
  const { id, name, queue_id, view: kind } = view
  const filter = JSON.stringify(view.filter)
  await tables(db)
    .insertInto('saved_view')
    .values({ person_id: personId, id, name, queue_id, view: kind, filter, saved_at: savedAt.toISOString() })
    .onConflict((conflict) => conflict.columns(['person_id', 'id']).doUpdateSet({ name, queue_id, view: kind, filter }))
    .execute()
}

/** False when this person has no such view. */
export const deleteSavedViewOf = async (db: Db, personId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('saved_view')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
