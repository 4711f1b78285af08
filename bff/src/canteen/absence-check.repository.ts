import type { Insertable, Selectable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { AbsenceCheck } from '../platform/db/tables.generated.ts'

type Db = DbOf<'absence_check'>
export type AbsenceCheckRow = Selectable<AbsenceCheck>

export const findAbsenceCheck = (db: Db, communityId: string, personId: string): Promise<AbsenceCheckRow | undefined> =>
  tables(db)
    .selectFrom('absence_check')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** Agreed to again it is agreed to with the words of today. */
export const upsertAbsenceCheck = async (trx: Trx, check: Insertable<AbsenceCheck>): Promise<void> => {
  const { community_id: _community, person_id: _person, ...agreed } = check
  await tables<'absence_check'>(trx)
    .insertInto('absence_check')
    .values(check)
    .onConflict((conflict) => conflict.columns(['community_id', 'person_id']).doUpdateSet(agreed))
    .execute()
}

export const deleteAbsenceCheck = async (trx: Trx, communityId: string, personId: string): Promise<void> => {
  await tables<'absence_check'>(trx)
    .deleteFrom('absence_check')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .execute()
}

/** What somebody agreed to last, in any community; what is taken back leaves nothing. */
export const findAbsenceConsent = (
  db: DbOf<'absence_check'>,
  personId: string,
): Promise<{ at: string; version: string } | undefined> =>
  tables(db)
    .selectFrom('absence_check')
    .select(['consented_at as at', 'consent_version as version'])
    .where('person_id', '=', personId)
    .orderBy('consented_at', 'desc')
    .executeTakeFirst()
