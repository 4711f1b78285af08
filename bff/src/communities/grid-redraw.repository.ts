import { type Insertable, sql } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { GridRedraw } from '../platform/db/tables.generated.ts'

type Db = DbOf<'grid_redraw'>

export interface AppliedRedraw {
  communityId: string
  redrawId: string
  /** ISO 8601. */
  appliedAt: string
}

/** Every map that was put in force, in that order. */
export const listAppliedRedraws = (db: Db): Promise<AppliedRedraw[]> =>
  tables(db)
    .selectFrom('grid_redraw')
    .select(['community_id as communityId', 'redraw_id as redrawId', 'applied_at as appliedAt'])
    .orderBy('applied_at')
    .orderBy('redraw_id')
    .execute()

export const insertAppliedRedraw = async (db: Db, redraw: Insertable<GridRedraw>): Promise<void> => {
  await tables(db).insertInto('grid_redraw').values(redraw).execute()
}

export const countAppliedRedraws = async (db: Db, communityId: string): Promise<number> => {
  const { count } = await tables(db)
    .selectFrom('grid_redraw')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('community_id', '=', communityId)
    .executeTakeFirstOrThrow()
  return count
}

/** Any number of our own; the second key is the community. */
const GRID_MAP_LOCK = 22_004

/** Until the transaction ends nobody puts another map of this community in force. */
export const shareMapLock = async (trx: Trx, communityId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(${GRID_MAP_LOCK}, hashtext(${communityId}))`.execute(trx)
}

/** Waits for whoever works by the map of this community, and until the transaction ends nobody else does. */
export const takeMapLock = async (trx: Trx, communityId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${GRID_MAP_LOCK}, hashtext(${communityId}))`.execute(trx)
}
