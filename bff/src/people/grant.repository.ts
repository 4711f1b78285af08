import { instantOf, type ServiceDate } from '@little-bench/shared/kernel/time'
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ProxyGrant } from '../platform/db/tables.generated.ts'

type Db = DbOf<'proxy_grant'>
export type GrantRow = Selectable<ProxyGrant>

export const insertGrant = (db: Db, grant: Insertable<ProxyGrant>): Promise<GrantRow> =>
  tables(db).insertInto('proxy_grant').values(grant).returningAll().executeTakeFirstOrThrow()

export const findGrantById = (db: Db, id: string): Promise<GrantRow | undefined> =>
  tables(db).selectFrom('proxy_grant').selectAll().where('id', '=', id).executeTakeFirst()

/** Waits for every write that is being made by this grant; none begins until the transaction ends. */
export const lockGrantById = (trx: Trx, id: string): Promise<GrantRow | undefined> => {
  const db: Db = trx
  return tables(db).selectFrom('proxy_grant').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export const updateGrant = (db: Db, id: string, change: Updateable<ProxyGrant>): Promise<GrantRow> =>
  tables(db).updateTable('proxy_grant').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Grants of a person that were offered or accepted and not ended; which of them are over follows from dates. */
export const listUnendedGrants = (db: Db, principalId: string): Promise<GrantRow[]> =>
  tables(db)
    .selectFrom('proxy_grant')
    .selectAll()
    .where('principal_id', '=', principalId)
    .where('record', 'in', ['offered', 'active'])
    .execute()

/** The same of somebody who gave or received them. */
export const listUnendedGrantsOf = (db: Db, personId: string): Promise<GrantRow[]> =>
  tables(db)
    .selectFrom('proxy_grant')
    .selectAll()
    .where((grant) => grant.or([grant('principal_id', '=', personId), grant('agent_id', '=', personId)]))
    .where('record', 'in', ['offered', 'active'])
    .orderBy('id')
    .execute()

const MOST_LISTED = 100

/** Newest first, without those that were over before a day. */
const recentGrants = (db: Db, since: ServiceDate) =>
  tables(db)
    .selectFrom('proxy_grant')
    .selectAll()
    .where('valid_until', '>=', since)
    .where((grant) =>
      grant.or([grant('ended_at', 'is', null), grant('ended_at', '>=', instantOf(since, 0).toISOString())]),
    )
    .orderBy('id', 'desc')
    .limit(MOST_LISTED)

export const listGrantsGiven = (db: Db, principalId: string, since: ServiceDate): Promise<GrantRow[]> =>
  recentGrants(db, since).where('principal_id', '=', principalId).execute()

/** What was offered under pressure never reaches whoever it names. */
export const listGrantsReceived = (db: Db, agentId: string, since: ServiceDate): Promise<GrantRow[]> =>
  recentGrants(db, since).where('agent_id', '=', agentId).where('freedom', '=', 'free').execute()

/** What somebody has accepted of these people and nobody has ended; which of it counts follows from dates. */
export const listAcceptedGrants = (db: Db, agentId: string, principalIds: readonly string[]): Promise<GrantRow[]> =>
  tables(db)
    .selectFrom('proxy_grant')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('principal_id', '=', sql<string>`any(${sql.val([...principalIds])}::uuid[])`)
    .where('record', '=', sql<'active'>`'active'`)
    .execute()

/** Binds whoever entered the code; undefined when nothing is offered any more. */
export const bindAgent = (db: Db, id: string, agentId: string, today: ServiceDate): Promise<GrantRow | undefined> =>
  tables(db)
    .updateTable('proxy_grant')
    .set({ agent_id: agentId })
    .where('id', '=', id)
    .where('record', '=', 'offered')
    .where('agent_id', 'is', null)
    .where('valid_until', '>=', today)
    .returningAll()
    .executeTakeFirst()

/** Everything that a person has given stands still, or no longer. */
export const setFrozen = async (db: Db, ids: readonly string[], frozenAt: string | null): Promise<void> => {
  await tables(db)
    .updateTable('proxy_grant')
    .set({ frozen_at: frozenAt })
    .where('id', '=', sql<string>`any(${sql.val([...ids])}::uuid[])`)
    .execute()
}

/** Grants that have come to their review day and whose givers were not asked yet; from now on they were. */
export const takeDueReviews = (db: Db, today: ServiceDate): Promise<GrantRow[]> =>
  tables(db)
    .updateTable('proxy_grant')
    .set({ is_review_told: true })
    // A literal, so that the partial index can be used.
    .where('record', '=', sql<'active'>`'active'`)
    .where('is_review_told', '=', sql<false>`false`)
    .where('review_on', '<=', today)
    .where('valid_until', '>=', today)
    .returningAll()
    .execute()
