import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { type Selectable, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { VisitRound } from '../platform/db/tables.generated.ts'
import type { RoundKey } from './home-visit.repository.ts'

type Db = DbOf<'visit_round'>
export type RoundRow = Selectable<VisitRound>

/** Rounds of a community are planned one after the other: a visit is moved from one to another, and both end or go on. */
export const takePlanningLock = async (trx: Trx, communityId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('visit_round' || ${communityId}::text, 0))`.execute(trx)
}

export const insertRound = async (
  trx: Trx,
  communityId: string,
  { on, visitorId }: RoundKey,
  now: Date,
): Promise<void> => {
  await tables<'visit_round'>(trx)
    .insertInto('visit_round')
    .values({
      community_id: communityId,
      id: uuidv7(),
      visit_on: on,
      visitor_id: visitorId,
      work_item_id: null,
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const rounds = (db: Db, communityId: string) =>
  tables(db).selectFrom('visit_round').selectAll().where('community_id', '=', communityId)

export const findRound = (db: Db, communityId: string, { on, visitorId }: RoundKey): Promise<RoundRow | undefined> =>
  rounds(db, communityId).where('visit_on', '=', on).where('visitor_id', '=', visitorId).executeTakeFirst()

/** The same, and nobody ends it until the transaction does. */
export const lockRound = (trx: Trx, communityId: string, { on, visitorId }: RoundKey): Promise<RoundRow | undefined> =>
  rounds(trx, communityId)
    .where('visit_on', '=', on)
    .where('visitor_id', '=', visitorId)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Rounds of these days in their order; with a visitor only theirs. */
export const listRounds = (
  db: Db,
  communityId: string,
  { from, to, visitorId }: { from: ServiceDate; to: ServiceDate; visitorId: string | null },
): Promise<RoundRow[]> =>
  rounds(db, communityId)
    .where('visit_on', '>=', from)
    .where('visit_on', '<=', to)
    .$if(visitorId !== null, (query) => query.where('visitor_id', '=', visitorId ?? ''))
    .orderBy('visit_on')
    .orderBy('visitor_id')
    .execute()

export const setRoundItem = async (
  trx: Trx,
  { community_id: communityId, id }: Pick<RoundRow, 'community_id' | 'id'>,
  workItemId: string,
): Promise<void> => {
  await tables<'visit_round'>(trx)
    .updateTable('visit_round')
    .set({ work_item_id: workItemId })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}
