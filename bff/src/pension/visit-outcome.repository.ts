import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { HomeVisitOutcome } from '../platform/db/tables.generated.ts'

export type OutcomeRow = Selectable<HomeVisitOutcome>

/** Written once and never changed: what counts is what was said first, and beside it stands whatever else was said. */
export const insertOutcome = async (trx: Trx, row: Insertable<HomeVisitOutcome>): Promise<void> => {
  await tables<'home_visit_outcome'>(trx).insertInto('home_visit_outcome').values(row).execute()
}

/** What was written down of each of these visits, as it came in. */
export const listOutcomes = (
  db: DbOf<'home_visit_outcome'>,
  communityId: string,
  visitIds: readonly string[],
): Promise<OutcomeRow[]> =>
  tables(db)
    .selectFrom('home_visit_outcome')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('visit_id', '=', sql<string>`any(${sql.val([...visitIds])}::uuid[])`)
    .orderBy('id')
    .execute()
