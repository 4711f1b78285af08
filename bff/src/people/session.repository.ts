import { type DbOf, tables } from '../platform/db/database.ts'

type Db = DbOf<'session'>

export const insertSession = async (
  db: Db,
  session: {
    tokenHash: string
    personId: string
    createdAt: Date
    expiresAt: Date
    /** The one case that it reaches. */
    onlyCase?: { communityId: string; caseId: string }
  },
): Promise<void> => {
  await tables(db)
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      created_at: session.createdAt.toISOString(),
      expires_at: session.expiresAt.toISOString(),
      case_community_id: session.onlyCase?.communityId ?? null,
      case_id: session.onlyCase?.caseId ?? null,
    })
    .execute()
}

/** Ends one session; answers how many were ended. */
export const deleteSession = async (db: Db, tokenHash: string): Promise<number> => {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const deleteSessionsOfPerson = async (db: Db, personId: string): Promise<number> => {
  const { numDeletedRows } = await tables(db).deleteFrom('session').where('person_id', '=', personId).executeTakeFirst()
  return Number(numDeletedRows)
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
