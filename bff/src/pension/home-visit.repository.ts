import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { MAX_WRONG_VISIT_CODES, OPEN_VISIT_STATES, WAITING_VISIT_STATES } from '@little-bench/shared/pension/ways'
import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { HomeVisit, HomeVisitEvent } from '../platform/db/tables.generated.ts'

type Db = DbOf<'home_visit' | 'home_visit_event'>
export type VisitRow = Selectable<HomeVisit>
export type VisitEventRow = Selectable<HomeVisitEvent>

export interface VisitAddress {
  communityId: string
  visitId: string
}

/** Everybody whom one visitor goes to on one day. */
export interface RoundKey {
  on: ServiceDate
  visitorId: string
}

const visits = (db: DbOf<'home_visit'>) => tables(db).selectFrom('home_visit').selectAll()

/** False when somebody is waiting for a visit already. */
export const insertVisit = async (trx: Trx, row: Insertable<HomeVisit>): Promise<boolean> => {
  const inserted = await tables<'home_visit'>(trx)
    .insertInto('home_visit')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const findVisit = (db: Db, { communityId, visitId }: VisitAddress): Promise<VisitRow | undefined> =>
  visits(db).where('community_id', '=', communityId).where('id', '=', visitId).executeTakeFirst()

/** The same, and nobody changes it until the transaction ends. */
export const lockVisit = (trx: Trx, { communityId, visitId }: VisitAddress): Promise<VisitRow | undefined> =>
  visits(trx).where('community_id', '=', communityId).where('id', '=', visitId).forNoKeyUpdate().executeTakeFirst()

/** The visit that somebody has asked for last, whatever has become of it. */
export const findLastVisitOf = (db: Db, communityId: string, personId: string): Promise<VisitRow | undefined> =>
  visits(db)
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** The visit that somebody waits for, and nobody changes it until the transaction ends. */
export const lockOpenVisitOf = (
  trx: Trx,
  { communityId, personId }: { communityId: string; personId: string },
): Promise<VisitRow | undefined> =>
  visits(trx)
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('state', 'in', OPEN_VISIT_STATES)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Every visit that somebody waits for, wherever. */
export const lockOpenVisitsOf = (trx: Trx, personId: string): Promise<VisitRow[]> =>
  visits(trx)
    .where('person_id', '=', personId)
    .where('state', 'in', OPEN_VISIT_STATES)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

/** Visits that are named, and those of a round; held in one order, so that nobody waits for who waits for them. */
export const lockVisits = (
  trx: Trx,
  communityId: string,
  { ids, round }: { ids: readonly string[]; round: RoundKey },
): Promise<VisitRow[]> =>
  visits(trx)
    .where('community_id', '=', communityId)
    .where((visit) =>
      visit.or([
        visit('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`),
        visit.and([visit('visit_on', '=', round.on), visit('visitor_id', '=', round.visitorId)]),
      ]),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

/** Checks and changes in one statement: undefined when somebody else has changed it since it was read. */
export const updateVisit = (
  trx: Trx,
  before: Pick<VisitRow, 'community_id' | 'id' | 'version'>,
  change: Partial<VisitRow>,
): Promise<VisitRow | undefined> =>
  tables<'home_visit'>(trx)
    .updateTable('home_visit')
    .set({ ...change, version: before.version + 1 })
    .where('community_id', '=', before.community_id)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst()

const isLast = sql<boolean>`wrong_codes >= ${sql.lit(MAX_WRONG_VISIT_CODES - 1)}`

/**
 * Counts a wrong code and locks the card at the last one, in one statement: of those who guess at the same moment nobody gets
 * one more. Undefined when the card is locked, or the visit is not planned any more.
 */
export const countWrongCode = (
  trx: Trx,
  { communityId, visitId }: VisitAddress,
  now: Date,
): Promise<Pick<VisitRow, 'wrong_codes' | 'locked_at'> | undefined> =>
  tables<'home_visit'>(trx)
    .updateTable('home_visit')
    .set({
      wrong_codes: sql`wrong_codes + 1`,
      locked_at: sql`case when ${isLast} then ${now.toISOString()}::timestamptz end`,
      version: sql`version + case when ${isLast} then 1 else 0 end`,
    })
    .where('community_id', '=', communityId)
    .where('id', '=', visitId)
    .where('state', '=', 'planned')
    .where('locked_at', 'is', null)
    .returning(['wrong_codes', 'locked_at'])
    .executeTakeFirst()

/** What is still to be made: asked for, found nobody home, or planned for a day that has passed. Who asked first comes first. */
export const listVisitsToPlan = (db: Db, communityId: string, today: ServiceDate): Promise<VisitRow[]> =>
  visits(db)
    .where('community_id', '=', communityId)
    .where((visit) =>
      visit.or([
        visit('state', 'in', WAITING_VISIT_STATES),
        visit.and([visit('state', 'in', OPEN_VISIT_STATES), visit('visit_on', '<', today)]),
      ]),
    )
    .orderBy('requested_at')
    .orderBy('id')
    .execute()

/** Visits of the rounds of these days, in the order in which somebody comes; with a visitor only theirs. */
export const listVisitsOfRounds = (
  db: Db,
  communityId: string,
  { from, to, visitorId }: { from: ServiceDate; to: ServiceDate; visitorId: string | null },
): Promise<VisitRow[]> =>
  visits(db)
    .where('community_id', '=', communityId)
    .where('visit_on', '>=', from)
    .where('visit_on', '<=', to)
    .$if(visitorId !== null, (query) => query.where('visitor_id', '=', visitorId ?? ''))
    .orderBy('from_minute')
    .orderBy('until_minute')
    .orderBy('id')
    .execute()

export const insertVisitEvent = async (trx: Trx, row: Insertable<HomeVisitEvent>): Promise<void> => {
  await tables<'home_visit_event'>(trx).insertInto('home_visit_event').values(row).execute()
}

/** The times at which a visit was planned for somebody, the last first. */
export const listPlanningsFor = (
  db: Db,
  { communityId, visitId }: VisitAddress,
  visitorId: string,
): Promise<VisitEventRow[]> =>
  tables(db)
    .selectFrom('home_visit_event')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('visit_id', '=', visitId)
    .where('to_state', '=', 'planned')
    .where('visitor_id', '=', visitorId)
    .orderBy('planning', 'desc')
    .execute()

/** To what somebody agreed last for a visit whose reasons are still kept. */
export const findVisitConsent = (db: Db, personId: string): Promise<{ at: string; version: string } | undefined> =>
  tables(db)
    .selectFrom('home_visit')
    .select(['consented_at as at', 'consent_version as version'])
    .where('person_id', '=', personId)
    .where('sealed_reasons', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
