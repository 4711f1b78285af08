import type { Insertable, Selectable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { PrivacyRequest } from '../platform/db/tables.generated.ts'

export type RequestRow = Selectable<PrivacyRequest>

const MOST_LISTED = 100

export const insertRequest = async (trx: Trx, row: Insertable<PrivacyRequest>): Promise<void> => {
  await tables<'privacy_request'>(trx).insertInto('privacy_request').values(row).execute()
}

/** Newest first. */
export const listRequestsOf = (db: DbOf<'privacy_request'>, personId: string): Promise<RequestRow[]> =>
  tables(db)
    .selectFrom('privacy_request')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)
    .execute()
