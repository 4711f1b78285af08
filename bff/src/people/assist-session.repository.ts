import { type Insertable, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { AssistSession } from '../platform/db/tables.generated.ts'

type Db = DbOf<'person' | 'assist_session'>

/** A session with the name of whoever is helped. */
export type AssistSessionRow = Selectable<AssistSession> & { name: string; is_demo: boolean }

const sessions = (db: Db) =>
  tables(db)
    .selectFrom('assist_session')
    .innerJoin('person', 'person.id', 'assist_session.resident_id')
    .selectAll('assist_session')
    .select(['person.name', 'person.is_demo'])

/** The session that a member of staff has open now; one whose time is over is not. */
export const findOpenSessionOf = (db: Db, staffId: string, now: Date): Promise<AssistSessionRow | undefined> =>
  sessions(db)
    .where('assist_session.staff_id', '=', staffId)
    .where('assist_session.ended_at', 'is', null)
    .where('assist_session.ends_at', '>', now.toISOString())
    .executeTakeFirst()

/** A session of somebody who is in it, as staff or as the person who is helped. */
export const findSessionWithin = (db: Db, id: string, personId: string): Promise<AssistSessionRow | undefined> =>
  sessions(db)
    .where('assist_session.id', '=', id)
    .where(({ or, eb }) =>
      or([eb('assist_session.staff_id', '=', personId), eb('assist_session.resident_id', '=', personId)]),
    )
    .executeTakeFirst()

/** One start after the other: somebody has one session open at most. */
export const holdStaff = async (db: Db, staffId: string): Promise<void> => {
  await tables(db).selectFrom('person').select('id').where('id', '=', staffId).forNoKeyUpdate().executeTakeFirst()
}

export const insertAssistSession = async (db: Db, session: Insertable<AssistSession>): Promise<void> => {
  await tables(db).insertInto('assist_session').values(session).execute()
}

/** Ends what is open of somebody's sessions, or one of them; never later than its time was over. Waits for acts under way. */
export const endSessions = async (
  db: Db,
  { staffId, id }: { staffId: string; id?: string | undefined },
  now: Date,
): Promise<void> => {
  await tables(db)
    .updateTable('assist_session')
    .set({ ended_at: sql<string>`least(ends_at, ${now.toISOString()}::timestamptz)` })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .execute()
}
