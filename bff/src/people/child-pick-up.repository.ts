import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ChildPickUp } from '../platform/db/tables.generated.ts'

type Db = DbOf<'child_pick_up'>
export type PickUpRow = Selectable<ChildPickUp>

interface OfChild {
  communityId: string
  childId: string
}

/** Everybody who is or was on the lists of these children, in the order in which they were added. */
export const listPickUps = (db: Db, communityId: string, childIds: readonly string[]): Promise<PickUpRow[]> =>
  tables(db)
    .selectFrom('child_pick_up')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('child_id', '=', sql<string>`any(${sql.val([...childIds])}::uuid[])`)
    .orderBy('id')
    .execute()

/** Adds somebody, or changes whoever is on the list already; never anybody of another child. */
export const savePickUp = async (trx: Trx, row: Insertable<ChildPickUp>): Promise<void> => {
  await tables<'child_pick_up'>(trx)
    .insertInto('child_pick_up')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'id'])
        .doUpdateSet(({ ref }) => ({
          relation: ref('excluded.relation'),
          sealed_name: ref('excluded.sealed_name'),
          sealed_phone: ref('excluded.sealed_phone'),
        }))
        .where('child_pick_up.child_id', '=', row.child_id),
    )
    .execute()
}

/** Takes everybody off the list but these. */
export const endOtherPickUps = async (
  trx: Trx,
  { communityId, childId }: OfChild,
  keptIds: readonly string[],
  now: Date,
): Promise<void> => {
  await tables<'child_pick_up'>(trx)
    .updateTable('child_pick_up')
    .set({ ended_at: now.toISOString(), sealed_phone: null })
    .where('community_id', '=', communityId)
    .where('child_id', '=', childId)
    .where('ended_at', 'is', null)
    .where('id', '<>', sql<string>`all(${sql.val([...keptIds])}::uuid[])`)
    .execute()
}

/** Nobody is on the list, and nothing is known of whoever was. */
export const erasePickUps = async (trx: Trx, { communityId, childId }: OfChild, now: Date): Promise<void> => {
  await tables<'child_pick_up'>(trx)
    .updateTable('child_pick_up')
    .set({
      ended_at: sql`coalesce(ended_at, ${now.toISOString()}::timestamptz)`,
      sealed_name: null,
      sealed_phone: null,
    })
    .where('community_id', '=', communityId)
    .where('child_id', '=', childId)
    .execute()
}
