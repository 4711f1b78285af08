import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { StaffTotp } from '../platform/db/tables.generated.ts'

type Db = DbOf<'staff_totp'>
export type TotpRow = Selectable<StaffTotp>

const findTotp = (db: Db, personId: string): Promise<TotpRow | undefined> =>
  tables(db).selectFrom('staff_totp').selectAll().where('person_id', '=', personId).executeTakeFirst()

/** Whether an authenticator app of theirs has shown a code once. */
export const hasTotp = async (db: Db, personId: string): Promise<boolean> => {
  const totp = await findTotp(db, personId)
  return totp !== undefined && totp.confirmed_at !== null
}

/** Until the transaction ends nobody else shows a code: of two who show the same one, the second is too late. */
export const lockTotp = (db: Db, personId: string): Promise<TotpRow | undefined> =>
  tables(db).selectFrom('staff_totp').selectAll().where('person_id', '=', personId).forUpdate().executeTakeFirst()

/** A new secret, in place of one that was never confirmed; false when there is one that was. */
export const insertTotp = async (db: Db, totp: Insertable<StaffTotp>): Promise<boolean> => {
  const { id, sealed_secret, created_at } = totp
  const inserted = await tables(db)
    .insertInto('staff_totp')
    .values(totp)
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet({ id, sealed_secret, created_at, last_step: 0, wrong_tries: 0 })
        .where('staff_totp.confirmed_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The code of these thirty seconds was taken, and none of them or before is taken again. */
export const takeStep = async (db: Db, id: string, step: number, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('staff_totp')
    .set(({ fn, val }) => ({
      last_step: step,
      wrong_tries: 0,
      paused_until: null,
      confirmed_at: fn.coalesce('confirmed_at', val(now.toISOString())),
    }))
    .where('id', '=', id)
    .execute()
}

export const countWrongTry = async (
  db: Db,
  id: string,
  { wrongTries, pausedUntil }: { wrongTries: number; pausedUntil: Date | null },
): Promise<void> => {
  await tables(db)
    .updateTable('staff_totp')
    .set({ wrong_tries: wrongTries, ...(pausedUntil && { paused_until: pausedUntil.toISOString() }) })
    .where('id', '=', id)
    .execute()
}

export const deleteTotp = async (db: Db, personId: string): Promise<void> => {
  await tables(db).deleteFrom('staff_totp').where('person_id', '=', personId).execute()
}

/** Of these, who has an authenticator app set up. */
export const listTotpHolders = async (db: Db, personIds: readonly string[]): Promise<string[]> => {
  if (personIds.length === 0) return []
  const rows = await tables(db)
    .selectFrom('staff_totp')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('confirmed_at', 'is not', null)
    .execute()
  return rows.map((row) => row.person_id)
}
