import type { SignInMethod } from '@little-bench/shared/people/sign-in'
import type { Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { Session } from '../platform/db/tables.generated.ts'

type Db = DbOf<'session'>
export type SessionRow = Selectable<Session>

export interface NewSession {
  id: string
  tokenHash: string
  personId: string
  method: SignInMethod
  device: string
  reachesDesk: boolean
  createdAt: Date
  expiresAt: Date
  /** The WeChat account that began it. */
  wechatAccountId?: string
  /** The one case that it reaches. */
  onlyCase?: { communityId: string; caseId: string }
}

export const insertSession = async (db: Db, session: NewSession): Promise<void> => {
  await tables(db)
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      person_id: session.personId,
      method: session.method,
      device: session.device,
      reaches_desk: session.reachesDesk,
      created_at: session.createdAt.toISOString(),
      last_seen_at: session.createdAt.toISOString(),
      expires_at: session.expiresAt.toISOString(),
      wechat_account_id: session.wechatAccountId ?? null,
      case_community_id: session.onlyCase?.communityId ?? null,
      case_id: session.onlyCase?.caseId ?? null,
    })
    .execute()
}

/** The session of a token that still counts. */
export const findSession = (db: Db, tokenHash: string, now: Date): Promise<SessionRow | undefined> =>
  tables(db)
    .selectFrom('session')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()

/** Where somebody is signed in, seen last first. */
export const listSessionsOf = (db: Db, personId: string, now: Date): Promise<SessionRow[]> =>
  tables(db)
    .selectFrom('session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()

/** It was used just now; another request of the same moment has written it already. */
export const markSessionSeen = async (db: Db, tokenHash: string, now: Date, notSince: Date): Promise<void> => {
  await tables(db)
    .updateTable('session')
    .set({ last_seen_at: now.toISOString() })
    .where('token_hash', '=', tokenHash)
    .where('last_seen_at', '<=', notSince.toISOString())
    .execute()
}

/** From now on the session reaches the desk, until then at the latest; false when it has ended meanwhile. */
export const openDeskOfSession = async (db: Db, tokenHash: string, now: Date, until: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tables(db)
    .updateTable('session')
    .set({ reaches_desk: true, expires_at: until.toISOString() })
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends one session; answers how many were ended. */
export const deleteSession = async (db: Db, tokenHash: string): Promise<number> => {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const deleteSessionOf = async (db: Db, personId: string, id: string): Promise<number> => {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const deleteSessionsOfPerson = async (db: Db, personId: string): Promise<number> => {
  const { numDeletedRows } = await tables(db).deleteFrom('session').where('person_id', '=', personId).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Ends every session of somebody that reaches a desk. */
export const deleteDeskSessions = async (db: Db, personId: string): Promise<void> => {
  await tables(db).deleteFrom('session').where('person_id', '=', personId).where('reaches_desk', '=', true).execute()
}

/** Ends what one WeChat account began, whoever it has become since. */
export const endSessionsOfWechat = async (db: Db, wechatAccountId: string): Promise<void> => {
  await tables(db).deleteFrom('session').where('wechat_account_id', '=', wechatAccountId).execute()
}

/** Ends what was opened for one case. */
export const deleteSessionsOfCase = async (
  db: Db,
  { communityId, caseId }: { communityId: string; caseId: string },
): Promise<void> => {
  await tables(db)
    .deleteFrom('session')
    .where('case_community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .execute()
}

/** What was opened for one case counts at most until then. */
export const limitSessionsOfCase = async (
  db: Db,
  { communityId, caseId }: { communityId: string; caseId: string },
  until: Date,
): Promise<void> => {
  await tables(db)
    .updateTable('session')
    .set({ expires_at: until.toISOString() })
    .where('case_community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .where('expires_at', '>', until.toISOString())
    .execute()
}

export const deleteExpiredSessions = async (db: Db, now: Date): Promise<void> => {
  await tables(db).deleteFrom('session').where('expires_at', '<', now.toISOString()).execute()
}
