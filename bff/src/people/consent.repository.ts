import type { ConsentPurpose } from '@little-bench/shared/privacy/consents'
import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { Consent } from '../platform/db/tables.generated.ts'

type Db = DbOf<'consent'>
export type ConsentRow = Selectable<Consent>

/** False when one is in force already. */
export const insertConsent = async (db: Db, consent: Insertable<Consent>): Promise<boolean> => {
  const inserted = await tables(db)
    .insertInto('consent')
    .values(consent)
    .onConflict((conflict) => conflict.columns(['person_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Ends what is in force; with a version only what was given to other words. */
export const endConsent = async (
  db: Db,
  { personId, purpose, otherThan }: { personId: string; purpose: ConsentPurpose; otherThan?: string },
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('consent')
    .set({ withdrawn_at: now.toISOString() })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('withdrawn_at', 'is', null)
    .$if(otherThan !== undefined, (query) => query.where('version', '<>', otherThan ?? ''))
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Of each purpose what is in force, else what was taken back last. */
export const listLastConsents = (db: Db, personId: string): Promise<ConsentRow[]> =>
  tables(db)
    .selectFrom('consent')
    .distinctOn('purpose')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('purpose')
    // Two accounts that became one may have agreed and taken back in any order.
    .orderBy('withdrawn_at', (order) => order.desc().nullsFirst())
    .execute()
