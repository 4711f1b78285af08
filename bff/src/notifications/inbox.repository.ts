import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { InboxMessage } from '../platform/db/tables.generated.ts'

type Db = DbOf<'inbox_message'>
export type InboxMessageRow = Selectable<InboxMessage>

/** A job that runs a second time finds its own message there and writes nothing: false. */
export const insertInboxMessage = async (db: Db, message: Insertable<InboxMessage>): Promise<boolean> => {
  const inserted = await tables(db)
    .insertInto('inbox_message')
    .values(message)
    .onConflict((conflict) => conflict.column('job_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const listInboxMessages = (
  db: Db,
  personId: string,
  beforeId: string | undefined,
  limit: number,
): Promise<InboxMessageRow[]> =>
  tables(db)
    .selectFrom('inbox_message')
    .selectAll()
    .where('person_id', '=', personId)
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const { unread } = await tables(db)
    .selectFrom('inbox_message')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/** Keeps the first time it was read; undefined when the message is not this person's. */
export const markRead = (db: Db, personId: string, id: string, now: Date): Promise<InboxMessageRow | undefined> =>
  tables(db)
    .updateTable('inbox_message')
    .set(({ fn, val, ref }) => ({ read_at: fn.coalesce(ref('read_at'), val(now.toISOString())) }))
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returningAll()
    .executeTakeFirst()
