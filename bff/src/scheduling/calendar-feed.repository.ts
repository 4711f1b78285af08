import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'calendar_feed'>

/** One address a person: a new one ends the old one. */
export const upsertCalendarFeed = async (
  db: Db,
  { personId, tokenHash, now }: { personId: string; tokenHash: string; now: Date },
): Promise<void> => {
  const feed = { token_hash: tokenHash, created_at: now.toISOString() }
  await tables(db)
    .insertInto('calendar_feed')
    .values({ person_id: personId, ...feed })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(feed))
    .execute()
}

/** False when there was none. */
export const deleteCalendarFeed = async (db: Db, personId: string): Promise<boolean> => {
  const ended = await tables(db)
    .deleteFrom('calendar_feed')
    .where('person_id', '=', personId)
    .returning('person_id')
    .executeTakeFirst()
  return ended !== undefined
}

export const findPersonOfFeed = async (db: Db, tokenHash: string): Promise<string | undefined> => {
  const feed = await tables(db)
    .selectFrom('calendar_feed')
    .select('person_id')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return feed?.person_id
}
