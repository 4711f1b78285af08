import type { CALL_VIEWS } from '@little-bench/shared/notifications/contract'
import type { CallNotice } from '@little-bench/shared/notifications/notices'
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { CallAttempt, CallLine, Call as CallTable } from '../platform/db/tables.generated.ts'

type Db = DbOf<'call' | 'call_line' | 'call_attempt'>
export type CallRow = Selectable<CallTable>
export type CallLineRow = Selectable<CallLine>
export type CallAttemptRow = Selectable<CallAttempt>
export type CallView = (typeof CALL_VIEWS)[number]

export const hasLineOfJob = async (db: Db, communityId: string, jobId: string): Promise<boolean> =>
  (await tables(db)
    .selectFrom('call_line')
    .select('id')
    .where('community_id', '=', communityId)
    .where('job_id', '=', jobId)
    .executeTakeFirst()) !== undefined

/** The call that is open for a person, or a new one; an open one has changed for whoever has read it. */
export const openCall = async (
  db: Db,
  call: Pick<CallRow, 'community_id' | 'id' | 'person_id' | 'due_on' | 'is_urgent' | 'created_at'>,
): Promise<string> => {
  const { id } = await tables(db)
    .insertInto('call')
    .values(call)
    .onConflict((conflict) =>
      conflict.columns(['community_id', 'person_id']).where('closed_at', 'is', null).doUpdateSet({
        version: sql<number>`call.version + 1`,
        is_urgent: sql<boolean>`call.is_urgent or excluded.is_urgent`,
        due_on: sql<string>`case when excluded.is_urgent then excluded.due_on else call.due_on end`,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const insertCallLine = async (db: Db, line: Insertable<CallLine>): Promise<void> => {
  await tables(db)
    .insertInto('call_line')
    .values(line)
    .onConflict((conflict) => conflict.columns(['community_id', 'job_id']).doNothing())
    .execute()
}

/**
 * What is to be said of people, to them or to whoever looks after it, is said no more. Notices that can be taken back so
 * have whom they are about in their details.
 */
export const dropCallLinesAbout = (
  db: Db,
  {
    communityId,
    kinds,
    aboutPersonIds,
  }: { communityId: string; kinds: readonly CallNotice[]; aboutPersonIds: readonly string[] },
  now: Date,
): Promise<void> =>
  dropLines(
    db,
    communityId,
    sql<boolean>`line.kind = any(${sql.val([...kinds])}::text[])
      and line.details ->> 'aboutPersonId' = any(${sql.val([...aboutPersonIds])}::text[])`,
    now,
  )

/** What is to be said to somebody about an item is said no more. */
export const dropCallLines = (
  db: Db,
  { communityId, personId, workItemId }: { communityId: string; personId: string; workItemId: string },
  now: Date,
): Promise<void> =>
  dropLines(
    db,
    communityId,
    sql<boolean>`line.work_item_id = ${workItemId} and ${personId} = (
      select person_id from call as whole where whole.community_id = line.community_id and whole.id = line.call_id)`,
    now,
  )

/** One line is said no more. */
export const dropCallLineOfJob = (
  db: Db,
  { communityId, jobId }: { communityId: string; jobId: string },
  now: Date,
): Promise<void> => dropLines(db, communityId, sql<boolean>`line.job_id = ${jobId}`, now)

/** Takes lines off the open calls; a call with nothing else to say is closed. */
const dropLines = async (db: Db, communityId: string, isDropped: RawBuilder<boolean>, now: Date): Promise<void> => {
  const open = await tables(db)
    .selectFrom('call')
    .select('id')
    .where('community_id', '=', communityId)
    .where('closed_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('call_line as line')
          .select('line.id')
          .whereRef('line.community_id', '=', 'call.community_id')
          .whereRef('line.call_id', '=', 'call.id')
          .where(isDropped),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const { id } of open) {
    await tables(db)
      .deleteFrom('call_line as line')
      .where('community_id', '=', communityId)
      .where('call_id', '=', id)
      .where(isDropped)
      .execute()
    await closeIfEmpty(db, { communityId, id }, now)
  }
}

const closeIfEmpty = async (
  db: Db,
  { communityId, id }: { communityId: string; id: string },
  now: Date,
): Promise<void> => {
  const isEmpty = (await listCallLines(db, communityId, [id])).length === 0
  await tables(db)
    .updateTable('call')
    .set(({ eb }) => ({ version: eb('version', '+', 1), ...(isEmpty && { closed_at: now.toISOString() }) }))
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute()
}

/** Whoever may be in danger is called before everybody else. */
const RANK = sql<number>`(not is_urgent)::integer`

/** Open calls of a community up to a day or after it, the urgent ones and then what is due first. */
export const listOpenCalls = (
  db: Db,
  communityId: string,
  options: {
    view: Exclude<CallView, 'done'>
    today: string
    after: { rank: number; dueOn: string; id: string } | undefined
    limit: number
  },
): Promise<CallRow[]> => {
  const { view, today, after, limit } = options
  return tables(db)
    .selectFrom('call')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('closed_at', 'is', null)
    .where('due_on', view === 'due' ? '<=' : '>', today)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(${RANK}, due_on, id) > (${after?.rank ?? 0}::integer, ${after?.dueOn ?? ''}::date, ${after?.id ?? ''}::uuid)`,
      ),
    )
    .orderBy(RANK)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
}

/** Calls that nobody need make any more, newest first. */
export const listDoneCalls = (
  db: Db,
  communityId: string,
  { beforeId, limit }: { beforeId: string | undefined; limit: number },
): Promise<CallRow[]> =>
  tables(db)
    .selectFrom('call')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('closed_at', 'is not', null)
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** What there is to say in these calls, oldest first. */
export const listCallLines = (db: Db, communityId: string, callIds: readonly string[]): Promise<CallLineRow[]> =>
  tables(db)
    .selectFrom('call_line')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('call_id', '=', sql<string>`any(${sql.val([...callIds])}::uuid[])`)
    .orderBy('id')
    .execute()

/** How these calls went so far, oldest first. */
export const listCallAttempts = (db: Db, communityId: string, callIds: readonly string[]): Promise<CallAttemptRow[]> =>
  tables(db)
    .selectFrom('call_attempt')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('call_id', '=', sql<string>`any(${sql.val([...callIds])}::uuid[])`)
    .orderBy('id')
    .execute()

export const findCallById = (db: Db, communityId: string, id: string): Promise<CallRow | undefined> =>
  tables(db)
    .selectFrom('call')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertCallAttempt = async (db: Db, attempt: Insertable<CallAttempt>): Promise<void> => {
  await tables(db).insertInto('call_attempt').values(attempt).execute()
}

/** Takes an open call as it was read: false when something new came in meanwhile, or somebody has closed it. */
export const takeCall = async (
  db: Db,
  { communityId, callId, version }: { communityId: string; callId: string; version: number },
): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('call')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('community_id', '=', communityId)
    .where('id', '=', callId)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What follows from an attempt; the caller has taken the call. */
export const settleCall = async (
  db: Db,
  { community_id: communityId, id }: Pick<CallRow, 'community_id' | 'id'>,
  after: Pick<CallRow, 'due_on' | 'needs_visit' | 'closed_at'>,
): Promise<void> => {
  await tables(db).updateTable('call').set(after).where('community_id', '=', communityId).where('id', '=', id).execute()
}
