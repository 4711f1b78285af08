import type { Insertable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ActivitySignUp } from '../platform/db/tables.generated.ts'

/** A sign-up that waited has its row already, and its consent too. */
export const insertSignUp = async (trx: Trx, row: Insertable<ActivitySignUp>): Promise<void> => {
  const db: DbOf<'activity_sign_up'> = trx
  await tables(db)
    .insertInto('activity_sign_up')
    .values(row)
    .onConflict((conflict) => conflict.columns(['community_id', 'id']).doNothing())
    .execute()
}
