import type { Insertable, Selectable } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import type { CaseMessage, CaseRead, CaseSession } from '../platform/db/tables.generated.ts'
import type { CaseAddress } from './case.repository.ts'

type Db = DbOf<'case_message' | 'case_session' | 'case_read'>
export type MessageRow = Selectable<CaseMessage>
export type SessionRow = Selectable<CaseSession>
export type ReadRow = Selectable<CaseRead>

export const insertMessage = async (db: Db, message: Insertable<CaseMessage>): Promise<void> => {
  await tables(db).insertInto('case_message').values(message).execute()
}

/** Oldest first. */
export const listMessages = (db: Db, { communityId, caseId }: CaseAddress): Promise<MessageRow[]> =>
  tables(db)
    .selectFrom('case_message')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()

export const insertCaseSession = async (db: Db, session: Insertable<CaseSession>): Promise<void> => {
  await tables(db).insertInto('case_session').values(session).execute()
}

/** In the order in which they were held. */
export const listCaseSessions = (db: Db, { communityId, caseId }: CaseAddress): Promise<SessionRow[]> =>
  tables(db)
    .selectFrom('case_session')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('held_at')
    .orderBy('id')
    .execute()

export const insertCaseRead = async (db: Db, read: Insertable<CaseRead>): Promise<void> => {
  await tables(db).insertInto('case_read').values(read).execute()
}

/** Newest first. */
export const listReads = (db: Db, { communityId, caseId }: CaseAddress): Promise<ReadRow[]> =>
  tables(db)
    .selectFrom('case_read')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute()
