import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { PhoneCode } from '../platform/db/tables.generated.ts'

type Db = DbOf<'phone_code'>
export type PhoneCodeRow = Selectable<PhoneCode>

/** Until the transaction ends nobody else asks for a code for this number: two at once would both find room for one. */
export const holdPhoneCodes = async (trx: Trx, phoneHash: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('phone_code' || ${phoneHash}::text, 0))`.execute(trx)
}

/** When codes were asked for, the newest first. */
export const listRequestsSince = async (db: Db, phoneHash: string, since: Date): Promise<Date[]> => {
  const rows = await tables(db)
    .selectFrom('phone_code')
    .select('created_at')
    .where('phone_hash', '=', phoneHash)
    .where('created_at', '>', since.toISOString())
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => new Date(row.created_at))
}

export const insertPhoneCode = async (db: Db, code: Insertable<PhoneCode>): Promise<void> => {
  await tables(db).insertInto('phone_code').values(code).execute()
}

/** Whatever was sent to this number before opens nothing any more. */
export const endPhoneCodes = async (db: Db, phoneHash: string, now: Date): Promise<void> => {
  await tables(db)
    .updateTable('phone_code')
    .set({ expires_at: now.toISOString(), sealed_phone: null })
    .where('phone_hash', '=', phoneHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .execute()
}

/** A code that can still be entered. */
export const findPhoneCode = (db: Db, id: string, now: Date): Promise<PhoneCodeRow | undefined> =>
  tables(db)
    .selectFrom('phone_code')
    .selectAll()
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()

/** Takes one of the tries in one statement: of many who guess at once, no more than there are. */
export const takeTry = (db: Db, id: string, now: Date): Promise<PhoneCodeRow | undefined> =>
  tables(db)
    .updateTable('phone_code')
    .set(({ eb }) => ({ tries_left: eb('tries_left', '-', 1) }))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .where('tries_left', '>', 0)
    .returningAll()
    .executeTakeFirst()

/** Uses it up; false when somebody else was first, or another code has taken its place. */
export const spendPhoneCode = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('phone_code')
    .set({ used_at: now.toISOString(), sealed_phone: null })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Kept for a day, as long as they are counted. */
export const deleteOldPhoneCodes = async (db: Db, before: Date): Promise<void> => {
  await tables(db).deleteFrom('phone_code').where('created_at', '<', before.toISOString()).execute()
}
