import type { AssistReason } from '@little-bench/shared/people/assist'
import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'proxy_act' | 'assist_session'>

/** One line of what was done for somebody: an act, or a session in which staff helped them. */
export interface ActRow {
  id: string
  at: string
  principal_id: string
  actor_id: string
  operation: string
  event_kind: string | null
  community_id: string | null
  work_item_id: string | null
  /** Null for what staff did. */
  grant_id: string | null
  session_id: string | null
  reason: AssistReason | null
  ends_at: string | null
  ended_at: string | null
}

const acts = (db: Db) =>
  tables(db)
    .selectFrom('proxy_act as act')
    .leftJoin('assist_session as session', (join) =>
      join.onRef('session.resident_id', '=', 'act.principal_id').onRef('session.id', '=', 'act.assist_session_id'),
    )
    .select([
      'act.id as id',
      'act.at as at',
      'act.principal_id as principal_id',
      'act.actor_id as actor_id',
      'act.operation as operation',
      'act.event_kind as event_kind',
      'act.community_id as community_id',
      'act.work_item_id as work_item_id',
      'act.grant_id as grant_id',
      'session.id as session_id',
      'session.reason as reason',
      'session.ends_at as ends_at',
      'session.ended_at as ended_at',
    ])

const sessions = (db: Db) =>
  tables(db)
    .selectFrom('assist_session as session')
    .select([
      'session.id as id',
      'session.started_at as at',
      'session.resident_id as principal_id',
      'session.staff_id as actor_id',
      sql<string>`'startAssistSession'`.as('operation'),
      sql<string | null>`null::text`.as('event_kind'),
      sql<string | null>`null::text`.as('community_id'),
      sql<string | null>`null::uuid`.as('work_item_id'),
      sql<string | null>`null::uuid`.as('grant_id'),
      'session.id as session_id',
      'session.reason as reason',
      'session.ends_at as ends_at',
      'session.ended_at as ended_at',
    ])

/** After the last of all ids, so that a first page and a next one are one statement. */
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What others did for somebody and the sessions in which staff helped them, newest first, one row more than asked for. */
export const listActsFor = (db: Db, principalId: string, beforeId = AFTER_ALL, limit: number): Promise<ActRow[]> =>
  acts(db)
    .where('act.principal_id', '=', principalId)
    .where('act.id', '<', beforeId)
    .unionAll(sessions(db).where('session.resident_id', '=', principalId).where('session.id', '<', beforeId))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()

/** What somebody did for others by their grants; what staff do at the counter is no business of their own. */
export const listActsBy = (db: Db, actorId: string, beforeId = AFTER_ALL, limit: number): Promise<ActRow[]> =>
  acts(db)
    .where('act.actor_id', '=', actorId)
    .where('act.grant_id', 'is not', null)
    .where('act.id', '<', beforeId)
    .orderBy('act.id', 'desc')
    .limit(limit + 1)
    .execute()
