import { type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { InboxMessage } from '../platform/db/tables.generated.ts'

type Db = DbOf<'inbox_message'>
export type InboxMessageRow = Selectable<InboxMessage>

/** Messages of jobs, in one statement; whoever has closed their account is told nothing more. Answers the jobs whose message is new: one that runs a second time finds its own. */
export const insertInboxMessages = async (
  db: Db,
  messages: readonly Omit<InboxMessageRow, 'read_at'>[],
): Promise<Set<string>> => {
  // One statement text for any number of messages, so that it is prepared once.
  const { rows } = await sql<{ job_id: string }>`
    insert into inbox_message
    select message.* from jsonb_populate_recordset(null::inbox_message, ${JSON.stringify(messages)}) as message
    where not exists (select from person where person.id = message.person_id and person.closed_at is not null)
    on conflict (job_id) do nothing returning job_id`.execute(tables(db))
  return new Set(rows.map((row) => row.job_id))
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
