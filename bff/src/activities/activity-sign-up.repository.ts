import { OPEN_BOOKING_STATES } from '@little-bench/shared/scheduling/bookings'
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

/** To what a guardian agreed last for a child that still takes part. */
export const findActivityConsent = async (
  db: DbOf<'activity_sign_up' | 'booking'>,
  personId: string,
): Promise<{ at: string; version: string } | undefined> => {
  const row = await tables(db)
    .selectFrom('activity_sign_up as sign_up')
    .innerJoin('booking', (join) =>
      join.onRef('booking.community_id', '=', 'sign_up.community_id').onRef('booking.id', '=', 'sign_up.id'),
    )
    .select(['sign_up.consented_at as at', 'sign_up.consent_version as version'])
    .where('booking.person_id', '=', personId)
    .where('booking.state', 'in', OPEN_BOOKING_STATES)
    .where('sign_up.consented_at', 'is not', null)
    .orderBy('sign_up.id', 'desc')
    .executeTakeFirst()
  return row?.at && row.version ? { at: row.at, version: row.version } : undefined
}
