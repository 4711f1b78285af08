import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { AssistReason } from '@little-bench/shared/people/assist'
import type { ProxyScope } from '@little-bench/shared/people/powers'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'proxy_grant' | 'assist_session'>

/** Who wants to act for whom, and when. */
export interface ActingPair {
  actorId: string
  principalId: string
  now: Date
  /** The service day of `now`. */
  today: ServiceDate
}

const countingGrant = (db: Db, { actorId, principalId, today }: ActingPair) =>
  tables(db)
    .selectFrom('proxy_grant')
    .select(['id', 'scopes'])
    .where('agent_id', '=', actorId)
    .where('principal_id', '=', principalId)
    .where('record', '=', sql<'active'>`'active'`)
    .where('frozen_at', 'is', null)
    .where('valid_until', '>=', today)

const openSession = (db: Db, { actorId, principalId, now }: ActingPair) =>
  tables(db)
    .selectFrom('assist_session')
    .select(['id', 'reason'])
    .where('staff_id', '=', actorId)
    .where('resident_id', '=', principalId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now.toISOString())

export const findCountingGrant = (
  db: Db,
  pair: ActingPair,
): Promise<{ id: string; scopes: ProxyScope[] } | undefined> => countingGrant(db, pair).executeTakeFirst()

/** Everybody for whom somebody may act now by a grant, each with what it reaches. */
export const listCountingGrantsOf = (
  db: Db,
  { actorId, today }: Pick<ActingPair, 'actorId' | 'today'>,
): Promise<{ principalId: string; scopes: ProxyScope[] }[]> =>
  tables(db)
    .selectFrom('proxy_grant')
    .select(['principal_id as principalId', 'scopes'])
    .where('agent_id', '=', actorId)
    .where('record', '=', sql<'active'>`'active'`)
    .where('frozen_at', 'is', null)
    .where('valid_until', '>=', today)
    .orderBy('id')
    .execute()

export const findOpenSession = (db: Db, pair: ActingPair): Promise<{ id: string; reason: AssistReason } | undefined> =>
  openSession(db, pair).executeTakeFirst()

/** Keeps the grant from being ended or frozen until the transaction is over; false when it no longer counts. */
export const holdGrant = async (db: Db, pair: ActingPair, id: string): Promise<boolean> =>
  (await countingGrant(db, pair).where('id', '=', id).forShare().executeTakeFirst()) !== undefined

/** The same for a session at the counter. */
export const holdSession = async (db: Db, pair: ActingPair, id: string): Promise<boolean> =>
  (await openSession(db, pair).where('id', '=', id).forShare().executeTakeFirst()) !== undefined
